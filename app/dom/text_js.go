package dom

import (
	"errors"
	"syscall/js"
	"time"
)

// A Text is a text that the visitor brings.
type Text struct {
	Name string // of the file, "" if it was typed
	Size int    // in bytes
	blob js.Value
}

// longestPaste is how long a text may be, in UTF-16, that is pasted into a box. A longer
// one would hold the page up.
const longestPaste = 1 << 16

// OnText calls got with every text that the visitor brings: a file that is dropped
// anywhere on the page or chosen in a file field, and what is typed or pasted into
// a box with data-takes. What is pasted takes the place of all that is in the box
// where that is only the beginning of a text (data-cut). What was typed before OnText
// is called comes at once.
func OnText(got func(Text)) {
	on := func(event string, do func(e, target js.Value)) {
		document().Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
			Attempt(func() { do(args[0], args[0].Get("target")) })
			return nil
		}))
	}
	file := func(f js.Value) { got(Text{f.Get("name").String(), f.Get("size").Int(), f}) }
	text := func(s js.Value, name string) {
		blob := js.Global().Get("Blob").New([]any{s})
		got(Text{name, blob.Get("size").Int(), blob})
	}
	on("dragover", func(e, _ js.Value) {
		if e.Get("dataTransfer").Get("types").Call("includes", "Files").Bool() {
			e.Call("preventDefault") // it may be dropped here
		}
	})
	on("drop", func(e, _ js.Value) {
		if files := e.Get("dataTransfer").Get("files"); files.Length() > 0 {
			e.Call("preventDefault")
			file(files.Index(0))
		}
	})
	on("change", func(_, target js.Value) {
		if files := target.Get("files"); files.Truthy() && files.Length() > 0 {
			file(files.Index(0))
			target.Set("value", "") // so that the same file can be chosen again
		}
	})
	on("paste", func(e, target js.Value) {
		if !target.Call("matches", "[data-takes]").Bool() {
			return
		}
		s := e.Get("clipboardData").Call("getData", "text")
		length := js.Global().Get("Object").Invoke(s).Get("length").Int() // a string is no object
		if length > longestPaste || target.Call("matches", "[data-cut]").Bool() && length > 0 {
			e.Call("preventDefault")
			text(s, "what was pasted")
		}
	})
	on("input", func(_, target js.Value) {
		if target.Call("matches", "[data-takes]").Bool() {
			text(target.Get("value"), "")
		}
	})
	// The editor has run a program, see app/python/editor.js.
	document().Call("addEventListener", "playground-text", js.FuncOf(func(_ js.Value, args []js.Value) any {
		brought := args[0].Get("detail")
		Attempt(func() { text(brought.Get("text"), brought.Get("name").String()) })
		return nil
	}))
	if box := document().Call("querySelector", "[data-takes]:not([value])"); box.Truthy() {
		if s := box.Get("value"); s.String() != box.Get("defaultValue").String() {
			text(s, "")
		}
	}
}

// What is taken of a text at a time, in bytes.
const (
	largePiece = 256 << 10 // by the browser
	smallPiece = 16 << 10  // by the program
)

// Feed hands a text over in small pieces, until feed wants no more. After a slice of
// time it calls paused and lets the browser breathe, and goes on. It is to be called
// in a goroutine of its own, and fails where the browser cannot read the text to its
// end.
func (t Text) Feed(slice time.Duration, feed func(piece []byte) (more bool), paused func()) error {
	for at := 0; at < t.Size; at += largePiece {
		large, err := t.read(at, largePiece)
		if err != nil {
			return err
		}
		for end := time.Now().Add(slice); len(large) > 0; {
			n := min(smallPiece, len(large))
			if !feed(large[:n]) {
				return nil
			}
			if large = large[n:]; !time.Now().Before(end) {
				paused()
				Breathe()
				end = time.Now().Add(slice)
			}
		}
	}
	return nil
}

// read returns up to so many bytes from at on.
func (t Text) read(at, most int) (piece []byte, err error) {
	done := make(chan struct{})
	then := js.FuncOf(func(_ js.Value, args []js.Value) any {
		array := js.Global().Get("Uint8Array").New(args[0])
		piece = make([]byte, array.Length())
		js.CopyBytesToGo(piece, array)
		close(done)
		return nil
	})
	fail := js.FuncOf(func(_ js.Value, args []js.Value) any {
		err = errors.New(args[0].Get("message").String())
		close(done)
		return nil
	})
	defer then.Release()
	defer fail.Release()
	t.blob.Call("slice", at, min(at+most, t.Size)).Call("arrayBuffer").Call("then", then, fail)
	<-done
	return piece, err
}

// SaveText hands a text to the visitor as a file of that name and media type.
func SaveText(name, kind, text string) {
	Attempt(func() {
		download(js.Global().Get("Blob").New([]any{text}, map[string]any{"type": kind}), name)
	})
}
