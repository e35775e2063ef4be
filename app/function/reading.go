package function

import (
	"playground/app/calls"
	"playground/app/link"
	"playground/app/show"
)

// A reading is a text on its way to be a record. An example, and what the browser
// kept, is here as a whole; the page feeds what the visitor brings.
type reading struct {
	show.Text
	at     string    // the address that it will have
	log    *show.Log // how to read it if it is a log that was handed over, else nil
	done   int64     // bytes read so far
	text   []byte    // as a whole, or of what is fed as much as can be kept
	here   bool      // it is
	reader *calls.Reader
	failed bool         // nothing of what follows will be read
	kept   bool         // the browser has it
	linked *link.Record // it came with a link
}

// Take tells that a text comes.
func (p *Place) Take(t show.Text) Change {
	r := &reading{Text: t, at: ownAddress, kept: t.Kept == fileName}
	if t.Kept == show.LogName {
		r.log, r.at = &p.log, p.log.Fragment()
	}
	return p.take(r)
}

func (p *Place) take(r *reading) Change {
	p.awaited, p.prepared = false, nil
	o := calls.Options{}
	if r.log != nil {
		o = r.log.Options
	}
	r.reader = calls.NewReader(o)
	p.reading, p.tells.Problem, p.tells.Reading = r, "", false
	return Brought
}

// Feed reads the next piece of a text. More reports whether what follows is wanted.
func (p *Place) Feed(piece []byte) (change Change, more bool) {
	r := p.reading
	if r == nil || r.here {
		return 0, false // another one has taken its place
	}
	if r.done+int64(len(piece)) <= mostWritten {
		r.text = append(r.text, piece...)
	}
	r.read(piece)
	p.progress()
	return Brought, !r.failed
}

// Fed ends a text that was fed.
func (p *Place) Fed(err error) Change {
	r := p.reading
	if r == nil || r.here {
		return 0
	}
	if err != nil {
		p.reading, p.tells.Reading = nil, false
		p.tells.Problem = r.said() + " could not be read: " + sentence(err.Error())
		return Brought
	}
	return p.end()
}

// said names the text in a sentence.
func (r *reading) said() string {
	switch {
	case r.Name != "":
		return r.Name
	case r.log != nil:
		return "The log"
	}
	return "The record"
}

func (r *reading) read(piece []byte) {
	r.done += int64(len(piece))
	_, err := r.reader.Write(piece)
	r.failed = err != nil
}

func (p *Place) progress() {
	p.tells.Reading = true
	p.tells.Share = float64(p.reading.done) / float64(max(1, p.reading.Size))
}

// piece is how much is read between two looks at the clock.
const piece = 16 << 10

// read reads on in a text that is here, while there is time.
func (p *Place) read(time func() bool) Change {
	r := p.reading
	for r.done < r.Size && !r.failed {
		if !time() {
			p.progress()
			return Brought
		}
		r.read(r.text[r.done:min(r.done+piece, r.Size)])
	}
	return p.end()
}

// end ends the reading.
func (p *Place) end() Change {
	r := p.reading
	p.reading, p.tells.Reading = nil, false
	if r.done == 0 && r.Name == "" && r.log == nil {
		return Brought // the text box was emptied
	}
	in, err := r.reader.Close()
	if r.log == nil {
		if problem := problemOf(in, err); problem != "" {
			return p.refuse(r, problem)
		}
	}
	p.prepared = &prepared{reading: r, in: in}
	p.tells.Reading = true
	return Brought
}

// refuse says why a text cannot be shown.
func (p *Place) refuse(r *reading, problem string) Change {
	p.tells.Problem = problem
	if r.Name != "" {
		p.tells.Problem = r.Name + ": " + problem
	}
	return Brought | p.Say(p.tells.Problem)
}
