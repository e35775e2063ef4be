package experiments

import (
	"strconv"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/words"
)

func aMethod() Card {
	return Card{Name: "a-method", Group: NotFor, Title: "A method", Story: func(Measured) *Story {
		// The instance is the argument: each is another one, by its identity.
		const made = 3
		var circles []string
		area := witnessed("Circle.area", func(self programs.Arg) programs.Value { return number(3 * (1 + self.ID()) * (1 + self.ID())) })
		for r := range made {
			circles = append(circles, "Circle("+strconv.Itoa(r+1)+")")
			area.call(circles[r]) // nobody else keeps it
		}
		rec, held := area.replayed(), area.memo.CacheInfo().CurrSize
		at := first(rec, 0, stored)
		area.memo.CacheClear()
		after := area.memo.CacheInfo().CurrSize
		return &Story{
			Ask:   text("The method ^area^ of a class is decorated, # made, and the area of each is asked for. *How many are still in memory when nobody needs them any more?*", times(made, "circle is", "circles are")),
			Guess: Guess{Kind: Choice, Options: texts(after, justOne, held-1, held), Truth: 3},
			Tone:  words.Again.Name,
			Why:   text("##: the method has one cache for all instances, and ^self^ is part of every key, so storing # at # keeps the circle alive. It goes when its entry is evicted or forgotten: after cache_clear() there are #, and for a value of a single object there is ^cached_property^.", tone(words.Again, ""), n(held), call(rec, event(rec, at).Key), area.step(at), n(after)),
			Watch: area.watch(at),
			Picture: func(width int, shown bool) markup.Node {
				if !shown {
					return draw.Objects(circles, []draw.Binding{{Name: "the cache", Object: -1}}, width)
				}
				var all []draw.Binding
				for r := range held {
					all = append(all, draw.Binding{Name: "the cache", Object: r})
				}
				return draw.Objects(circles, all, width)
			},
			Python: `import gc
from functools import lru_cache

class Circle:
    def __init__(self, r):
        self.r = r

    def __repr__(self):
        return f"Circle({self.r})"

    @lru_cache
    def area(self):
        return 3 * self.r * self.r

def alive():
    gc.collect()
    return sum(isinstance(o, Circle) for o in gc.get_objects())

for r in 1, 2, 3:
    Circle(r).area()

print(alive())
Circle.area.cache_clear()
print(alive())
`,
			Prints: lines(strconv.Itoa(held), strconv.Itoa(after)),
			Record: area.text(),
			Words:  []string{"key", "evicted"},
			More:   []Source{functools, {"The Python FAQ: How do I cache method calls?", "https://docs.python.org/3/faq/programming.html#how-do-i-cache-method-calls"}},
		}
	}}
}
