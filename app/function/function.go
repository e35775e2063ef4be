// Package function is the place for a function that the visitor brings: a call
// record, written at home by the recorder of package calls, is replayed through
// package lru and shown with the playground's pictures.
//
// Nothing here knows of a browser, and nothing leaves it: a text that is brought is
// read in slices, and what was shown before stays until the new record has run.
package function

import (
	"bytes"
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
	unsaved  bool          // own is not kept in the browser yet
	forgets  bool          // what is kept is to be forgotten
	shownBox string        // what is to stand in the text box, if fill
	fill     bool
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
	p.Model = model.NewRecorded(trace.ScriptOf(in.Record, in.Record.Program(0)))
	return p
}

// What is kept in the browser at most, in bytes.
const mostKept = 2_000_000

// Most is the largest text that is read, in bytes.
func (p *Place) Most() int { return MostText }

// Recorder is the recorder: the name of its file, and the file.
func (p *Place) Recorder() (name, text string) { return RecorderName, calls.Recorder() }

// MostText is the largest text that is read, in bytes.
const MostText = 200 << 20

// A reading is a text on its way to be a record.
type reading struct {
	from    string
	text    []byte
	at      int // read so far
	reader  *calls.Reader
	example bool
	kept    bool
}

// Take begins to read a text; from names where it is from, "" for the text box.
func (p *Place) Take(from string, text []byte) Change {
	return p.take(&reading{from: from, text: text})
}

func (p *Place) take(r *reading) Change {
	p.tells.Problem = ""
	if len(bytes.TrimSpace(r.text)) == 0 {
		p.reading = nil
		p.tells.Reading = false
		if r.from != "" {
			p.tells.Problem = r.from + " is empty; a call record begins with the line lru_cache record 1."
		}
		return Brought
	}
	r.reader = calls.NewReader(calls.Options{})
	p.reading = r
	return Brought
}

// Refuse says why a file cannot be had.
func (p *Place) Refuse(why string) Change {
	p.reading, p.tells.Reading, p.tells.Problem = nil, false, why
	return Brought
}

// piece is how much is read between two looks at the clock.
const piece = 16 << 10

// read reads on while there is time.
func (p *Place) read(time func() bool) Change {
	r := p.reading
	for r.at < len(r.text) {
		if !time() {
			p.tells.Reading, p.tells.Share = true, float64(r.at)/float64(len(r.text))
			return Brought
		}
		n := min(piece, len(r.text)-r.at)
		if _, err := r.reader.Write(r.text[r.at : r.at+n]); err != nil {
			break
		}
		r.at += n
	}
	p.reading, p.tells.Reading = nil, false
	in, err := r.reader.Close()
	if problem := problemOf(in, err); problem != "" {
		p.tells.Problem = problem
		if r.from != "" && !r.example {
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
	p.own, p.unsaved = "", false
	if !r.example {
		if len(r.text) <= mostKept {
			p.own = string(r.text)
		} else {
			p.tells.Found = append(p.tells.Found, "It is larger than 2 MB, so this browser does not keep it: open it again when you come back.")
		}
		p.tells.Kept = p.own != "" && r.kept
		p.unsaved = p.own != "" && !r.kept
	}
	change := p.ShowRecorded(trace.ScriptOf(in.Record, in.Record.Program(busiest)))
	return change | Brought | p.Say(p.tells.Found[0])
}

// Keep returns the text to be kept in the browser, if there is one that is not
// kept yet. Kept notes that it is.
func (p *Place) Keep() (text string, ok bool) { return p.own, p.unsaved }

// Kept notes whether the browser has kept the text.
func (p *Place) Kept(ok bool) Change {
	p.unsaved, p.tells.Kept = false, ok
	return Brought
}

// Box returns the text that is to stand in the text box, if that is to change.
func (p *Place) Box() (text string, ok bool) {
	ok, p.fill = p.fill, false
	return p.shownBox, ok
}

// Do does what a control says in its data-do attribute.
func (p *Place) Do(what string, in show.Input) (Change, bool) {
	switch what {
	case "record":
		return p.Take("", []byte(in.Value)), true
	case "example":
		for _, e := range Examples() {
			if e.Name == in.Data("example") {
				p.shownBox, p.fill = e.Text, true
				return p.take(&reading{from: e.Name, text: []byte(e.Text), example: true}), true
			}
		}
		return 0, true
	case "forget":
		p.tells.Kept, p.unsaved = false, false
		return Brought, true
	}
	return p.Model.Do(what, in)
}

// Work goes on with what takes longer than a moment: reading first.
func (p *Place) Work(time func() bool, passed float64) Change {
	if p.reading != nil {
		return p.read(time)
	}
	return p.Model.Work(time, passed)
}

// Waiting reports whether there is something for Work to do.
func (p *Place) Waiting() bool { return p.reading != nil || p.Model.Waiting() }

// Address says nothing: a record is too long for a link.
func (p *Place) Address() (fragment, entry string) { return "", "" }

// Visit shows what the browser has kept.
func (p *Place) Visit(text string, kept bool) Change {
	if !kept {
		return 0
	}
	return p.take(&reading{text: []byte(text), kept: true})
}

// Share is the sheet with the link to this place.
func (p *Place) Share() views.Sheet {
	s := p.Model.Share()
	s.Problem = "A call record is too long for a link. This one leads to the place and says nothing of your function: hand the record over as a file."
	s.Embed = ""
	return s
}
