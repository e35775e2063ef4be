package dom

import (
	"strings"

	"playground/app/markup"
)

// A sheet is a saved picture's layout: the title, the picture itself, the legend
// and the footer from top to bottom, with a margin around them all.
type sheet struct {
	width, height float64 // of the whole, in CSS pixels
	x, y          float64 // where the picture itself begins
	around        markup.Node

	room    float64 // the width that texts have
	measure func(part, text string) float64
}

const (
	margin    = 16.0
	thinnest  = 200.0 // beside a narrower picture texts still have this width
	gap       = 8.0   // between the parts
	titleSize = 15.0
	titleLine = 21.0
	wordsSize = 12.0
	wordsLine = 18.0
	markSize  = 16.0
	markGap   = 5.0  // between a mark and its words
	signGap   = 16.0 // between two signs in a line
	baseLine  = 0.75 // where in a line it is, from the top
)

// The texts are named as those of the pictures are, for the style sheet.
const (
	partTitle = "title"
	partWords = "words"
)

// layOut places what is written around a picture of that size. What a text
// measures in the fonts of the page, measure says.
func layOut(p Picture, width, height float64, measure func(part, text string) float64) sheet {
	s := sheet{x: margin, y: margin, around: markup.El("g"), room: max(width, thinnest), measure: measure}
	s.width = s.room + 2*margin
	if p.Title != "" {
		s.y = s.lines(partTitle, s.y, titleLine, titleSize, p.Title) + gap
	}
	y := s.y + height
	if len(p.Legend) > 0 {
		y = s.legend(y+gap, p.Legend)
	}
	if p.Footer != "" {
		y = s.lines(partWords, y+gap, wordsLine, wordsSize, p.Footer)
	}
	s.height = y + margin
	return s
}

// lines writes a text from y on and returns where it ends.
func (s *sheet) lines(part string, y, line, size float64, text string) float64 {
	for _, words := range s.wrap(part, text, s.room) {
		s.write(part, margin, y, line, size, words)
		y += line
	}
	return y
}

// legend writes the signs, as many in a line as there is room for, and returns
// where they end.
func (s *sheet) legend(y float64, signs []Sign) float64 {
	used := 0.0 // of the line
	for _, sign := range signs {
		indent := 0.0
		if sign.Mark.Tag != "" {
			indent = markSize + markGap
		}
		lines := s.wrap(partWords, sign.Words, s.room-indent)
		wide := s.room // a sign of several lines stands alone
		if len(lines) == 1 {
			wide = indent + s.measure(partWords, lines[0])
		}
		if used > 0 && used+wide > s.room {
			used, y = 0, y+wordsLine
		}
		if indent > 0 {
			s.around = s.around.Of(sign.Mark.With("x", margin+used, "y", y+(wordsLine-markSize)/2))
		}
		for i, line := range lines {
			if i > 0 {
				y += wordsLine
			}
			s.write(partWords, margin+used+indent, y, wordsLine, wordsSize, line)
		}
		used += wide + signGap
	}
	return y + wordsLine
}

func (s *sheet) write(part string, x, y, line, size float64, text string) {
	s.around = s.around.Of(markup.El("text", "data-part", part, "x", x, "y", y+line*baseLine, "font-size", size).Say(text))
}

// wrap breaks a text into lines that fit in the room; a word that is too long for
// it stands alone.
func (s *sheet) wrap(part, text string, room float64) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(text) {
		switch longer := line + " " + word; {
		case line == "":
			line = word
		case s.measure(part, longer) <= room:
			line = longer
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
