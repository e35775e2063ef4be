package experiments

import (
	"slices"
	"strconv"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/words"
)

// letters name options, for a show of hands.
const letters = "ABCDEF"

// named is how a guess, or the truth, is called.
func (g Guess) named(n int) string {
	if g.Kind == Choice || g.Kind == Tap {
		if n < 0 || n >= len(g.Options) {
			return "?"
		}
		return g.Options[n].String()
	}
	return words.Count(n)
}

// lettered is the letter of an option that says something in words, so that it can be
// told from the sentence around it; "" for what needs none.
func (g Guess) lettered(n int) string {
	if g.Kind != Choice || n < 0 || n >= len(g.Options) {
		return ""
	}
	if o := g.Options[n]; o[0].Ran && o[len(o)-1].Ran {
		return "" // a number, or a piece of Python
	}
	return letters[n:n+1] + ": "
}

func (p *Place) prediction(g Guess) draw.Prediction {
	return draw.Prediction{Points: g.Points, At: g.At, Guess: max(0, p.guess), Shown: p.shown, Note: g.Note}
}

// predict is what one predicts with, and compares with the truth.
func (p *Place) predict(s *Story, width int) markup.Node {
	g := s.Guess
	switch g.Kind {
	case Dot:
		return p.dot(g, width)
	case Number:
		return p.number(g, width)
	}
	return p.choice(g)
}

// dot is a slider: by hand in the picture, by the arrow keys.
func (p *Place) dot(g Guess, width int) markup.Node {
	d := p.prediction(g)
	n := markup.El("div", "class", "picture")
	if p.shown {
		return n.Of(draw.Predict(d, width))
	}
	now, said := p.guess, "no guess yet"
	if now < 0 {
		now = g.Points[max(0, g.At-1)].Bodies
	} else {
		said = words.Plural(now, "run", "runs") + " of the body"
	}
	return n.Of(markup.El("div", "role", "slider", "tabindex", 0, "data-dot", "", "aria-orientation", "vertical",
		"aria-label", "Your prediction for maxsize="+g.At.String(),
		"aria-valuemin", 1, "aria-valuemax", d.Most(), "aria-valuenow", now, "aria-valuetext", said,
	).Of(draw.Predict(d, width)), markup.El("p", "class", "ratio").Say("Drag the white dot up or down, or use the arrow keys on it."))
}

// number is a field to type in, with both numbers on one axis.
func (p *Place) number(g Guess, width int) markup.Node {
	in := markup.El("input", "type", "text", "id", "guess", "data-do", "number", "role", "spinbutton", "inputmode", "numeric",
		"autocomplete", "off", "aria-valuemin", 0, "aria-valuemax", g.Most, "aria-describedby", "guess-says",
		"aria-invalid", strconv.FormatBool(p.problem != ""), "value", p.typed)
	if p.guess >= 0 {
		in = in.With("aria-valuenow", p.guess)
	}
	if p.shown {
		in = in.With("readonly", "")
	}
	says := markup.El("p", "id", "guess-says", "class", "problem", "aria-live", "polite")
	if p.problem == "" {
		says = says.With("hidden", "")
	}
	return markup.El("div", "class", "picture").Of(
		markup.El("p", "class", "row").Of(
			markup.El("label", "for", "guess").Say("Your prediction"), in, markup.El("span").Say(g.Unit)),
		says.Say(p.problem),
		draw.NumberLine(draw.Strip{Most: g.Most, Truth: g.Truth, Guess: p.guess, Shown: p.shown}, width),
	)
}

// choice is one of several, with letters for a show of hands.
func (p *Place) choice(g Guess) markup.Node {
	set := markup.El("fieldset", "class", "options").Of(markup.El("legend", "class", "hidden").Say("Your prediction"))
	switch {
	case g.Kind == Tap:
		set = set.With("data-kind", "entries")
	case !slices.ContainsFunc(g.Options, func(o Text) bool { return len(o) > 1 || o[0].As != "bold" }):
		set = set.With("data-kind", "numbers")
	}
	for i, option := range g.Options {
		in := markup.El("input", "type", "radio", "name", "guess", "value", i, "data-do", "choose")
		if i == p.guess {
			in = in.With("checked", "")
		}
		if p.shown {
			in = in.With("disabled", "")
		}
		set = set.Of(p.marked(markup.El("label", "class", "option"), g, i).Of(in).Of(p.faceOf(g, i, option)...))
	}
	return set
}

// right reports whether what is shown proves a guess. Nothing is scored: a wrong one
// stands beside the truth, and that is all.
func (p *Place) right(guess int) bool {
	return p.shown && guess >= 0 && guess == p.told().Guess.Truth
}

// marked marks an option that was guessed, the one that is true, and a guess that was
// right.
func (p *Place) marked(n markup.Node, g Guess, i int) markup.Node {
	if i == p.guess {
		n = n.With("data-mine", "")
		if p.right(i) {
			n = n.With("data-right", "")
		}
	}
	if p.shown && i == g.Truth {
		n = n.With("data-true", "")
	}
	return n.Keyed(strconv.Itoa(i))
}

func (p *Place) faceOf(g Guess, i int, option Text) []markup.Node {
	said := markup.El("small")
	switch {
	case p.shown && i == g.Truth && g.Kind == Tap:
		said = said.Say("× evicted")
	case p.shown && i == g.Truth:
		said = said.Say("it is so")
	}
	switch {
	case i != p.guess:
	case p.right(i):
		said = said.Say(" · ").Of(markup.El("span", "class", "right").Say("✓ you said so"))
	default:
		said = said.Say("you")
	}
	return []markup.Node{
		markup.El("b", "class", "letter").Say(letters[i : i+1]),
		markup.El("span").Of(option.draw()...),
		said,
	}
}

// hands are four choices for a show of hands, where nobody drags or types.
func (p *Place) hands(s *Story) markup.Node {
	options, truth := s.Guess.offered()
	ul := markup.El("ul", "class", "options")
	for i, option := range options {
		li := markup.El("li", "class", "option").Of(
			markup.El("b", "class", "letter").Say(letters[i:i+1]), markup.El("span").Of(option.draw()...))
		if p.shown && i == truth {
			li = li.With("data-true", "").Of(markup.El("small").Say("it is so"))
		}
		ul = ul.Of(li)
	}
	return ul
}
