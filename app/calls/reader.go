package calls

import (
	"bytes"
	"fmt"
	"io"
	"slices"
)

// Options say how to read a text. The zero value finds everything out.
type Options struct {
	Kind   Kind
	Column int    // of a Table or an Access log, the first is 1; 0 chooses the likeliest
	Header Header // of a Table
}

// A Header tells whether the first line of a table has the names of its columns.
type Header int

const (
	DetectHeader Header = iota
	WithHeader
	WithoutHeader
)

// What a Reader reads at most. A text that goes on is read so far, and its Input
// says that it was Cut.
const (
	MaxCalls = 10_000_000 // calls of all functions together, the numbers after asks included
	MaxKeys  = 2_000_000  // different keys
	MaxText  = 256 << 20  // bytes of keys and results
	MaxLine  = 1 << 20    // bytes of one line, which is not read if it has more
)

// headSize is how much of a text is looked at to find out what it is.
const headSize = 64 << 10

// A Reader reads a text that tells of calls, whichever of the Kinds it is. It is
// written to in pieces of any size, so whoever must not be held up for long
// writes small ones: 16 kB take half a millisecond, and in a browser some
// milliseconds. A million short lines take 0.4 s.
//
//	r := calls.NewReader(calls.Options{})
//	io.Copy(r, file)
//	input, err := r.Close()
//
// A line that is not understood ends a record, since the rest is of no use
// without it. In all other texts it is left out and counted.
//
// The memory is that of what is read, which the limits above bound: 4 bytes for
// a call, and for a key its text and some 60 bytes. It is for one goroutine.
type Reader struct {
	options Options
	in      Input
	parser  parser
	head    []byte // what came before the kind was known
	rest    []byte // the line that is not complete
	tooLong bool   // of that line, no more is kept
	started bool
	err     error
	left    limits
}

// A parser reads one Kind of text.
type parser interface {
	line(line []byte) // without its end
	end()
}

// limits are what may still be read.
type limits struct{ calls, keys, text int }

// NewReader returns a Reader that has read nothing yet.
func NewReader(o Options) *Reader {
	return &Reader{options: o, left: limits{MaxCalls, MaxKeys, MaxText}}
}

// Read reads all of r.
func Read(r io.Reader, o Options) (*Input, error) {
	reader := NewReader(o)
	_, err := io.Copy(reader, r)
	input, problem := reader.Close()
	if problem != nil {
		err = problem // a Write that fails does so because of it
	}
	return input, err
}

// Write reads the next piece. It fails if nothing of what follows will be read:
// then Close returns the same error, and what was read before it. Otherwise it
// reads all of p, and keeps none of it.
func (r *Reader) Write(p []byte) (int, error) {
	n := len(p)
	if !r.started {
		if len(r.head) > 0 || n < headSize {
			r.head = append(r.head, p...)
			if len(r.head) < headSize {
				return n, nil
			}
			p, r.head = r.head, nil
		}
		r.start(p)
	}
	r.lines(p)
	if r.err != nil {
		return 0, r.err
	}
	return n, nil
}

// Close ends the text and returns what was found in it, even where there is an
// error, which is a [Problem]: then it is what came before.
func (r *Reader) Close() (*Input, error) {
	if !r.started {
		head := r.head
		r.head = nil
		r.start(head)
		r.lines(head)
	}
	if r.err == nil && (len(r.rest) > 0 || r.tooLong) {
		r.line(r.rest)
	}
	if r.parser != nil {
		r.parser.end()
	}
	r.rest = nil
	return &r.in, r.err
}

// Input returns what was found so far, for showing progress: it changes with the
// next Write, and the calls of Logs come with Close.
func (r *Reader) Input() *Input { return &r.in }

func (r *Reader) start(text []byte) {
	r.started = true
	head := text[:min(len(text), headSize)]
	r.in.Kind = r.options.Kind
	if problem := notText(head); problem != "" {
		r.in.Kind = Detect
		r.fail(Problem{Want: problem})
		return
	}
	sample := sampleLines(head)
	if len(sample) == 0 {
		r.in.Kind = Detect
		r.fail(Problem{Want: "there is nothing in it; one key a line is enough"})
		return
	}
	if r.in.Kind == Detect {
		r.in.Kind = detect(sample)
	}
	switch r.in.Kind {
	case Records:
		r.in.Record = &Record{}
		r.parser = &recordParser{Reader: r, rec: r.in.Record, functions: map[string]int{}}
	case Logs:
		r.parser = &logParser{Reader: r, functions: map[string]int{}}
	case Table:
		r.parser = newTableParser(r, sample)
	case Access:
		r.parser = newAccessParser(r, sample)
	default:
		r.parser = newKeysParser(r)
	}
}

func (r *Reader) lines(p []byte) {
	if r.in.Lines == 0 && len(r.rest) == 0 {
		p = bytes.TrimPrefix(p, []byte("\ufeff"))
	}
	for r.err == nil && !r.in.Cut {
		i := bytes.IndexByte(p, '\n')
		if i < 0 {
			r.keep(p)
			return
		}
		if len(r.rest) == 0 && !r.tooLong && i <= r.maxLine() {
			r.line(p[:i])
		} else {
			r.keep(p[:i])
			r.line(r.rest)
			r.rest, r.tooLong = r.rest[:0], false
		}
		p = p[i+1:]
	}
}

// A record may say of one body that it asked for millions of keys.
func (r *Reader) maxLine() int {
	if r.in.Kind == Records {
		return 16 * MaxLine
	}
	return MaxLine
}

func (r *Reader) keep(p []byte) {
	if len(r.rest)+len(p) > r.maxLine() {
		r.tooLong = true
		p = p[:min(len(p), max(0, 100-len(r.rest)))] // enough to show
	}
	if !r.tooLong || len(r.rest) < 100 {
		r.rest = append(r.rest, p...)
	}
}

func (r *Reader) line(line []byte) {
	r.in.Lines++
	if r.tooLong {
		r.bad(line, fmt.Sprintf("the line is longer than %d million characters; lines end with a line feed", r.maxLine()>>20))
		return
	}
	r.parser.line(bytes.TrimSuffix(line, []byte{'\r'}))
}

// bad notes that the line just read is not understood.
func (r *Reader) bad(line []byte, want string) {
	r.badAt(r.in.Lines, line, want)
}

func (r *Reader) badAt(n int, line []byte, want string) {
	p := Problem{Line: n, Text: beginning(line), Want: want}
	if r.in.Kind == Records {
		r.fail(p)
		return
	}
	if r.in.Bad++; len(r.in.Problems) < 20 {
		r.in.Problems = append(r.in.Problems, p)
	}
}

// fail ends the reading.
func (r *Reader) fail(p Problem) {
	r.err = p
	r.in.Bad++
	r.in.Problems = append(r.in.Problems, p)
}

// take takes from what may still be read and reports whether there was enough.
func (r *Reader) take(calls, keys, text int) bool {
	l := &r.left
	l.calls -= calls
	l.keys -= keys
	l.text -= text
	if l.calls < 0 || l.keys < 0 || l.text < 0 {
		r.in.Cut = true
	}
	return !r.in.Cut
}

// sampleLines returns the lines of a head that are not empty, 200 at most, all
// of them complete where there is more than one.
func sampleLines(head []byte) [][]byte {
	var sample [][]byte
	complete := bytes.LastIndexByte(head, '\n')
	if complete > 0 && len(head) >= headSize {
		head = head[:complete]
	}
	for line := range bytes.Lines(bytes.TrimPrefix(head, []byte("\ufeff"))) {
		if line = bytes.TrimRight(line, "\r\n"); len(bytes.TrimSpace(line)) > 0 {
			sample = append(sample, line)
		}
		if len(sample) == 200 {
			break
		}
	}
	return slices.Clip(sample)
}
