package views

import (
	"cmp"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// A Sizing is what the controls of maxsize show.
type Sizing struct {
	Size  trace.Size // that was asked for last
	Axis  trace.Size // the end of the slider
	Most  trace.Size // the largest there is; 0 stands for trace.MaxSize
	Field Field
}

// Thumb is where the slider stands; a maxsize beyond its end stands there.
func (s Sizing) Thumb() int {
	if s.Size == trace.None || s.Size > s.Axis {
		return int(s.Axis)
	}
	return int(s.Size)
}

// Said is the maxsize in words.
func (s Sizing) Said() string {
	switch {
	case s.Size == trace.None:
		return "None, unbounded"
	case s.Size > s.Axis:
		return words.Count(int(s.Size)) + ", beyond the slider"
	}
	return s.Size.String()
}

// Size is the row of controls with the slider under it.
func Size(s Sizing) markup.Node {
	none := s.Size == trace.None
	s.Most = cmp.Or(s.Most, trace.MaxSize)
	return markup.El("div").Of(
		markup.El("div", "class", "row sizing").Of(
			markup.El("b", "aria-hidden", "true", "translate", "no").Say("maxsize"),
			disabled(sign("smaller", "−", "Decrease maxsize"), s.Size == 0),
			s.Field.number("maxsize-value", "maxsize value", "type-size", 0, int(s.Most)),
			disabled(sign("larger", "+", "Increase maxsize"), s.Size == s.Most || none),
			check("maxsize-none", "none", "None", "None (unbounded)", none),
		),
		s.Field.says("maxsize-value"),
		markup.El("input", "type", "range", "id", "maxsize", "data-do", "size", "aria-label", "maxsize",
			"aria-valuetext", s.Said(), "min", 0, "max", int(s.Axis), "step", 1, "value", s.Thumb()),
	)
}

// Curve makes a slider for the keyboard of the curve, a picture, and puts the
// choice of what it draws above it.
func Curve(s Sizing, points []trace.Point, ratio bool, curve markup.Node) markup.Node {
	text := s.Said()
	for _, p := range points {
		if p.Size == s.Size {
			text += ": the body runs " + words.TimesRun(p)
		}
	}
	choice := func(value, label string, chosen bool) markup.Node {
		in := markup.El("input", "type", "radio", "name", "scale", "value", value, "data-do", "scale")
		if chosen {
			in = in.With("checked", "")
		}
		return markup.El("label").Of(in, markup.El("span").Say(label))
	}
	return markup.El("div").Of(
		markup.El("fieldset", "class", "tabs scale").Of(
			markup.El("legend", "class", "hidden").Say("what the curve shows"),
			choice("runs", "body runs", !ratio),
			choice("ratio", "hit ratio", ratio),
		),
		markup.El("div", "role", "slider", "tabindex", 0, "data-slide", "", "aria-label", "maxsize on the curve",
			"aria-valuemin", 0, "aria-valuemax", int(s.Axis), "aria-valuenow", s.Thumb(), "aria-valuetext", text,
		).Of(curve),
	)
}
