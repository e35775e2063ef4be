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
	"playground/app/link"
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
	prepared *prepared
	record   *calls.Record // that is shown
	at       string        // its address
	own      own           // the visitor's record
	unsaved  bool          // own is another one than the browser has kept
	again    any           // what the page is to read anew, or nil
	awaited  bool          // it has not come yet
	log      show.Log      // if that is a log, how to read it
	linked   *link.Record  // that is shown, if it came with a link
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
	p.record, p.at = in.Record, exampleAddress+first.Name
	p.tells = Tells{From: first.Name, Found: found(in, counts(in.Record), 0)}
	p.Model = model.NewRecorded(trace.ScriptOf(in.Record, in.Record.Program(0)), remarksOf(first.Text).source)
	return p
}

// Recorder is the recorder: the name of its file, and the file.
func (p *Place) Recorder() (name, text string) { return RecorderName, calls.Recorder() }

// Box returns the text that is to stand in the text box, if that is to change.
func (p *Place) Box() (text string, ok bool) {
	ok, p.fill = p.fill, false
	return p.shownBox, ok
}

// Do does what a control says in its data-do attribute.
func (p *Place) Do(what string, in show.Input) (Change, bool) {
	switch what {
	case "example":
		return p.example(in.Data("example")), true
	case "forget":
		p.own, p.unsaved, p.tells.Kept = own{}, true, false
		return Brought | show.Dressed, true
	}
	return p.Model.Do(what, in)
}

// example shows an example; it does nothing if there is none of that name.
func (p *Place) example(name string) Change {
	for _, e := range Examples() {
		if e.Name == name {
			p.shownBox, p.fill = e.Text, true
			return p.take(&reading{Text: show.Text{Name: e.Name, Size: int64(len(e.Text))}, text: []byte(e.Text), here: true, at: exampleAddress + e.Name})
		}
	}
	return 0
}

// Work goes on with what takes longer than a moment: reading first.
func (p *Place) Work(time func() bool, passed float64) Change {
	if r := p.reading; r != nil && r.here {
		return p.read(time)
	}
	if p.prepared != nil {
		return p.prepare()
	}
	return p.Model.Work(time, passed)
}

// Waiting reports whether there is something for Work to do.
func (p *Place) Waiting() bool {
	return p.reading != nil && p.reading.here || p.prepared != nil || p.Model.Waiting()
}

// Large reports whether to draw it takes so long that the page does it in slices.
func (p *Place) Large() bool { return p.Steps() > 100_000 }

// Share is the sheet with the link to this place.
func (p *Place) Share() views.Sheet {
	s := p.Model.Share()
	s.Embed = ""
	if fragment, _ := p.Address(); p.linked != nil || isProgram(fragment) {
		s.Link += "#" + fragment
		return s
	}
	s.Problem = "A call record is too long for a link. This one leads to the place and says nothing of your function: hand the record over as a file."
	return s
}
