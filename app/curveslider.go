package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// curveSlot is the curve as a slider of its own for the keyboard.
func (p *page) curveSlot() app.UI {
	return slot("curve").
		Role("slider").TabIndex(0).
		Aria("label", "maxsize on the curve").
		Aria("valuemin", "0").Aria("valuemax", strconv.Itoa(int(p.play.Axis))).
		Aria("valuenow", strconv.Itoa(p.sliderValue())).
		Aria("valuetext", p.curveText())
}

// curveText is the value of the point under the slider in words.
func (p *page) curveText() string {
	text := p.sizeText()
	size := p.play.Script().Size
	for _, pt := range p.play.Points() {
		if pt.Size != size {
			continue
		}
		if pt.More {
			return text + ": the body runs more than " + strconv.Itoa(pt.Bodies) + " times"
		}
		return text + ": the body runs " + strconv.Itoa(pt.Bodies) + " times"
	}
	return text
}
