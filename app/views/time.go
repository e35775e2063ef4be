package views

import (
	"playground/app/markup"
	"playground/app/words"
)

// A Position is where the cursor is in a recording.
type Position struct {
	Step, Steps int
	Seen        int // how many steps are shown: fewer than there are where the rest is hidden
	Axis        int // how many the slider has room for: as many as there are, unless that is hidden
	Playing     bool
	Speed       string // as its option is called
}

// Speeds are how fast a recording can be played, as multiples.
func Speeds() []string { return []string{"0.5", "1", "2", "4", "8", "16", "32", "64"} }

// total is how many steps there are, where that is not hidden.
func (p Position) total() markup.Node {
	if p.Seen < p.Steps {
		return markup.El("b", "data-hidden", "").Say("?")
	}
	return markup.El("b", "data-steps", p.Steps).Say(words.Count(p.Steps))
}

// Said is the position in words.
func (p Position) Said() string {
	if p.Seen < p.Steps {
		return "step " + words.Count(p.Step)
	}
	return "step " + words.Count(p.Step) + " of " + words.Count(p.Steps)
}

// Scrubber is the slider that lies over the timeline.
func Scrubber(p Position) markup.Node {
	return markup.El("input", "type", "range", "id", "timeline", "data-do", "seek", "aria-label", "timeline",
		"aria-valuetext", p.Said(), "min", 0, "max", p.Axis, "step", 1, "value", p.Step)
}

// Transport are the buttons that move the cursor.
func Transport(p Position, still, hide bool) markup.Node {
	name, label := "Play", "▶ Play"
	if p.Playing {
		name, label = "Pause", "❚❚ Pause"
	}
	speed := markup.El("select", "id", "speed", "data-do", "speed", "aria-label", "speed")
	for _, s := range Speeds() {
		o := markup.El("option", "value", s)
		if s == p.Speed {
			o = o.With("selected", "")
		}
		speed = speed.Of(o.Say(s + "×"))
	}
	return markup.El("div", "class", "row transport").Of(
		sign("to-start", "⇤", "To start"),
		sign("step-back", "←", "Step back"),
		markup.El("button", "type", "button", "class", "primary", "id", "play", "data-do", "play", "aria-label", name).Say(label),
		sign("step-forward", "→", "Step forward"),
		sign("to-end", "⇥", "To end"),
		markup.El("span", "id", "position", "translate", "no").Of(
			markup.El("span", "class", "hidden").Say("step "),
			markup.El("b", "data-step", p.Step).Say(words.Count(p.Step)),
			markup.Text(" / "),
			p.total(),
		),
		markup.El("span", "class", "row playback").Of(
			check("hide", "hide", "Hide next", "Hide what comes next", hide),
			check("motion", "motion", "Motion", "", !still),
			speed,
		),
	)
}
