package dom

import (
	"strconv"
	"strings"

	"playground/app/markup"
)

// wire writes operations as JSON, for the half of the package in hand.js: each is
// a list of its kind and what is true of that kind.
//
//	SetAttr     [kind, name, text], and for a transform what CSS takes for it
//	RemoveAttr  [kind, name]
//	Fill        [kind, text]
//	Remove      [kind, at]
//	Move        [kind, at, to]
//	Insert      [kind, at, markup, [numbers of those with a key]]
//	SetText     [kind, at, text]
//	Change      [kind, at, operations]
func wire(ops []Op) string {
	w := wiring{make([]byte, 0, 4096)}
	w.list(ops)
	return string(w.text)
}

type wiring struct{ text []byte }

func (w *wiring) list(ops []Op) {
	w.text = append(w.text, '[')
	for i, op := range ops {
		if i > 0 {
			w.text = append(w.text, ',')
		}
		w.op(op)
	}
	w.text = append(w.text, ']')
}

func (w *wiring) op(op Op) {
	w.text = append(w.text, '[')
	w.number(int(op.Kind))
	w.text = append(w.text, ',')
	switch op.Kind {
	case SetAttr, RemoveAttr:
		w.string(op.Name)
	case Fill:
		w.string(op.Text)
	default:
		w.number(op.At)
	}
	switch op.Kind {
	case SetAttr:
		w.text = append(w.text, ',')
		w.string(op.Text)
		if op.Name == "transform" {
			w.text = append(w.text, ',')
			w.string(cssTransform(op.Text))
		}
	case SetText:
		w.text = append(w.text, ',')
		w.string(op.Text)
	case Move:
		w.text = append(w.text, ',')
		w.number(op.To)
	case Insert:
		w.text = append(w.text, ',')
		w.string(markupOf(op.Nodes))
		w.text = append(w.text, ",["...)
		keyed := 0
		for i, n := range op.Nodes {
			if n.Key == "" {
				continue
			}
			if keyed > 0 {
				w.text = append(w.text, ',')
			}
			w.number(i)
			keyed++
		}
		w.text = append(w.text, ']')
	case Change:
		w.text = append(w.text, ',')
		w.list(op.Ops)
	}
	w.text = append(w.text, ']')
}

func (w *wiring) number(n int) { w.text = strconv.AppendInt(w.text, int64(n), 10) }

func (w *wiring) string(s string) {
	const hex = "0123456789abcdef"
	w.text = append(w.text, '"')
	from := 0 // of what can be written as it is
	for i := range len(s) {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		w.text = append(w.text, s[from:i]...)
		from = i + 1
		if c < ' ' {
			w.text = append(w.text, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		} else {
			w.text = append(w.text, '\\', c)
		}
	}
	w.text = append(append(w.text, s[from:]...), '"')
}

func markupOf(nodes []markup.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(n.Markup())
	}
	return b.String()
}

// at is what is drawn inside the element that a way leads to: the numbers of the
// operations that change what it is in, or "." for the whole, which is nodes.
func at(nodes []markup.Node, ops []Op, way string) []markup.Node {
	if way == "." {
		return nodes
	}
	for step := range strings.SplitSeq(way, ".") {
		i, err := strconv.Atoi(step)
		if err != nil || i < 0 || i >= len(ops) {
			panic("dom: no operation lies at " + way)
		}
		nodes, ops = ops[i].Nodes, ops[i].Ops
	}
	return nodes
}
