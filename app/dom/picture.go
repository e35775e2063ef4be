package dom

import (
	"errors"

	"playground/app/markup"
)

// A Picture says what to save of the page and what to write around it.
type Picture struct {
	File     string // the name of the file, without .svg or .png
	Selector string // finds the SVG elements of the page, saved as they lie beside and over each other
	Title    string // above the picture; may be ""
	Legend   []Sign // below it
	Footer   string // at the foot; may be ""
}

// A Sign explains one mark of a picture.
type Sign struct {
	Mark  markup.Node // an svg element of 16 by 16, or the zero Node for none
	Words string
}

// Why a picture cannot be saved, in words for the visitor.
var (
	ErrNotShown   = errors.New("the picture is not shown at the moment, so it cannot be saved")
	ErrUnreadable = errors.New("this browser does not let pages read what they draw (resistFingerprinting in Firefox), so a PNG would show noise. Save the picture as SVG instead")
	ErrRefused    = errors.New("the browser could not make a file of the picture")
)
