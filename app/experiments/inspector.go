package experiments

import (
	"playground/app/markup"
	"playground/app/pycall"
	"playground/app/show"
)

// An inspector shows the key that CPython makes of a call that is typed, and which
// of some other calls share it.
type inspector struct {
	call  string
	typed bool
}

func newInspector() inspector { return inspector{call: `f(1, b="x")`} }

func (i *inspector) inspect(what string, in show.Input) show.Change {
	if what == "typed" {
		i.typed = in.Checked
	} else {
		i.call = in.Value
	}
	return inspected
}

// others are the calls that a call is compared with.
var others = []string{
	"f(1)", "f(1.0)", "f(True)", `f("1")`, "f(x=1)", "f(1, 2)", "f(1.0, 2)", "f(True, 2)",
	"f(a=1, b=2)", "f(b=2, a=1)", `f(1, b="x")`, "f((1, 2))", "f()", "f(None)",
}

func (i *inspector) draw() markup.Node {
	said, key := keyOf(i.call, i.typed)
	in := markup.El("input", "type", "text", "id", "inspected", "data-do", "inspect", "value", i.call, "spellcheck", "false",
		"autocomplete", "off", "autocapitalize", "off", "translate", "no", "aria-describedby", "inspected-says", "aria-invalid", boolean(key == nil))
	box := markup.El("input", "type", "checkbox", "id", "inspected-typed", "data-do", "typed")
	if i.typed {
		box = box.With("checked", "")
	}
	out := markup.El("div", "id", "inspected-says", "aria-live", "polite", "translate", "no")
	if key == nil {
		out = out.Of(markup.El("p", "data-key-error", "").Of(markup.El("code").Say(said)))
	} else {
		out = out.Of(
			markup.El("p").Say("key: ").Of(markup.El("code", "data-made-key", "").Say(said)),
			i.sharing(key),
		)
	}
	return markup.El("section", "class", "inspector", "aria-label", "Key inspector").Of(
		markup.El("h3").Say("Key inspector"),
		markup.El("p", "class", "row").Of(
			markup.El("label", "for", "inspected").Say("a call"), in,
			markup.El("label", "class", "check").Of(box, markup.El("span").Say("typed"))),
		out,
	)
}

// sharing tells which calls have the same key.
func (i *inspector) sharing(key pycall.Value) markup.Node {
	p := markup.El("p", "data-shared", "")
	n := 0
	for _, c := range others {
		_, other := keyOf(c, i.typed)
		if c == i.call || !pycall.Equal(key, other) {
			continue
		}
		p = p.Say(map[bool]string{true: "shared with ", false: ", "}[n == 0]).Of(markup.El("code").Say(c))
		n++
	}
	if n == 0 {
		return p.Say("shared with none of ").Of(markup.El("code").Say(others[0])).Say(", ").Of(markup.El("code").Say(others[1])).Say(", ").Of(markup.El("code").Say(others[2])).Say(" and such")
	}
	return p
}

func boolean(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
