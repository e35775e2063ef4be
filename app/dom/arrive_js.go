package dom

import "syscall/js"

// arrive fades in what was put in, where the style sheet says so. All styles are
// asked for before the first animation begins, so that the browser computes them
// once.
func (c *Canvas) arrive() {
	type arrival struct {
		el          js.Value
		after, last float64
	}
	var list []arrival
	guard(func() {
		for _, el := range c.arriving {
			style := js.Global().Call("getComputedStyle", el)
			property := func(name string) float64 {
				return milliseconds(style.Call("getPropertyValue", name).String())
			}
			if last := property("--arrive"); last > 0 {
				list = append(list, arrival{el, property("--arrive-delay"), last})
			}
		}
		for _, a := range list {
			a.el.Call("animate",
				[]any{map[string]any{"opacity": 0, "offset": 0}},
				map[string]any{"duration": a.last, "delay": a.after, "easing": "ease-out", "fill": "backwards"})
		}
	})
	c.arriving = nil
}
