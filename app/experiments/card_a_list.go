package experiments

import (
	"playground/app/pycall"
	"playground/app/words"
)

func aList() Card {
	return Card{Name: "a-list", Group: NotFor, Title: "A list as an argument", Story: func(Measured) *Story {
		const list, tuple = "total([1, 2, 3])", "total((1, 2, 3))"
		problem, _ := keyOf(list, false)
		key, _ := keyOf(tuple, false)
		return &Story{
			Ask: text("^total^ adds up numbers and is decorated. *What does *# do?", ran(list)),
			Guess: Guess{Kind: Choice, Truth: 2, Options: []Text{
				text("It computes the sum and keeps it."),
				text("It computes the sum every time, and keeps nothing."),
				text("It raises #", ran(problem)),
				text("It keeps the sum until the list changes."),
			}},
			Tone: words.Evict.Name,
			Why:  text("##: the cache looks for the arguments in a dict, and what can change cannot be found there again, so the call fails before the body runs. A tuple cannot change: # is kept under the key #.", tone(words.Evict, ""), ran(problem), ran(tuple), ran(key)),
			Own:  "#exp=same-call-other-key",
			Python: `from functools import lru_cache

@lru_cache
def total(numbers):
    return sum(numbers)

try:
    print(total([1, 2, 3]))
except TypeError as error:
    print("TypeError:", error)

print(total((1, 2, 3)))
print(total.cache_info())
`,
			Prints: lines(problem),
			Words:  []string{"hashable", "key"},
			More:   []Source{functools},
		}
	}}
}

// keyOf is the key of a call as Python prints it, or its error; the key itself is
// nil then.
func keyOf(call string, typed bool) (said string, key pycall.Value) {
	c, err := pycall.Parse(call)
	if err == nil {
		key, err = c.Key(typed)
	}
	if err != nil {
		return err.Error(), nil
	}
	return key.String(), key
}
