package draw

import "playground/app/markup"

// A Binding is a name of a program, and which object it stands for.
type Binding struct {
	Name   string
	Object int // an index into the objects; negative where nobody knows yet
}

// Objects draws objects, and an arrow from each name to what it stands for. A name
// that stands for several objects, as a cache does, is drawn once.
func Objects(objects []string, bindings []Binding, width int) markup.Node {
	var names []string
	row := map[string]int{} // of each name
	for _, b := range bindings {
		if _, known := row[b.Name]; !known {
			row[b.Name] = len(names)
			names = append(names, b.Name)
		}
	}
	rows := max(len(names), len(objects))
	w := float64(width)
	left, right := min(150, w*0.3), w*0.5
	y := func(i, of int) float64 { return (float64(i) + float64(rows-of+1)/2) * objectsRow }

	tells := ""
	svg := picture("objects", "Which names stand for which objects", "", width, objectsRow*rows+4)
	svg.Kids = nil
	for i, name := range names {
		svg = svg.Of(
			markup.El("rect", "data-part", "name", "x", 2, "y", y(i, len(names))-16, "width", left, "height", 32, "rx", 6),
			label("key", left/2, y(i, len(names))+5, 14, name).With("text-anchor", "middle"),
		)
	}
	for i, object := range objects {
		svg = svg.Of(
			markup.El("rect", "data-part", "object", "x", right, "y", y(i, len(objects))-19, "width", w-right-4, "height", 38, "rx", 8),
			label("value", right+(w-right)/2, y(i, len(objects))+5, 14, object).With("text-anchor", "middle"),
		)
	}
	for _, b := range bindings {
		from := y(row[b.Name], len(names))
		if b.Object < 0 {
			svg = svg.Of(label("words", left+16, from+5, 14, "→ ?"))
			tells += b.Name + ": not known yet. "
			continue
		}
		to := y(b.Object, len(objects))
		svg = svg.Of(
			markup.El("path", "data-part", "arrow", "d", "M"+markup.Num(left+4)+" "+markup.Num(from)+"L"+markup.Num(right-6)+" "+markup.Num(to)),
			markup.El("circle", "data-part", "tip", "cx", right-5, "cy", to, "r", 4),
		)
		tells += b.Name + " stands for " + objects[b.Object] + ". "
	}
	if len(objects) == 1 && len(names) > 1 {
		tells += "There is one object for all."
	}
	return svg.Of(markup.El("desc").Say(tells))
}

const objectsRow = 46
