package dom

import (
	"fmt"
	"slices"

	"playground/app/markup"
)

// A thing is an element or a text of a model page: slices and maps, on which the
// operations are carried out in the most obvious way.
type thing struct {
	tag, text string
	attrs     map[string]string
	kids      []*thing
}

func build(nodes []markup.Node) (kids []*thing) {
	for _, n := range nodes {
		t := &thing{tag: n.Tag, text: n.Text, attrs: map[string]string{}, kids: build(n.Kids)}
		for _, a := range n.Attrs {
			t.attrs[a.Name] = a.Value
		}
		kids = append(kids, t)
	}
	return kids
}

// applied is a model page with before, on which the operations were carried out
// that make it after.
func applied(before, after []markup.Node) (page *thing, err error) {
	page = &thing{tag: "div", kids: build(before)}
	return page, page.apply(Diff(before, after))
}

func (t *thing) apply(ops []Op) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("in <%s>: %v", t.tag, p)
		}
	}()
	for _, op := range ops {
		switch op.Kind {
		case SetAttr:
			t.attrs[op.Name] = op.Text
		case RemoveAttr:
			if _, ok := t.attrs[op.Name]; !ok {
				return fmt.Errorf("<%s> has no attribute %q to remove", t.tag, op.Name)
			}
			delete(t.attrs, op.Name)
		case Fill:
			t.kids = nil
			if op.Text != "" {
				t.kids = []*thing{{text: op.Text}}
			}
		case Remove:
			t.kids = slices.Delete(t.kids, op.At, op.At+1)
		case Move:
			kid := t.kids[op.At]
			t.kids = slices.Insert(slices.Delete(t.kids, op.At, op.At+1), op.To, kid)
		case Insert:
			t.kids = slices.Insert(t.kids, op.At, build(op.Nodes)...)
		case SetText:
			if t.kids[op.At].tag != "" {
				return fmt.Errorf("child %d of <%s> is no text", op.At, t.tag)
			}
			t.kids[op.At].text = op.Text
		case Change:
			kid := t.kids[op.At]
			if err := kid.apply(op.Ops); err != nil {
				return err
			}
			if err := kid.is(op.Nodes); err != nil {
				return fmt.Errorf("after the change of child %d of <%s>: %w", op.At, t.tag, err)
			}
		}
	}
	return nil
}

// is returns an error that says where the children are not as nodes say.
func (t *thing) is(nodes []markup.Node) error {
	if len(t.kids) != len(nodes) {
		return fmt.Errorf("<%s> has %d children, want %d", t.tag, len(t.kids), len(nodes))
	}
	for i, n := range nodes {
		kid := t.kids[i]
		if kid.tag != n.Tag || kid.text != n.Text || len(kid.attrs) != len(n.Attrs) {
			return fmt.Errorf("child %d of <%s> is %+v, want %s", i, t.tag, *kid, n.Markup())
		}
		for _, a := range n.Attrs {
			if kid.attrs[a.Name] != a.Value {
				return fmt.Errorf("child %d of <%s> has %s=%q, want %q", i, t.tag, a.Name, kid.attrs[a.Name], a.Value)
			}
		}
		if err := kid.is(n.Kids); err != nil {
			return err
		}
	}
	return nil
}
