//go:build !js

package dom

import "time"

// A Text is a text that the visitor brings.
type Text struct {
	Name string // of the file, "" if it was typed
	Size int    // in bytes
}

// OnText calls got with every text that the visitor brings.
func OnText(got func(Text)) {}

// Feed hands a text over in small pieces.
func (Text) Feed(slice time.Duration, feed func(piece []byte) (more bool), paused func()) error {
	return ErrRefused
}

// SaveText hands a text to the visitor as a file of that name and media type.
func SaveText(name, kind, text string) {}

// Keeps reports whether the browser keeps anything until the next visit.
func Keeps() bool { return false }

// NewText makes a text of a string.
func NewText(name, s string) Text { return Text{name, len(s)} }

// Keep has the browser keep the text under that name.
func (Text) Keep(as string) error { return ErrNotKept }

// Kept returns the text that the browser has kept under that name.
func Kept(as string) (Text, error) { return Text{}, ErrNotKept }

// Forget has the browser forget it.
func Forget(as string) {}
