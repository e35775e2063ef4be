package keys

import (
	"strconv"

	"playground/app/calls"
	"playground/app/draw"
	"playground/app/show"
	"playground/app/views"
)

// Do does what a control says in its data-do attribute.
func (p *Place) Do(what string, in show.Input) (change Change, known bool) {
	number := func(text string) int {
		n, _ := strconv.Atoi(text)
		return n
	}
	switch what {
	case "size":
		change = p.Choose(number(in.Value))
	case "type-size":
		change = p.TypeSize(in.Value)
	case "to-size":
		change = p.Choose(number(in.Data("toSize")))
	case "slide":
		share, _ := strconv.ParseFloat(in.Value, 64)
		change = p.Choose(draw.SizeAt(share, p.shown.curve.Keys()))
	case "PageUp":
		change = p.page(1)
	case "PageDown":
		change = p.page(-1)
	case "part":
		change = p.Demand(number(in.Value))
	case "policy":
		change = p.Compare(in.Data("policy"), in.Checked)
	case "present":
		p.present = !p.present
		change = Layout | show.Dressed
	case "example":
		change = p.Example(in.Data("name"))
	case "clear-log":
		change = p.Clear()
	case "stop":
		change = p.Stop()
	case "function":
		change = p.Function(number(in.Value))
	case "column":
		o := p.shown.options
		o.Kind, o.Column = p.shown.in.Kind, number(in.Value)
		change = p.Reread(o)
	case "kind":
		change = p.Reread(calls.Options{Kind: calls.Kind(number(in.Value))})
	case "header":
		o := p.shown.options
		o.Kind, o.Column, o.Header = p.shown.in.Kind, p.shown.in.Column, calls.WithoutHeader
		if in.Checked {
			o.Header = calls.WithHeader
		}
		change = p.Reread(o)
	default:
		return p.DoPage(what, in)
	}
	return change, true
}

// TypeSize takes what stands in the field for the maxsize, right or wrong.
func (p *Place) TypeSize(text string) Change {
	size, err := views.Whole("maxsize", text, 1, p.shown.curve.Keys())
	if err != nil {
		p.field = views.Field{Text: text, Problem: err.Error()}
		return Field
	}
	change := p.Choose(size)
	p.field.Text = text
	return change
}

// page goes to the next of the sizes that lie evenly on the axis.
func (p *Place) page(by int) Change {
	sizes := p.shown.sizes()
	for i := range sizes {
		if by < 0 {
			i = len(sizes) - 1 - i
		}
		if size := sizes[i]; (size-p.chosen)*by > 0 {
			return p.Choose(size)
		}
	}
	return 0
}

func itoa(n int) string { return strconv.Itoa(n) }
