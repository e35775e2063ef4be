package function

import (
	"playground/app/link"
	"playground/app/show"
)

// showLinked shows the record that came with a link; notice says why it cannot be
// read, if that is so.
func (p *Place) showLinked(r link.Record, notice string) Change {
	if notice != "" {
		return p.Notice("This link could not be read.", notice)
	}
	text := show.Text{Name: "From this link", Size: int64(len(r.Text))}
	return p.take(&reading{Text: text, text: []byte(r.Text), here: true, linked: &r})
}

// linkedAddress leads to the record that came with a link, and to the step that is
// shown. There is none while it runs.
func (p *Place) linkedAddress() (fragment, entry string) {
	if p.Running() {
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
