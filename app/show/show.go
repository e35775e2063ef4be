// Package show is what the places of the site have in common: how a place tells
// the page what to draw, what changed, and what its controls do.
//
// A place is a model: values and transitions that change them. The page (package
// main) finds the elements of the place's views, draws them when something changes
// that they depend on, and hands over what is done to the controls. So a place
// knows nothing of a browser and can be tested as it is.
package show

import (
	"playground/app/markup"
	"playground/app/views"
)

// A Change says what a transition changed: a set of bits, which each place names
// for itself. Those that the page itself has to follow are the same everywhere.
type Change uint32

// What the page itself follows.
const (
	Shown   Change = 1 << (31 - iota) // what is shown: it is read out, and the address follows
	Dressed                           // how the page is shown as a whole: the address follows
	Lit                               // which key is lit, which call is chosen
	Leaving                           // which entries are on their way out
	Sheet                             // what the dialog over the page shows
	Notices                           // what stands above the page
	Said                              // what is to be read out
	Brought                           // what is said of a text that the visitor brought
)

// Everything is all there is to change.
const Everything = ^Change(0)

// Has reports whether the change has any of the bits.
func (c Change) Has(bits Change) bool { return c&bits != 0 }

// A View is an element of the page that is drawn again whenever something changes
// that it depends on.
type View struct {
	ID   string // of the element
	On   Change // what it depends on
	Wide int    // for a picture, which is laid out for a width: the one it has on a desktop
	Draw func(width int) markup.Node

	// Last has a picture that takes long follow the others by a frame, so that what
	// the hand is on answers at once.
	Last bool
}

// narrow is the width that a picture has on a phone of 360 pixels.
const narrow = 318

// Prerendered is what the site's HTML has of a view: of a picture, one laid out
// for a desktop and one for a phone, of which the style sheet shows one.
func (v View) Prerendered() markup.Node {
	if v.Wide == 0 {
		return v.Draw(0)
	}
	return markup.El("div").Of(
		markup.El("div", "data-shell", "wide").Of(v.Draw(v.Wide)),
		markup.El("div", "data-shell", "narrow").Of(v.Draw(narrow)),
	)
}

// An Input is what a control says when it is used.
type Input struct {
	ID      string
	Value   string
	Checked bool
	Data    func(name string) string // its data- attributes, by their names in JavaScript; "" where it has none
}

// A Place is a page of the site.
type Place interface {
	// Views are all that is drawn, in the order of the page. The functions draw the
	// place as it is when they are called.
	Views() []View

	// Do does what a control says in its data-do attribute, and reports whether the
	// place knows of it.
	Do(what string, in Input) (Change, bool)

	// Work goes on, while there is time, with what takes longer than a moment.
	// passed is the time in seconds since it was called last.
	Work(time func() bool, passed float64) Change

	// Waiting reports whether there is something for Work to do.
	Waiting() bool

	// Sentence is what is read out of what is shown now.
	Sentence() string

	// Address is what the address bar says of what is shown, without its #, and the
	// part of that which makes a place of its own in the browser's history.
	Address() (fragment, entry string)

	// Visit shows what an address says. kept tells that it is no link, but what was
	// shown here last.
	Visit(fragment string, kept bool) Change

	// Share is the sheet with the links to what is shown.
	Share() views.Sheet

	// Dress is how the page is shown as a whole.
	Dress() Dress

	// Motion is how many steps a second things move by themselves; 0 while nothing
	// does.
	Motion() float64
}

// A Dress is how a page is shown as a whole, for the style sheet.
type Dress struct {
	Embed   bool   // in a frame of another page
	Present bool   // to a room
	Paper   bool   // a worksheet is to be printed
	Listed  bool   // what a picture shows is listed, too
	Parts   string // of an embedded page: the names of those that are shown, with spaces between
}

// A Press is a key that was pressed where it means something.
type Press struct {
	Key    string // as the browser calls it: "ArrowLeft", "k"
	Shift  bool
	Slider bool   // on a slider
	Field  bool   // on a slider, a field, a box or a list
	ID     string // of the element
}
