package keys

import (
	"bytes"
	"strings"

	"playground/app/words"
)

// Clear empties the box. What is shown stays, until another log comes.
func (p *Place) Clear() Change {
	p.coming, p.problem = nil, ""
	p.cut = ""
	p.write("")
	p.own, p.dirty = source{}, true
	return Coming | Box
}

// write writes into the box. What stands there may be something else than what was
// written last, so that has to differ.
func (p *Place) write(text string) {
	if p.touched && text == p.box {
		text += "\n"
	}
	p.box, p.touched = text, true
}

// fillBox shows the text of the log, unless somebody types it there: then it
// stands there already.
func (p *Place) fillBox() {
	s := p.shown
	short := s.whole() && len(s.text) <= shownWhole && s.example == ""
	if short {
		p.cut = ""
		if s.name != "" {
			p.write(strings.ToValidUTF8(string(s.text), "\ufffd"))
		}
		return
	}
	text, lines := s.text[:min(len(s.text), shownWhole)], 0
	for i, b := range text {
		if b != '\n' {
			continue
		}
		if lines++; lines == shownLines {
			text = text[:i+1]
			break
		}
	}
	if i := bytes.LastIndexByte(text, '\n'); i >= 0 {
		text = text[:i+1]
	}
	p.cut = "… and " + words.Plural(max(1, s.in.Lines-lines), "more line", "more lines")
	p.write(strings.ToValidUTF8(string(text), "\ufffd") + p.cut)
}
