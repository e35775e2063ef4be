package experiments

import (
	"strconv"
	"strings"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/show"
	"playground/app/views"
)

// Views are all that is drawn, in the order of the page.
func (p *Place) Views() []show.View {
	return append(p.PageViews(), []show.View{
		{ID: "cards", On: listed | shownCard | show.Dressed, Draw: func(int) markup.Node { return p.list() }},
		{ID: "card", On: onCard, Wide: 700, Draw: func(width int) markup.Node { return p.article(width) }},
		{ID: "card-source", On: shownCard | timed, Draw: func(int) markup.Node { return program(p.told()) }},
		{ID: "terms", On: shownCard, Draw: func(int) markup.Node { return explained(p.told().Words) }},
		{ID: "way-out", On: shownCard, Draw: func(int) markup.Node {
			return views.WayOut("An experiment with lru_cache", p.base+"#"+p.address(false, ""))
		}},
		{ID: "worksheet", On: layout, Draw: func(int) markup.Node { return p.worksheet() }},
	}...)
}

// head is what stands above the question.
func (p *Place) head(i int, s *Story) []markup.Node {
	c := p.cards[i]
	return []markup.Node{
		markup.El("p", "class", "kick").Say("Experiment " + strconv.Itoa(i+1) + " · " + c.Group),
		markup.El("h2", "id", "card-"+c.Name, "tabindex", -1).Say(c.Title),
		markup.El("p", "class", "question").Of(s.Ask.draw()...),
	}
}

func (p *Place) frame(i int) markup.Node {
	c := p.cards[i]
	return markup.El("article", "data-experiment", c.Name, "aria-labelledby", "card-"+c.Name).Keyed(c.Name)
}

// article is the card at hand.
func (p *Place) article(width int) markup.Node {
	s := p.told()
	a := p.frame(p.at).Of(p.head(p.at, s)...)
	if p.present {
		a = a.Of(markup.El("div", "class", "qr").Of(draw.QR(p.base + "#" + p.address(false, ""))))
	}
	a = a.Of(p.states(s))
	if s.Picture != nil {
		a = a.Of(markup.El("div", "class", "picture").Of(s.Picture(width, p.shown)))
	}
	a = a.Of(p.predict(s, width))
	if p.present && (s.Guess.Kind == Dot || s.Guess.Kind == Number) {
		a = a.Of(p.hands(s))
	}
	if p.shown {
		a = a.Of(why(s)).Of(p.extra()...)
		if s.There != nil {
			a = a.Of(markup.El("p", "class", "ratio there").Of(s.There.draw()...))
		}
	}
	a = a.Of(p.actions(s))
	if p.embed {
		a = apart(a)
	}
	return a
}

// apart has links that lead to another page open one of their own, and not in the
// frame that a card is shown in.
func apart(n markup.Node) markup.Node {
	if href := n.Attr("href"); href != "" && !strings.HasPrefix(href, "#") {
		n = n.With("target", "_blank", "rel", "noopener")
	}
	kids := make([]markup.Node, len(n.Kids))
	for i, k := range n.Kids {
		kids[i] = apart(k)
	}
	n.Kids = kids
	return n
}

// extra is what a card has besides: the inspector of keys.
func (p *Place) extra() []markup.Node {
	if !p.card().Inspects {
		return nil
	}
	return []markup.Node{p.inspector.draw()}
}

// states says how far one is: predict, run, understand.
func (p *Place) states(s *Story) markup.Node {
	ol := markup.El("ol", "class", "states")
	state := func(text, is string, more ...markup.Node) {
		li := markup.El("li", "data-state", is).Say(text).Of(more...)
		if is == "now" {
			li = li.With("aria-current", "step")
		}
		ol = ol.Of(li)
	}
	if !p.shown {
		if p.guess >= 0 {
			state("1 You say "+s.Guess.lettered(p.guess), "now", markup.El("b", "data-guess", "").Say(s.Guess.named(p.guess)))
		} else {
			state("1 Predict", "now")
		}
		state("2 Run", "")
		state("3 Understand", "")
		return ol
	}
	guess := markup.El("b", "data-guess", "").Say(s.Guess.named(p.guess))
	switch {
	case p.guess < 0:
		state("Not predicted", "")
	case p.right(p.guess):
		state("✓ Right, you said "+s.Guess.lettered(p.guess), "right", guess)
	default:
		state("You said "+s.Guess.lettered(p.guess), "", guess)
	}
	switch {
	case s.Guess.Truth >= 0:
		state("It is "+s.Guess.lettered(s.Guess.Truth), "", markup.El("b", "data-truth", "").Say(s.Guess.named(s.Guess.Truth)))
	case p.Waiting():
		state("2 Running …", "now")
		state("3 Understand", "")
		return ol
	}
	state("3 Understand", "now")
	return ol
}

// why tells what decided.
func why(s *Story) markup.Node {
	return markup.El("div", "data-why", "", "data-tone", s.Tone).Of(markup.El("p").Of(s.Why.draw()...))
}

// actions are what one can do next.
func (p *Place) actions(s *Story) markup.Node {
	row := markup.El("div", "class", "act row")
	next := (p.at + 1) % len(p.cards)
	more := markup.El("a", "class", "button", "href", "#exp="+p.cards[next].Name, "title", p.cards[next].Title).Keyed("next").Say("Next")
	if !p.shown {
		run := markup.El("button", "type", "button", "class", "primary", "data-do", "run").Keyed("run").Say("Run")
		return row.Of(run, more, markup.El("p", "class", "ratio").Say("You can run it without guessing; guessing first is how it sticks."))
	}
	row = row.Of(more.With("data-primary", ""))
	if s.Watch != "" {
		row = row.Of(markup.El("a", "class", "button", "href", s.Watch).Keyed("watch").Say("Watch it"))
	}
	if s.Own != "" && s.Own != s.Watch {
		row = row.Of(markup.El("a", "class", "button", "href", s.Own).Keyed("own").Say("Try your own"))
	}
	return row.Of(markup.El("button", "type", "button", "data-do", "again").Keyed("again").Say("Guess again"), sources(s))
}

func sources(s *Story) markup.Node {
	d := markup.El("p", "class", "sources ratio").Say("Read more: ")
	for i, source := range s.More {
		if i > 0 {
			d = d.Say(" · ")
		}
		d = d.Of(markup.El("a", "href", source.URL, "rel", "noopener").Say(source.Title))
	}
	return d
}

// program is the program of a card, to be read and copied.
func program(s *Story) markup.Node {
	pre := markup.El("pre", "class", "code", "tabindex", 0, "aria-label", "the program in Python", "translate", "no")
	for line := range strings.Lines(s.Python) {
		pre = pre.Of(markup.El("span", "class", "line").Say(line))
	}
	return markup.El("div").Of(pre, markup.El("button", "type", "button", "data-do", "copy-Python").Say("Copy as Python"),
		goButton(s.Go))
}

func goButton(program string) markup.Node {
	if program == "" {
		return markup.Text("")
	}
	return markup.El("button", "type", "button", "data-do", "copy-Go").Say("Copy as Go")
}

// explained are the words that a card uses.
func explained(words []string) markup.Node {
	dl := markup.El("dl")
	for _, t := range terms {
		for _, w := range words {
			if w == t.word {
				dl = dl.Of(markup.El("div").Of(markup.El("dt").Say(t.word), markup.El("dd").Say(t.meaning)))
			}
		}
	}
	return dl
}
