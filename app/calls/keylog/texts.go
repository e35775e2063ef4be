package keylog

import "strings"

// Texts keeps many short texts in few pieces of memory. Each of its own, they would
// keep the garbage collector busy: it would look at each of them, again and again.
// The zero value is ready to use. A piece stays as long as one of its texts does.
type Texts struct{ piece *strings.Builder }

// pieceSize is the size in bytes of a piece of memory.
const pieceSize = 64 << 10

// Keep returns a text as a string.
func (t *Texts) Keep(text []byte) string {
	if t.piece == nil || t.piece.Cap()-t.piece.Len() < len(text) {
		if len(text) > pieceSize/4 {
			return string(text)
		}
		t.piece = &strings.Builder{}
		t.piece.Grow(pieceSize)
	}
	at := t.piece.Len()
	t.piece.Write(text)
	return t.piece.String()[at:]
}

// KeepString is Keep for a part of a string that may be forgotten.
func (t *Texts) KeepString(text string) string {
	if t.piece == nil || t.piece.Cap()-t.piece.Len() < len(text) {
		return t.Keep([]byte(text))
	}
	at := t.piece.Len()
	t.piece.WriteString(text)
	return t.piece.String()[at:]
}
