package keys

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"playground/app/calls"
	"playground/app/show"
)

// What is kept of the visitor's own log begins with one of these: with it is its
// text, or the file.
const (
	keptText = "log 1"
	keptFile = "file 1"
)

// fileName is the name under which the browser keeps the file.
const fileName = "keys"

// mostKept is the size in bytes of the largest file that is kept.
const mostKept = 100 << 20

// Keep returns the visitor's own log, if it is not too large and another one than
// before, and whether it is.
func (p *Place) Keep() (k show.Kept, changed bool) {
	changed, p.dirty = p.dirty, false
	s := p.own
	if !changed || s.size == 0 {
		return show.Kept{}, changed
	}
	o := s.options
	version, text := keptText, string(s.text)
	switch {
	case s.whole() && utf8.ValidString(text):
	case s.size <= mostKept && s.from != nil:
		version, text, k.File = keptFile, strconv.FormatInt(s.size, 10), s.from
	default:
		return show.Kept{}, changed
	}
	k.Text = strings.Join([]string{version, s.name, itoa(int(o.Kind)), itoa(o.Column), itoa(int(o.Header)), text}, "\n")
	return k, changed
}

// NotKept tells that the browser does not keep it, of which nothing is said.
func (p *Place) NotKept() Change { return 0 }

// Restore takes what was kept. Visit shows it.
func (p *Place) Restore(text string) Change {
	parts := strings.SplitN(text, "\n", 6)
	if len(parts) < 6 {
		return 0
	}
	digit := func(s string) int { return max(0, strings.Index("0123456789", s)) * min(1, len(s)) }
	s := source{name: parts[1], options: calls.Options{
		Kind: calls.Kind(min(digit(parts[2]), int(calls.Access))), Column: digit(parts[3]), Header: calls.Header(min(digit(parts[4]), int(calls.WithoutHeader)))}}
	switch parts[0] {
	case keptText:
		s.text, s.size = []byte(parts[5]), int64(len(parts[5]))
	case keptFile:
		s.size, _ = strconv.ParseInt(parts[5], 10, 64)
		s.from = fileName
	default:
		return 0
	}
	p.own = s
	return 0
}

// Hand returns the log that is shown, to be shown in Your function at the maxsize
// that is chosen.
func (p *Place) Hand() (t show.Text, text, fragment string) {
	r := p.shown
	t = show.Text{Name: r.name, Size: r.size, From: r.from}
	if r.whole() {
		text, t.From = string(r.text), nil
	}
	o := r.options
	o.Kind, o.Column, o.Header = r.in.Kind, r.in.Column, calls.WithoutHeader
	if r.in.Header {
		o.Header = calls.WithHeader
	}
	return t, text, show.Log{Options: o, Function: r.which, Calls: r.curve.Calls(), MaxSize: p.chosen}.Fragment()
}
