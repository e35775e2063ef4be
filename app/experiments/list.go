package experiments

import (
	"strconv"

	"playground/app/markup"
)

// list leads to every card.
func (p *Place) list() markup.Node {
	done := p.done()
	n := markup.El("div").Of(
		markup.El("div", "class", "bar", "aria-hidden", "true").Of(markup.El("svg", "viewBox", "0 0 100 6", "preserveAspectRatio", "none").Of(
			markup.El("rect", "width", 100, "height", 6, "data-part", "all"),
			markup.El("rect", "width", 100*float64(len(done))/float64(len(p.cards)), "height", 6, "data-part", "done"))),
		markup.El("p", "class", "ratio").Say(strconv.Itoa(len(done))+" of "+strconv.Itoa(len(p.cards))+" done · kept on this device "),
	)
	if len(done) > 0 {
		n = n.Of(markup.El("button", "type", "button", "class", "link", "data-do", "reset").Say("Start over"))
	}
	group := ""
	var ol markup.Node
	for i, c := range p.cards {
		if c.Group != group {
			if group != "" {
				n = n.Of(ol)
			}
			group = c.Group
			n = n.Of(markup.El("h3").Say(group))
			ol = markup.El("ol", "start", i+1)
		}
		_, ok := done[c.Name]
		a := markup.El("a", "href", "#exp="+c.Name)
		if ok {
			a = a.With("data-done", "")
		}
		if i == p.at {
			a = a.With("aria-current", "true")
		}
		a = a.Of(markup.El("span", "class", "mark", "aria-hidden", "true").Say(strconv.Itoa(i+1)), markup.El("span").Say(c.Title))
		if ok {
			a = a.Of(markup.El("span", "class", "hidden").Say(", done"))
		}
		ol = ol.Of(markup.El("li").Of(a))
	}
	return n.Of(ol)
}
