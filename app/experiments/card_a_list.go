package experiments

import (
	"strconv"
	"strings"

	"playground/app/programs"
	"playground/app/pycall"
	"playground/app/words"
)

func aList() Card {
	return Card{Name: "a-list", Group: NotFor, Title: "A list as an argument", Story: func(Measured) *Story {
		numbers, sum := []int{1, 2, 3}, 0
		var written []string
		for _, n := range numbers {
			sum += n
			written = append(written, strconv.Itoa(n))
		}
		asList := "[" + strings.Join(written, ", ") + "]"
		asTuple := "(" + strings.Join(written, ", ") + ")"
		list, tuple := "total("+asList+")", "total("+asTuple+")"
		problem, _ := keyOf(list, false)
		key, _ := keyOf(tuple, false)
		total := witnessed("total", func(programs.Arg) programs.Value { return number(sum) })
		prints := lines(problem, total.call(asTuple).String(), total.call(asTuple).String())
		rec := total.replayed()
		at := first(rec, 0, hit)
		return &Story{
			Ask: text("^total^ adds up numbers and is decorated. *What does *# do?", ran(list)),
			Guess: Guess{Kind: Choice, Truth: 2, Options: []Text{
				text("It computes the sum and keeps it."),
				text("It computes the sum every time, and keeps nothing."),
				text("It raises #", ran(problem)),
				text("It keeps the sum until the list changes."),
			}},
			Tone:  words.Evict.Name,
			Why:   text("##: the cache looks for the arguments in a dict, and what can change could not be found there again, so the call fails before the body runs. A tuple cannot change: # is kept under the key #, and is found there at #.", tone(words.Evict, ""), ran(problem), ran(tuple), ran(key), total.step(at)),
			Watch: total.watch(at),
			There: text("*Watch it* shows the tuple: a call without a key reaches no cache, so it is no step."),
			Own:   "#exp=same-call-other-key",
			Python: `from functools import lru_cache

@lru_cache
def total(numbers):
    return sum(numbers)

try:
    print(total([1, 2, 3]))
except TypeError as error:
    print("TypeError:", error)

print(total((1, 2, 3)))
print(total((1, 2, 3)))
print(total.cache_info())
`,
			Prints: prints + lines(rec.Info().String()),
			Record: total.text(),
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
