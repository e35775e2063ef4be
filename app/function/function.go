// Package function is the place for a function that the visitor brings: a call
// record, written at home by the recorder of package calls, is replayed through
// package lru and shown with the playground's pictures.
//
// Nothing here knows of a browser, and nothing leaves it: a text that is brought is
// read in slices, and what was shown before stays until the new record has run.
package function

import (
	_ "embed"
	"strings"

	"playground/app/calls"
	"playground/app/model"
	"playground/app/show"
	"playground/app/trace"
	"playground/app/views"
)

// Change says what a transition changed.
type Change = show.Change

// Brought is the change of what is said of the record.
const Brought = show.Brought

// A Place is the page of that name. Make one with New. It is for one goroutine.
type Place struct {
	*model.Model
	tells    Tells
	reading  *reading
	record   *calls.Record // that is shown
	own      string        // the text of the visitor's record; "" while an example is shown
	unsaved  bool          // own is another one than the browser has kept
	shownBox string        // what is to stand in the text box, if fill
	fill     bool
	link     string // the fragment of a link to the program that is shown, "" if there is none
}

// Tells is what the page says of what was brought.
type Tells struct {
	From    string   // the name of the file or the example; "" for text that was pasted
	Found   []string // sentences
	Problem string   // why it could not be read
	Reading bool
	Share   float64 // of it that is read
	Kept    bool    // in this browser
}

//go:embed examples/edit_distance.txt
var editDistance string

//go:embed examples/shop.txt
var shop string

// An Example is a record that is there at once.
type Example struct{ Name, Label, Text string }

// Examples are records made by the recorder.
func Examples() []Example {
	return []Example{
		{"edit_distance", "edit_distance", editDistance},
		{"shop", "a class with two caches", shop},
	}
}

// New returns a place that shows the first example, run to its end.
func New() *Place {
	p := &Place{}
	first := Examples()[0]
	in, err := calls.Read(strings.NewReader(first.Text), calls.Options{})
	if err != nil {
		panic("function: the example cannot be read: " + err.Error())
	}
	p.record = in.Record
	p.tells = Tells{From: first.Name, Found: found(in, counts(in.Record), 0)}
	p.Model = model.NewRecorded(trace.ScriptOf(in.Record, in.Record.Program(0)), remarksOf(first.Text).source)
	return p
}

// mostKept is how much is kept in the browser at most, in bytes.
const mostKept = 2_000_000

// Recorder is the recorder: the name of its file, and the file.
func (p *Place) Recorder() (name, text string) { return RecorderName, calls.Recorder() }

// A reading is a text on its way to be a record. An example, and what the browser
// kept, is here as a whole; the page feeds what the visitor brings.
type reading struct {
	from    string
	size    int64
	at      int64  // read so far
	text    []byte // as a whole, or of what is fed as much as can be kept
	here    bool   // it is
	reader  *calls.Reader
	failed  bool // nothing of what follows will be read
	example bool
	kept    bool
}

// Take tells that a text comes; name is that of its file, "" if it was typed.
func (p *Place) Take(name string, size int64) Change { return p.take(&reading{from: name, size: size}) }

func (p *Place) take(r *reading) Change {
	r.reader = calls.NewReader(calls.Options{})
	p.reading, p.tells.Problem, p.tells.Reading = r, "", false
	return Brought
}

// Feed reads the next piece of a text. More reports whether what follows is wanted.
func (p *Place) Feed(piece []byte) (change Change, more bool) {
	r := p.reading
	if r == nil || r.here {
		return 0, false // another one has taken its place
	}
	if r.at+int64(len(piece)) <= mostKept {
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
		p.tells.Problem = r.from + " could not be read: " + sentence(err.Error())
		return Brought
	}
	return p.end()
}

// Again: no text is read a second time.
func (p *Place) Again() bool { return false }

func (r *reading) read(piece []byte) {
	r.at += int64(len(piece))
	_, err := r.reader.Write(piece)
	r.failed = err != nil
}

func (p *Place) progress() {
	p.tells.Reading = true
	p.tells.Share = float64(p.reading.at) / float64(max(1, p.reading.size))
}

// piece is how much is read between two looks at the clock.
const piece = 16 << 10

// read reads on in a text that is here, while there is time.
func (p *Place) read(time func() bool) Change {
	r := p.reading
	for r.at < r.size && !r.failed {
		if !time() {
			p.progress()
			return Brought
		}
		r.read(r.text[r.at:min(r.at+piece, r.size)])
	}
	return p.end()
}

// end ends the reading.
func (p *Place) end() Change {
	r := p.reading
	p.reading, p.tells.Reading = nil, false
	if r.at == 0 && r.from == "" {
		return Brought // the text box was emptied
	}
	in, err := r.reader.Close()
	if problem := problemOf(in, err); problem != "" {
		p.tells.Problem = problem
		if r.from != "" {
			p.tells.Problem = r.from + ": " + problem
		}
		return Brought | p.Say(p.tells.Problem)
	}
	return p.show(r, in)
}

// show makes a record that was read the one that is shown.
func (p *Place) show(r *reading, in *calls.Input) Change {
	p.record = in.Record
	list := counts(in.Record)
	busiest := busiest(list)
	p.tells = Tells{From: r.from, Found: found(in, list, busiest)}
	switch {
	case r.example:
	case r.size <= mostKept:
		p.own, p.unsaved = string(r.text), !r.kept
		p.tells.Kept = true
	default:
		p.own, p.unsaved = "", true
		p.tells.Found = append(p.tells.Found, "It is larger than 2 MB, so this browser does not keep it: open it again when you come back.")
	}
	said := remarksOf(string(r.text))
	p.link = said.link
	change := p.ShowRecorded(trace.ScriptOf(in.Record, in.Record.Program(busiest)), said.source,
		func(rec *trace.Recording) []views.Printed { return printed(rec, said.prints) })
	return change | Brought | p.Say(p.tells.Found[0])
}

// Keep returns the visitor's own record, as a text, and whether it is another one
// than when it was asked last.
func (p *Place) Keep() (text string, changed bool) {
	changed, p.unsaved = p.unsaved, false
	return p.own, changed
}

// Restore shows what the browser has kept.
func (p *Place) Restore(text string) Change {
	if text == "" {
		return 0
	}
	return p.take(&reading{text: []byte(text), size: int64(len(text)), here: true, kept: true})
}

// Box returns the text that is to stand in the text box, if that is to change.
func (p *Place) Box() (text string, ok bool) {
	ok, p.fill = p.fill, false
	return p.shownBox, ok
}

// Do does what a control says in its data-do attribute.
func (p *Place) Do(what string, in show.Input) (Change, bool) {
	switch what {
	case "example":
		for _, e := range Examples() {
			if e.Name == in.Data("example") {
				p.shownBox, p.fill = e.Text, true
				return p.take(&reading{from: e.Name, text: []byte(e.Text), size: int64(len(e.Text)), here: true, example: true}), true
			}
		}
		return 0, true
	case "forget":
		p.own, p.unsaved, p.tells.Kept = "", true, false
		return Brought | show.Dressed, true
	}
	return p.Model.Do(what, in)
}

// Work goes on with what takes longer than a moment: reading first.
func (p *Place) Work(time func() bool, passed float64) Change {
	if r := p.reading; r != nil && r.here {
		return p.read(time)
	}
	return p.Model.Work(time, passed)
}

// Waiting reports whether there is something for Work to do.
func (p *Place) Waiting() bool { return p.reading != nil && p.reading.here || p.Model.Waiting() }

// Address is the link to the program, if it came with one: a record is too long.
func (p *Place) Address() (fragment, entry string) { return p.link, p.link }

// Visit does nothing. The editor shows the program that a link brings, and nothing of it
// runs before somebody says so.
func (p *Place) Visit(string, bool) Change { return 0 }

// Share is the sheet with the link to the program, or to this place.
func (p *Place) Share() views.Sheet {
	s := p.Model.Share()
	s.Embed = ""
	if p.link != "" {
		s.Link += "#" + p.link
		return s
	}
	s.Problem = "A call record is too long for a link. This one leads to the place and says nothing of your function: hand the record over as a file."
	return s
}
