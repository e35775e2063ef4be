package keys

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"playground/app/calls"
	"playground/app/show"
	"playground/app/views"
)

// Base tells the address of the page, without what a link adds to it.
func (p *Place) Base(address string) { p.base = address }

// Address says which example is shown, or that it is a log of the visitor's own,
// which no address holds; and what is looked at in it.
func (p *Place) Address() (fragment, entry string) {
	if p.coming != nil || p.again != nil || p.wait != nil {
		return "", ""
	}
	entry = "own" + itoa(p.counter)
	fragment = "own"
	if e := p.shown.example; e != "" {
		entry, fragment = e, "example="+e
	}
	if p.part != 95 {
		fragment += "&of=" + itoa(p.part)
	}
	if p.chosen != p.Enough() {
		fragment += "&max=" + itoa(p.chosen)
	}
	var on []string
	for _, l := range p.lines {
		if l.on {
			on = append(on, strings.ReplaceAll(l.policy.String(), " ", "-"))
		}
	}
	if len(on) > 0 {
		fragment += "&with=" + strings.Join(on, ",")
	}
	return fragment, entry
}

// Visit shows what an address says: an example, or the visitor's own log if there
// is one.
func (p *Place) Visit(fragment string, _ bool) Change {
	change := Result | Size | Lines
	show, own, unknown := "", fragment == "" && p.own.size > 0, false
	p.part, p.wanted = 95, 0
	for word := range strings.SplitSeq(fragment, "&") {
		name, value, _ := strings.Cut(word, "=")
		n, ok := 0, true
		for _, digit := range value {
			if ok = ok && digit >= '0' && digit <= '9' && n < 1e8; ok {
				n = 10*n + int(digit-'0')
			}
		}
		switch {
		case word == "":
		case name == "example":
			show = value
		case word == "own":
			own = true
		case name == "of" && ok && n > 0 && n <= 100:
			p.part = n
		case name == "max" && ok && n > 0:
			p.wanted = n
		case name == "with":
			for _, l := range p.lines {
				l.on = strings.Contains(","+value+",", ","+strings.ReplaceAll(l.policy.String(), " ", "-")+",")
				l.begin(p.shown)
			}
		default:
			unknown = true
		}
	}
	switch {
	case own && p.own.size == 0:
		p.Notice("The log that was shown here last is not kept in this browser. Open it again.")
		change |= p.visitExample(examples[0].name)
	case own && p.shown.example == "" && p.shown.size > 0:
		change |= p.arrive() // it is there already
	case own && p.own.whole():
		change |= p.begin(p.own, p.own.text)
	case own:
		own := p.own
		p.again = &own
	case show == "" || show == p.shown.example:
		change |= p.arrive()
	default:
		more := p.visitExample(show)
		unknown = unknown || more == 0
		change |= more
	}
	if unknown {
		change |= p.Notice("Not all of this link could be read.")
	}
	return change
}

func (p *Place) visitExample(name string) Change {
	if name == p.shown.example {
		return p.arrive()
	}
	return p.Example(name)
}

// arrive looks at the maxsize of the address in the log that is shown.
func (p *Place) arrive() Change {
	size := p.Enough()
	if p.wanted > 0 {
		size = p.wanted
	}
	p.wanted = 0
	return p.Choose(size)
}

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

// Keep returns the visitor's own log, if it is not too large, and whether it is
// another one than before.
func (p *Place) Keep() (k show.Kept, changed bool) {
	changed, p.dirty = p.dirty, false
	s := p.own
	o := s.options
	version, text := keptText, string(s.text)
	switch {
	case s.size == 0:
		return show.Kept{}, changed
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

// Share is the sheet with the link to what is shown, if there can be one.
func (p *Place) Share() views.Sheet {
	s := views.Sheet{Name: "log", What: "Share this", Link: p.base}
	if p.shown.example == "" {
		s.Text = "Your log stays in this browser, so no link can lead to it. What you can give away is a picture or a table: Save, above the curve. This link leads to the page."
		return s
	}
	fragment, _ := p.Address()
	s.Link += "#" + fragment
	s.Text = "The link leads to " + p.shown.said() + " as it is shown now."
	return s
}

// Dress is how the page is shown as a whole: as it is.
func (p *Place) Dress() show.Dress { return show.Dress{} }

// Motion is 0: nothing moves by itself.
func (p *Place) Motion() float64 { return 0 }
