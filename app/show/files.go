package show

import "playground/app/words"

// A Taker is a place that reads files: dropped on the page, opened, or pasted. The
// page reads them in pieces, so that a large one holds nothing up.
type Taker interface {
	// Take tells that a text comes, of so many bytes, and ends the one that was
	// coming. name is that of the file, or "" if it was pasted or typed.
	Take(name string, size int64) Change

	// Feed reads the next piece, of which it keeps nothing. More reports whether
	// the place wants any of what follows.
	Feed(piece []byte) (change Change, more bool)

	// Fed ends the text. err tells that the browser could not read it to its end.
	Fed(err error) Change

	// Again reports, once, that the text that came last is to be read anew.
	Again() bool
}

// A Keeper is a place with something that no address can hold, but that the
// browser keeps until the next visit.
type Keeper interface {
	// Keep returns what is to be kept, and whether that has changed since it was
	// asked last.
	Keep() (text string, changed bool)

	// Restore takes what was kept; "" for nothing.
	Restore(text string) Change
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
