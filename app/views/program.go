package views

import (
	"strconv"

	"playground/app/markup"
	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"
)

// Functions is the choice of a function, chosen being the one that is shown, and
// the switch between two ways to write it.
func Functions(all []programs.Program, chosen programs.Program) markup.Node {
	tabs := markup.El("fieldset", "class", "tabs").Of(markup.El("legend", "class", "hidden").Say("function"))
	for _, p := range all {
		if p.Swapped {
			continue // it has a switch
		}
		in := markup.El("input", "type", "radio", "name", "function", "value", p.ID, "data-do", "function")
		if p.Name == chosen.Name {
			in = in.With("checked", "")
		}
		tabs = tabs.Of(markup.El("label").Keyed(p.ID).Of(in, markup.El("span", "translate", "no").Say(p.Name)))
	}
	return tabs
}

// Decorated is the choice of one of several decorated functions, in the order of
// decoration, each with its maxsize; the first of them where there are very many.
func Decorated(p programs.Program, size trace.Size) markup.Node {
	const most = 200
	group := markup.El("fieldset", "class", "tabs decorated", "role", "radiogroup", "aria-label", "decorated function")
	if len(p.Functions) < 2 {
		return group.With("hidden", "")
	}
	for i, f := range p.Functions {
		if i == most {
			group = group.Of(markup.El("span").Say("and " + words.Count(len(p.Functions)-most) + " more"))
			break
		}
		in := markup.El("input", "type", "radio", "name", "decorated", "value", i, "data-do", "decorated")
		if i == p.Chosen {
			in = in.With("checked", "")
		}
		n := trace.Size(f.MaxSize)
		if f.Decorator == p.Functions[p.Chosen].Decorator {
			n = size
		}
		group = group.Of(markup.El("label", "title", "maxsize="+n.String()).Of(in, markup.El("span", "translate", "no").Say(f.Name)))
	}
	return group
}

// Calling is the line in which a call is written and made.
func Calling(p programs.Program, fields []Field) markup.Node {
	if p.Functions != nil { // only Python could make another call
		return markup.El("div").Of(fields[0].says(argumentID(0)))
	}
	form := markup.El("form", "class", "call", "data-do", "call", "novalidate", "", "translate", "no").
		Of(markup.El("span").Say(p.Name + "("))
	says := markup.El("div")
	for i, param := range p.Params {
		id := argumentID(i)
		if i > 0 {
			form = form.Of(markup.El("span").Keyed("comma " + id).Say(", "))
		}
		if param.Kind == programs.Number {
			form = form.Of(fields[i].number(id, param.Name, "type-argument", param.Min, param.Max).Keyed(id + " int"))
		} else {
			form = form.Of(fields[i].text(id, param.Name, "type-argument").Keyed(id + " str"))
		}
		says = says.Of(fields[i].says(id).Keyed(id))
	}
	form = form.Of(
		markup.El("span").Say(")"),
		markup.El("button", "type", "submit", "class", "primary", "translate", "yes").Say("Call"),
	)
	return markup.El("div").Of(form, says)
}

// argumentID is the id of the field of an argument: n, n-1, and so on.
func argumentID(i int) string {
	if i == 0 {
		return "n"
	}
	return "n-" + strconv.Itoa(i)
}

// Calls are the calls worth making, and what else can be done to the cache.
func Calls(p programs.Program, called bool) markup.Node {
	presets := markup.El("div", "class", "row chips")
	for i, args := range p.Presets {
		presets = presets.Of(markup.El("button", "type", "button", "data-do", "preset", "data-preset", i, "translate", "no").
			Keyed(args.String()).Of(
			markup.El("span", "class", "hidden").Say(p.Name+"("),
			markup.Text(args.String()),
			markup.El("span", "class", "hidden").Say(")"),
		))
	}
	if p.Many != nil {
		presets = presets.Of(markup.El("button", "type", "button", "data-do", "many", "translate", "no").Keyed("many").
			Say(p.Name + "(" + p.Many.String() + ") × 1000"))
	}
	if p.Functions != nil {
		return markup.El("div").Of(markup.El("div", "class", "row chips").Of(
			button("clear", "cache_clear()").With("translate", "no"),
			button("start-over", "As recorded"),
		))
	}
	variant := markup.El("label", "class", "check", "hidden", "")
	if p.Variant != "" {
		variant = check("variant", "variant", p.VariantLabel, "", p.Swapped)
	}
	return markup.El("div").Of(
		presets,
		markup.El("div", "class", "row chips").Of(
			disabled(button("again", "Call again"), !called),
			button("thousand", "Call 1000 times"),
			button("clear", "cache_clear()").With("translate", "no"),
			button("start-over", "Start over"),
		),
		variant,
	)
}
