// Package keys is the place "Your keys": a log of keys gives the hit ratio for
// every maxsize, and the smallest maxsize that is good enough.
//
// The text of a log comes in pieces (Take, Feed, Fed), and what is computed of it
// in slices (Work), so nothing holds the page up, however long the log is. Until a
// new log has been read and gone through, what is shown is the one before it,
// whole; and so it stays if the new one cannot be read.
//
// A Place is for one goroutine.
package keys

import (
	"playground/app/calls"
	"playground/app/calls/keylog"
	"playground/app/show"
	"playground/app/views"
)

// A Change says what a transition changed.
type Change = show.Change

const (
	Result Change = 1 << iota // what is known of the log that is shown
	Size                      // the maxsize that is looked at
	Lines                     // what other policies give
	Coming                    // how far the next log is
	Box                       // what stands in the box for a log
	Field                     // what stands in the field for a maxsize
	Layout                    // whether it is shown to a room
)

// Default is the maxsize of lru_cache, if nothing is said.
const Default = 128

// A Place is what the page shows. Make one with New.
type Place struct {
	show.Page
	shown  result
	coming *coming // the next log, or nil
	again  *source // what the page is to read anew, or nil
	wait   *source // what it was asked for last and has not come yet, or nil

	own     source // the log that the visitor brought, to come back to
	counter int    // of the logs that the visitor brought
	dirty   bool   // what is to be kept has changed

	problem string // why the last text could not be read
	box     string // what is written into the box
	touched bool   // somebody or something has written into it
	cut     string // the line in the box that stands for all that do not fit, or ""

	part   int // of what is attainable, in percent, that is enough
	chosen int // the maxsize that is looked at
	wanted int // that of the address, for the log that comes; 0 if none
	field  views.Field
	lines  []*line

	present bool // to a room

	base string // the address of the page
}

// New returns a place that shows the first example.
func New() *Place {
	p := &Place{part: 95}
	for _, policy := range []keylog.Policy{keylog.FIFO, keylog.LFU, keylog.SIEVE, keylog.Optimal} {
		p.lines = append(p.lines, &line{policy: policy})
	}
	p.Example(examples[0].name)
	for p.coming != nil {
		p.Work(func() bool { return true }, 0)
	}
	p.touched = false
	return p
}

// A source is the text of a log, and where it came from.
type source struct {
	name    string // of the file, "" if it was typed
	example string // the name of the example that it is, or ""
	size    int64
	text    []byte // as much of it as is kept here
	from    any    // what the page reads it from, or the name that the browser keeps it under
	options calls.Options
}

// whole reports whether all of the text is kept here.
func (s source) whole() bool { return int64(len(s.text)) == s.size }

// said names the source in a sentence.
func (s source) said() string {
	switch {
	case s.example != "":
		return "the example " + s.example
	case s.name != "":
		return s.name
	}
	return "the log"
}

// A result is a log with all that is known of it.
type result struct {
	source
	in        *calls.Input
	which     int // of in.Logs
	stopped   bool
	curve     keylog.Curve
	hottest   []keylog.Count
	once      int
	verdicts  []keylog.Verdict
	recursive bool
}

func (r result) log() keylog.Log { return r.in.Logs[r.which].Log }

// An example is a log that comes with the page.
type example struct {
	name, label string
	log         func() keylog.Log
}

var examples = [...]example{
	{"sessions", "Example: sessions", keylog.Sessions},
	{"nightly-scan", "Example: nightly scan", keylog.NightlyScan},
}

// Example shows one of the examples; it does nothing if there is none of that
// name.
func (p *Place) Example(name string) Change {
	for _, e := range examples {
		if e.name != name {
			continue
		}
		var text []byte
		log := e.log()
		for _, key := range log.Calls {
			text = append(append(text, log.Keys[key]...), '\n')
		}
		return p.begin(source{name: e.label, example: e.name, size: int64(len(text))}, text)
	}
	return 0
}

// Choose looks at a maxsize.
func (p *Place) Choose(size int) Change {
	size = max(1, min(size, p.shown.curve.Keys()))
	p.field = views.Field{Text: itoa(size)}
	if size == p.chosen {
		return Field
	}
	p.chosen = size
	return Size | Field | show.Shown
}

// Demand sets the part of what is attainable, in percent, that is enough, and
// looks at the smallest maxsize that gives it.
func (p *Place) Demand(percent int) Change {
	p.part = max(1, min(percent, 100))
	return p.Choose(p.Enough()) | Result | Size | show.Shown
}

// Enough is the smallest maxsize that gives the part that was demanded.
func (p *Place) Enough() int { return p.shown.curve.Enough(float64(p.part) / 100) }

// hopeless reports that no maxsize makes a cache worth having.
func (r result) hopeless() bool {
	return len(r.verdicts) > 0 && r.verdicts[0].Hopeless()
}
