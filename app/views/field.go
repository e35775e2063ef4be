package views

import "playground/app/markup"

// A Field is what stands in an input: what was typed, right or wrong, what is
// wrong with it, and what is worth knowing about it.
type Field struct{ Text, Problem, Note string }

// number is an input for a whole number. It is a text field in the role of a
// spin button: number fields differ between browsers in what they take for a
// number, and tell nothing of what they refuse.
func (f Field) number(id, label, do string, low, high int) markup.Node {
	in := markup.El("input", "type", "text", "id", id, "data-do", do, "aria-label", label,
		"role", "spinbutton", "inputmode", "numeric", "autocomplete", "off", "spellcheck", "false",
		"aria-valuemin", low, "aria-valuemax", high)
	return f.in(in, id)
}

// text is an input for a text.
func (f Field) text(id, label, do string) markup.Node {
	in := markup.El("input", "type", "text", "id", id, "data-do", do, "aria-label", label,
		"autocomplete", "off", "spellcheck", "false")
	return f.in(in, id)
}

func (f Field) in(input markup.Node, id string) markup.Node {
	if f.Problem == "" && f.Text != "" && input.Attr("role") == "spinbutton" {
		input = input.With("aria-valuenow", f.Text)
	}
	return input.With("aria-invalid", truth(f.Problem != ""), "aria-describedby", id+"-says", "value", f.Text)
}

// says is what stands at a field: the problem, or else the note.
func (f Field) says(id string) markup.Node {
	text := f.Problem
	if text == "" {
		text = f.Note
	}
	p := markup.El("p", "id", id+"-says", "class", "problem", "aria-live", "polite", "data-note", truth(f.Problem == ""))
	return hidden(p, text == "").Say(text)
}

// button is a button that does something when it is pressed.
func button(do, label string) markup.Node {
	return markup.El("button", "type", "button", "data-do", do).Say(label)
}

// sign is a button that shows a sign, and has a name.
func sign(do, shown, name string) markup.Node {
	return markup.El("button", "type", "button", "data-do", do, "aria-label", name, "title", name).Say(shown)
}

// check is a box to be ticked, with its label. Name is what it is called where
// the label does not say it all.
func check(id, do, label, name string, on bool) markup.Node {
	box := markup.El("input", "type", "checkbox", "id", id, "data-do", do)
	if name != "" {
		box = box.With("aria-label", name)
	}
	if on {
		box = box.With("checked", "")
	}
	return markup.El("label", "class", "check").Of(box, markup.El("span").Say(label))
}

func hidden(n markup.Node, yes bool) markup.Node {
	if yes {
		return n.With("hidden", "")
	}
	return n
}

func disabled(n markup.Node, yes bool) markup.Node {
	if yes {
		return n.With("disabled", "")
	}
	return n
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
