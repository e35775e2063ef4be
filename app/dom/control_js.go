package dom

import "syscall/js"

// setControl lets what a control shows follow from its attributes. In HTML they
// say only what it shows until somebody uses it. What stands there already is not
// written again: in a field that would move the caret.
func setControl(el js.Value, name, value string) {
	switch name {
	case "value":
		if shown := el.Get("value"); shown.Type() == js.TypeString && shown.String() != value {
			el.Set("value", value)
		}
	case "checked", "selected":
		el.Set(name, true)
	}
}

// unsetControl does the same for an attribute that is taken away.
func unsetControl(el js.Value, name string) {
	if name == "checked" || name == "selected" {
		el.Set(name, false)
	}
}
