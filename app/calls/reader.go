package calls

import (
	"bytes"
	"io"
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

// Stop says that the text is read no further: of its last line only a part has come,
// and is left out. Close is to follow.
func (r *Reader) Stop() {
	r.head = r.head[:bytes.LastIndexByte(r.head, '\n')+1]
	r.rest, r.tooLong = nil, false
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
