package show

import "playground/app/words"

// A Text is one that the visitor brings: as a file, or typed, or pasted.
type Text struct {
	Name string // of the file, "" if it was typed
	Size int64  // in bytes
	From any    // what the page reads it from; a place gives it back, to have it read anew
	Kept string // the name that the browser kept it under if it was asked for by that, else ""
}

// A Taker is a place that reads texts: dropped on the page, opened, or pasted. The
// page reads them in pieces, so that a large one holds nothing up.
type Taker interface {
	// Take tells that a text comes, and ends the one that was coming.
	Take(t Text) Change

	// Feed reads the next piece, of which it keeps nothing. More reports whether
	// the place wants any of what follows.
	Feed(piece []byte) (change Change, more bool)

	// Fed ends the text. err tells that the browser could not read it to its end.
	Fed(err error) Change

	// Again returns, once, what is to be read anew: the From of a text, or the name,
	// a string, that the browser keeps it under. It is nil if there is nothing.
	Again() (from any)
}

// A Keeper is a place with something that no address can hold, but that the
// browser keeps until the next visit.
type Keeper interface {
	// Keep returns what is to be kept, and whether that has changed since it was
	// asked last.
	Keep() (k Kept, changed bool)

	// NotKept tells that the browser does not keep it.
	NotKept() Change

	// Restore takes the Text of what was kept; "" for nothing.
	Restore(text string) Change
}

// Kept is what the browser keeps for a place.
type Kept struct {
	Text string
	File any // the From of a text that is too long to be in Text; nil if there is none
}

// A Pictured is a place whose pictures can be saved, by the data-view of each.
type Pictured interface {
	Picture(view string) Picture

	// CSV is the table that a picture is drawn from, "" where there is none.
	CSV(view string) string
}

// A Picture is what is to be known of a picture to save it.
type Picture struct {
	Selector, Title, Footer string
	Legend                  []words.Meaning // those that are explained beneath it
}
