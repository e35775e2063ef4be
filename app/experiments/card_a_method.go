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
		area := decorated(func(self programs.Arg) programs.Value { return number(3 * self.ID() * self.ID()) })
		const made = 3
		for r := range made {
			area.Call(programs.Recorded(r+1, "Circle("+strconv.Itoa(r+1)+")")) // nobody else keeps it
		}
		held := area.CacheInfo().CurrSize
		area.CacheClear()
		after := area.CacheInfo().CurrSize
		return &Story{
			Ask:   text("The method ^area^ of a class is decorated. # made, the area of each is asked for, and then nobody needs them any more. *How many of them are still in memory?*", times(made, "circle is", "circles are")),
			Guess: Guess{Kind: Choice, Options: texts(after, justOne, held-1, held), Truth: 3},
			Tone:  words.Again.Name,
			Why:   text("##: the method has one cache for all instances, and ^self^ is the first argument, so it is part of every key and the cache keeps each object alive. They go when they are evicted or forgotten: after cache_clear() there are #. For a value of one object use ^cached_property^.", tone(words.Again, ""), n(held), n(after)),
			Picture: func(width int, shown bool) markup.Node {
				var names []draw.Name
				for r := range made {
					name, object := "the cache", "Circle("+strconv.Itoa(r+1)+")"
					if !shown {
						name, object = "?", ""
					}
					names = append(names, draw.Name{Name: name, Object: object, Apart: true})
				}
				return draw.Objects(names, width)
			},
			Python: `import gc
from functools import lru_cache

class Circle:
    def __init__(self, r):
        self.r = r

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
			Words:  []string{"key", "evicted"},
			More:   []Source{functools, {"The Python FAQ: How do I cache method calls?", "https://docs.python.org/3/faq/programming.html#how-do-i-cache-method-calls"}},
		}
	}}
}
