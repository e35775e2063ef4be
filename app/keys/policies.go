package keys

import (
	"playground/app/calls/keylog"
	"playground/app/draw"
	"playground/app/markup"
	"playground/app/words"
)

var about = map[keylog.Policy]string{
	keylog.FIFO:    "evicts what was stored first",
	keylog.LFU:     "evicts what was used least often; of equals, what was stored first",
	keylog.SIEVE:   "as FIFO, but spares what was used since it looked last",
	keylog.Optimal: "knows the future, and evicts what is needed last",
}

// policiesView switches the lines of other policies on and off.
func (p *Place) policiesView(int) markup.Node {
	sizes := p.shown.sizes()
	list := markup.El("ul", "class", "policies")
	running := false
	for _, l := range p.lines {
		name := l.policy.String()
		box := markup.El("input", "type", "checkbox", "id", "policy-"+itoa(int(l.policy)), "data-do", "policy", "data-policy", name, "aria-label", name)
		if l.on {
			box = box.With("checked", "")
		}
		note := about[l.policy]
		if n := len(points(l)); l.on && n < len(sizes) {
			note = words.Count(n) + " of " + words.Plural(len(sizes), "size", "sizes") + " so far"
			if l.stopped {
				note = "stopped after " + words.Count(n) + " of " + words.Plural(len(sizes), "size", "sizes")
			}
		}
		running = running || l.running()
		sample := markup.El("svg", "data-view", "sample", "viewBox", "0 0 30 6", "width", 30, "height", 6, "aria-hidden", "true").
			Of(markup.El("path", "data-part", "policy", "data-policy", name, "stroke-dasharray", draw.Dashes(l.policy), "d", "M0 3h30"))
		list = list.Of(markup.El("li").Of(markup.El("label", "class", "check").Of(box, sample, markup.El("b").Say(name)), markup.El("span", "class", "soft").Say(note)))
	}
	stop := button("stop", "Stop").With("aria-label", "Stop the other policies")
	if !running {
		stop = stop.With("hidden", "")
	}
	said := "Each is run at " + words.Plural(len(sizes), "size", "sizes") + ", evenly on the axis"
	for i, size := range sizes {
		switch {
		case i == 0:
			said += ": "
		default:
			said += ", "
		}
		said += itoa(size)
	}
	return markup.El("div").Of(list, stop, markup.El("p", "class", "soft sizes").Say(said+"."))
}

func points(l *line) []keylog.Point {
	if l.sweep == nil {
		return nil
	}
	return l.sweep.Points()
}
