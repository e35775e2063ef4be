package function

import "playground/app/link"

// Visit shows the record that came with a link, if one did.
func (p *Place) Visit(fragment string, _ bool) Change {
	r, ok, notice := link.DecodeRecord(fragment)
	switch {
	case !ok:
		return 0
	case notice != "":
		return p.Notice("This link could not be read.", notice)
	}
	return p.take(&reading{from: "From this link", text: []byte(r.Text), size: int64(len(r.Text)), here: true, linked: &r})
}

// Address leads to the record and the step that are shown if the record came with a
// link. It says nothing of one that is the visitor's own: that is not handed on
// unless it is asked for.
func (p *Place) Address() (fragment, entry string) {
	if p.linked == nil || p.Running() || p.reading != nil {
		return "", ""
	}
	r := link.Record{Text: p.linked.Text, Step: -1}
	entry, _ = link.EncodeRecord(r) // it came with a link, so it is not too long for one
	if step := p.Link().Step; step >= 0 {
		r.Step = step
	}
	fragment, _ = link.EncodeRecord(r)
	return fragment, entry
}
