package experiments

import (
	"strings"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/words"
)

func somebodyChangedMyList() Card {
	return Card{Name: "somebody-changed-my-list", Group: NotFor, Title: "Somebody changed my list", Story: func(Measured) *Story {
		const red = "'red'"
		team := witnessed("team", func(programs.Arg) programs.Value { return &list{"Ada"} })
		mine := team.call(red).(*list)
		before := mine.String()
		*mine = append(*mine, "Bob")
		yours := team.call(red).(*list)
		after := yours.String()
		one := mine == yours
		at := first(team.replayed(), 0, hit)
		truth := 0
		if one {
			truth = 1
		}
		return &Story{
			Ask: text("^team(\"red\")^ returns #, and I append a name to my list. *What do you get when you call ^team(\"red\")^ then?*", ran(before)),
			Guess: Guess{Kind: Choice, Truth: truth, Options: []Text{
				text("#",
					ran(before)), text("#",
					ran(after)), text("An empty list."), text("A TypeError, since a list can change."),
			}},
			Tone:  words.Again.Name,
			Why:   text("##: the cache hands out the very object that it keeps, so my list and yours are one, and the hit at # returns what I made of it. Return something that cannot change, such as a tuple, or copy what you get before you change it.", tone(words.Again, ""), ran(after), team.step(at)),
			Watch: team.watch(at),
			There: text("*Watch it* has each result as it was when it was stored, so there it reads #.", ran(before)),
			Picture: func(width int, shown bool) markup.Node {
				if !shown {
					return draw.Objects([]string{before}, []draw.Binding{{Name: "mine"}, {Name: "the cache"}, {Name: "yours", Object: -1}}, width)
				}
				return draw.Objects([]string{after}, []draw.Binding{{Name: "mine"}, {Name: "the cache"}, {Name: "yours"}}, width)
			},
			Python: `from functools import lru_cache

@lru_cache
def team(colour):
    return ["Ada"]

mine = team("red")
mine.append("Bob")

yours = team("red")
print(yours)
print(yours is mine)
`,
			Prints: lines(after, map[bool]string{true: "True", false: "False"}[one]),
			Record: team.text(),
			Words:  []string{"shared", "hits"},
			More:   []Source{functools},
		}
	}}
}

// A list is a list of names, which prints as Python prints it.
type list []string

func (l *list) String() string { return "['" + strings.Join(*l, "', '") + "']" }
