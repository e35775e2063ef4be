package views

import (
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"
)

// Notices is what the whole page has to say.
func Notices(sentences []string, newVersion bool) markup.Node {
	if newVersion {
		sentences = append(sentences[:len(sentences):len(sentences)], "A new version of this page is ready. Reload when it suits you: what you see stays.")
	}
	row := markup.El("div", "class", "notice", "aria-live", "polite")
	if len(sentences) == 0 {
		return row.With("hidden", "")
	}
	text := markup.El("div")
	for _, s := range sentences {
		text = text.Of(markup.El("p").Say(s))
	}
	row = row.Of(text)
	if newVersion {
		row = row.Of(button("reload", "Reload"))
	}
	return row.Of(button("dismiss", "Dismiss"))
}

// Copies are the ways to take the script along; copied is what was taken last.
func Copies(p programs.Program, copied string) markup.Node {
	if p.Go.Func == "" {
		return markup.El("span") // it is not to be had as source
	}
	link := func(what string) markup.Node {
		label := "Copy as " + what
		n := markup.El("button", "type", "button", "class", "link", "data-do", "copy-"+what, "aria-label", label)
		if copied == what {
			what += " ✓"
		}
		return n.Say(what)
	}
	return markup.El("span", "class", "row").Say("Copy as").Of(link("Python"), link("Go"))
}

// Summary is the counters in a few words, for where there is no room for more.
func Summary(st trace.State) markup.Node {
	return markup.El("p", "class", "summary", "translate", "no").Of(
		markup.El("b", "data-tone", "hit").Say(words.Plural(st.Info.Hits, "hit", "hits")),
		markup.Text(" · "),
		markup.El("b", "data-tone", "miss").Say(words.Plural(st.Info.Misses, "miss", "misses")),
	)
}

// Tip tells once of what shows the same in all pictures, until it is put away.
func Tip(shown bool) markup.Node {
	p := markup.El("p", "class", "tip")
	if !shown {
		return p.With("hidden", "")
	}
	return p.Of(
		markup.El("span").Say("The same four signs mean the same in every picture. Point at a call, an entry or a mark: the same key lights up everywhere."),
		sign("put-away", "×", "Put this line away"),
	)
}
