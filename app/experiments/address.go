package experiments

import (
	"slices"
	"strings"

	"playground/app/show"
	"playground/app/views"
	"playground/app/words"
)

// Address names the card, whether its answer is shown, and how the page is:
//
//	exp=one-more-slot&answer=shown&view=present
func (p *Place) Address() (fragment, entry string) {
	entry = p.address(p.shown, "")
	switch {
	case p.embed:
		return p.address(p.shown, "embed"), entry
	case p.present:
		return p.address(p.shown, "present"), entry
	}
	return entry, entry
}

func (p *Place) address(answered bool, view string) string {
	a := "exp=" + p.card().Name
	if answered {
		a += "&answer=shown"
	}
	if view != "" {
		a += "&view=" + view
	}
	return a
}

// Visit shows the card that an address names. Where it names none, or one that there
// is not, it shows the first one, and says so unless the address was kept or empty.
func (p *Place) Visit(fragment string, kept bool) show.Change {
	at, answered, named := -1, false, ""
	p.embed, p.present = false, false
	for pair := range strings.SplitSeq(fragment, "&") {
		name, value, _ := strings.Cut(pair, "=")
		switch name {
		case "exp":
			named = value
			at = slices.IndexFunc(p.cards, func(c Card) bool { return c.Name == value })
		case "answer":
			answered = value == "shown"
		case "view":
			p.embed, p.present = value == "embed", value == "present"
		}
	}
	var notices []string
	switch {
	case at >= 0 || kept || fragment == "":
	case named == "":
		notices = []string{"This link names no experiment, so this is the first one. All of them are in the list."}
	default:
		notices = []string{"There is no experiment “" + words.Short(named, 40) + "”, so this is the first one. All of them are in the list."}
	}
	return p.NoticeOnly(notices...) | p.open(max(0, at), answered) | layout | show.Dressed
}

// Share is the sheet with the links to the card: with its answer hidden, which is
// what one sends to a class, and shown.
func (p *Place) Share() views.Sheet {
	return views.Sheet{
		Name:    "share",
		Summary: "Experiment: " + p.card().Title,
		Link:    p.base + "#" + p.address(false, ""),
		Answer:  p.base + "#" + p.address(true, ""),
		Embed:   p.base + "#" + p.address(false, "embed"),
	}
}
