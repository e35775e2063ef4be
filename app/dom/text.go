//go:build !js

package dom

// A Text is a text that the visitor brings.
type Text struct {
	Name string // of the file, "" if it was typed
	Size int    // in bytes
}

// OnText calls got with every text that the visitor brings.
func OnText(got func(Text)) {}

// Read returns up to so many bytes from at on.
func (Text) Read(at, most int) ([]byte, error) { return nil, ErrRefused }

// SaveText hands a text to the visitor as a file of that name and media type.
func SaveText(name, kind, text string) {}
