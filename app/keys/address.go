package keys

import (
	"strings"

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
	if p.present {
		fragment += "&view=present"
	}
	if len(on) > 0 {
		fragment += "&with=" + strings.Join(on, ",")
	}
	return fragment, entry
}

// Visit shows what an address says: an example, or the visitor's own log if there
// is one.
func (p *Place) Visit(fragment string, _ bool) Change {
	change := Result | Size | Lines | Layout | show.Dressed
	show, own, unknown := "", fragment == "" && p.own.size > 0, false
	p.part, p.wanted, p.present = 95, 0, false
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
		case word == "view=present":
			p.present = true
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

// Dress is how the page is shown as a whole: as it is, or to a room. It is not shown
// in other pages: a log of one's own has no address, so an example is all that they
// could show.
func (p *Place) Dress() show.Dress { return show.Dress{Present: p.present} }

// Motion is 0: nothing moves by itself.
func (p *Place) Motion() float64 { return 0 }
