package keys

import (
	"bytes"

	"playground/app/calls"
	"playground/app/calls/keylog"
	"playground/app/show"
)

// A coming log is read, and then gone through.
type coming struct {
	source
	reader  *calls.Reader
	pending []byte // what is to be fed that the page does not feed
	inside  bool   // the page does not feed it
	got     int64  // bytes read
	stopped bool
	in      *calls.Input
	which   int
	pass    *keylog.Pass
}

const (
	keptHere    = 256 << 10 // bytes of a text that are kept, here and in the browser
	shownWhole  = 64 << 10  // bytes of a text that stand in the box as a whole
	shownLines  = 200       // of a longer one
	pieceSize   = 16 << 10  // what is read between two looks at the clock
	callsAtOnce = 4000      // what is gone through between two looks at the clock
)

// Take begins to read a text that the page feeds.
func (p *Place) Take(t show.Text) Change {
	s := source{name: t.Name, size: t.Size, from: t.From}
	if w := p.wait; w != nil && w.size == s.size { // else another one has come before it
		s.options = w.options
	}
	p.wait = nil
	p.start(s)
	return Coming
}

func (p *Place) start(s source) {
	p.problem = ""
	p.coming = &coming{source: s, reader: calls.NewReader(s.options)}
}

// begin begins to read a text that is here, all of it.
func (p *Place) begin(s source, text []byte) Change {
	s.text = nil
	p.start(s)
	p.coming.pending, p.coming.inside = text, true
	return Coming
}

// Feed reads the next piece.
func (p *Place) Feed(piece []byte) (change Change, more bool) {
	c := p.coming
	if c == nil || c.reader == nil || c.inside || c.stopped {
		return 0, false
	}
	return Coming, c.feed(piece)
}

func (c *coming) feed(piece []byte) (more bool) {
	c.got += int64(len(piece))
	c.text = append(c.text, piece[:min(len(piece), max(0, keptHere-len(c.text)))]...)
	_, err := c.reader.Write(piece)
	return err == nil && !c.reader.Input().Cut
}

// Fed ends the text.
func (p *Place) Fed(err error) Change {
	if c := p.coming; c == nil || c.inside || c.reader == nil {
		return 0 // another log has taken the place of the one that ended
	}
	return p.read(err)
}

// read says what a text is that has ended.
func (p *Place) read(err error) Change {
	c := p.coming
	if c.stopped || err != nil {
		c.reader.Stop()
	}
	in, problem := c.reader.Close()
	c.reader = nil
	switch {
	case c.stopped && len(in.Logs) == 0:
		return p.refuse(stoppedEarly)
	case p.cut != "" && c.name == "" && bytes.Contains(c.text, []byte(p.cut)):
		p.write(p.box)
		return p.refuse("This is only the beginning of " + p.shown.said() + ", so it cannot be changed here. Press Clear for an empty box, or paste, open or drop another log.")
	case err != nil && len(in.Logs) == 0:
		return p.refuse("The browser could not read " + c.said() + ": " + err.Error() + ".")
	case in.Kind == calls.Records:
		return p.refuse("This is a call record. It has more than a list of keys: it can be replayed at any maxsize, recursion included. It belongs into Your function.")
	case problem != nil:
		return p.refuse("Not read: " + problem.Error() + ".")
	}
	most := -1
	for i, l := range in.Logs {
		if n := len(l.Calls); n > 0 && (most < 0 || n > len(in.Logs[most].Calls)) {
			most = i
		}
	}
	if most < 0 && c.stopped {
		return p.refuse(stoppedEarly)
	}
	if most < 0 {
		why := "There is no key in it: one a line is enough."
		if len(in.Problems) > 0 {
			why = "Not read: " + in.Problems[0].Error() + "."
		}
		return p.refuse(why)
	}
	c.in = in
	if err != nil {
		c.stopped = true
		p.Notice("The browser could not read all of " + c.said() + ": " + err.Error() + ".")
	}
	c.look(most)
	return Coming
}

// stoppedEarly is said where Stop leaves nothing to show.
const stoppedEarly = "Stopped by hand, before there was a call to show."

// look begins to go through the calls of one of the functions.
func (c *coming) look(which int) {
	c.which, c.pass = which, keylog.NewPass(c.in.Logs[which].Log)
}

// refuse says why a text cannot be read. What is shown stays.
func (p *Place) refuse(why string) Change {
	p.coming, p.problem = nil, why
	return Coming | Box | p.Say(why)
}

// Again returns, once, what is to be read anew.
func (p *Place) Again() (from any) {
	if s := p.again; s != nil {
		p.again, p.wait = nil, s
		from = s.from
	}
	return from
}

// Reread reads what is shown anew, as another kind of text or with the keys in
// another column.
func (p *Place) Reread(o calls.Options) Change {
	s := p.shown.source
	s.options = o
	if s.whole() {
		return p.begin(s, s.text)
	}
	p.again = &s
	return Coming
}

// Function looks at the calls of another function of the same log.
func (p *Place) Function(which int) Change {
	if which < 0 || which >= len(p.shown.in.Logs) {
		return 0
	}
	s := p.shown
	p.coming = &coming{source: s.source, in: s.in, got: s.size}
	p.coming.look(which)
	return Coming
}
