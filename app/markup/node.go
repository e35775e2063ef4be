// Package markup holds elements of a page, SVG and HTML, as plain values.
//
// Whatever shows something makes a [Node] of it. Nothing here touches a page: a
// test writes nodes as markup and compares them, the prerendered site is written
// in the same way, and package dom brings them into the page, where a node with a
// Key keeps its element for as long as its parent holds that key.
package markup

import (
	"html"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Node is an element or, where Tag is empty, the text Text.
type Node struct {
	Tag   string
	Key   string // unique among siblings; "" is known by its position among those
	Attrs []Attr
	Kids  []Node
	Text  string
}

// An Attr is one attribute. Nodes hold at most one of a name.
type Attr struct{ Name, Value string }

// El makes an element. Attributes come as name, value pairs; values are strings,
// ints, and floats, which are rounded to a tenth.
func El(tag string, attrs ...any) Node {
	n := Node{Tag: tag, Attrs: make([]Attr, 0, len(attrs)/2)}
	return n.With(attrs...)
}

// With returns the node with more attributes, or with another value of one that it
// has. The node itself stays as it is, as with all that returns one.
func (n Node) With(attrs ...any) Node {
	had := len(n.Attrs)
	n.Attrs = apart(n.Attrs, func(a Attr) bool { return a == Attr{} })
next:
	for i := 0; i < len(attrs); i += 2 {
		a := Attr{attrs[i].(string), value(attrs[i+1])}
		for k := range n.Attrs[:had] {
			if n.Attrs[k].Name == a.Name {
				n.Attrs = slices.Clone(n.Attrs)
				n.Attrs[k] = a
				continue next
			}
		}
		n.Attrs = append(n.Attrs, a)
	}
	return n
}

// Keyed returns the node with its key.
func (n Node) Keyed(key string) Node {
	n.Key = key
	return n
}

// Of returns the node with more children. Texts in a row become one and an empty
// text none, as they do when markup is read.
func (n Node) Of(kids ...Node) Node {
	if n.Kids == nil {
		n.Kids = make([]Node, 0, len(kids))
	}
	n.Kids = apart(n.Kids, func(k Node) bool { return k.Tag == "" && k.Text == "" })
	for _, k := range kids {
		last := len(n.Kids) - 1
		switch {
		case k.Tag != "":
			n.Kids = append(n.Kids, k)
		case k.Text == "":
		case last >= 0 && n.Kids[last].Tag == "":
			n.Kids = append(n.Kids[:last:last], Text(n.Kids[last].Text+k.Text))
		default:
			n.Kids = append(n.Kids, k)
		}
	}
	return n
}

// apart returns a slice to which one can append without changing another slice
// that was made by appending to the same one. It copies nothing unless somebody
// has: then what follows in memory is not blank.
func apart[T any](s []T, blank func(T) bool) []T {
	if n := len(s); n < cap(s) && !blank(s[:n+1][n]) {
		return s[:n:n]
	}
	return s
}

// Say returns the node with a text as one more child.
func (n Node) Say(text string) Node { return n.Of(Text(text)) }

// Text makes a text.
func Text(s string) Node { return Node{Text: s} }

// Attr returns the value of an attribute, "" where there is none.
func (n Node) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// Says returns the text in the node and everything in it, without any markup.
func (n Node) Says() string {
	if n.Tag == "" {
		return n.Text
	}
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(k.Says())
	}
	return b.String()
}

func value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		return Num(v)
	}
	panic("markup: an attribute is a string, an int or a float64")
}

// Num writes a coordinate, rounded to a tenth: at most one decimal, no trailing zero.
// x must be finite and below 1e17.
func Num(x float64) string {
	tenths := int64(math.RoundToEven(x * 10))
	if tenths%10 == 0 {
		return strconv.FormatInt(tenths/10, 10)
	}
	var b [24]byte
	s := b[:0]
	if tenths < 0 {
		s, tenths = append(s, '-'), -tenths
	}
	s = strconv.AppendInt(s, tenths/10, 10)
	return string(append(s, '.', byte('0'+tenths%10)))
}

// Markup writes a node as HTML, with SVG inside it, escaped.
func (n Node) Markup() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n Node) write(b *strings.Builder) {
	if n.Tag == "" {
		b.WriteString(html.EscapeString(n.Text))
		return
	}
	b.WriteByte('<')
	b.WriteString(n.Tag)
	for _, a := range n.Attrs {
		b.WriteByte(' ')
		b.WriteString(a.Name)
		b.WriteString(`="`)
		b.WriteString(html.EscapeString(a.Value))
		b.WriteByte('"')
	}
	b.WriteByte('>')
	for _, k := range n.Kids {
		k.write(b)
	}
	if !void[n.Tag] {
		b.WriteString("</")
		b.WriteString(n.Tag)
		b.WriteByte('>')
	}
}

// void are the elements of HTML that have no content and so no closing tag.
var void = map[string]bool{
	"area": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}
