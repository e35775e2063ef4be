package experiments

import (
	"strconv"
	"strings"

	"playground/app/draw"
	"playground/app/markup"
)

// Prerendered are all cards as the site's HTML has them, to be read without the
// program: each question, and what decided, folded up.
func (p *Place) Prerendered() markup.Node {
	d := markup.El("div")
	for i, c := range p.cards {
		s := c.Story(Measured{})
		answer := markup.El("details").Of(markup.El("summary").Say("What decides"), why(s))
		d = d.Of(p.frame(i).Of(p.head(i, s)...).Of(blank(s.Guess, 640), answer, sources(s)))
	}
	return d
}

// worksheet is what a class gets on paper: the questions with empty axes, and the
// answers behind them.
func (p *Place) worksheet() markup.Node {
	if !p.paper {
		return markup.El("div")
	}
	questions := markup.El("section", "class", "paper").Of(markup.El("h2").Say("Predict, then run"))
	answers := markup.El("section", "class", "paper").Of(markup.El("h2").Say("Answers"))
	for i, c := range p.cards {
		if p.one && i != p.at {
			continue
		}
		s := c.Story(p.measured())
		title := markup.El("h3").Say(strconv.Itoa(i+1) + " · " + c.Title)
		ask := markup.El("div", "class", "asked").Of(title, markup.El("p").Of(s.Ask.draw()...))
		if s.Picture != nil {
			ask = ask.Of(markup.El("div", "class", "picture").Of(s.Picture(480, false)))
		}
		ask = ask.Of(blank(s.Guess, 480))
		if s.Guess.Kind == Dot || s.Guess.Kind == Number {
			ask = ask.Of(markup.El("p").Say("Your prediction: ____________"))
		}
		questions = questions.Of(ask)
		truth := "It is measured where it is run."
		if s.Guess.Truth >= 0 {
			truth = "It is " + s.Guess.lettered(s.Guess.Truth) + strings.TrimSuffix(s.Guess.named(s.Guess.Truth), ".") + "."
		}
		answers = answers.Of(markup.El("div", "class", "asked").Of(
			title, markup.El("p").Of(markup.El("b").Say(truth)), markup.El("p").Of(s.Why.draw()...)))
	}
	return markup.El("div").Of(questions, answers)
}

// blank is what one predicts with on paper, or before the program has come.
func blank(g Guess, width int) markup.Node {
	switch g.Kind {
	case Dot:
		return draw.Predict(draw.Prediction{Points: g.Points, At: g.At, Blank: true}, width)
	case Number:
		return draw.NumberLine(draw.Strip{Most: g.Most, Guess: -1}, width)
	}
	ul := markup.El("ul", "class", "options")
	for i, option := range g.Options {
		ul = ul.Of(markup.El("li", "class", "option").Of(
			markup.El("b", "class", "letter").Say(letters[i:i+1]), markup.El("span").Of(option.draw()...)))
	}
	return ul
}
