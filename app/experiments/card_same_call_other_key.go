package experiments

import (
	"playground/app/pycall"
	"playground/app/words"
	"playground/lru"
)

func sameCallOtherKey() Card {
	return Card{Name: "same-call-other-key", Group: NotFor, Title: "Same call, other key", Inspects: true, Story: func(Measured) Story {
		calls := []string{"f(1)", "f(1.0)", "f(True)", "f(x=1)"}
		entries, shared := entriesOf(calls, false)
		typed, _ := entriesOf(calls, true)
		ask := Text(nil)
		for i, c := range calls {
			if i > 0 {
				ask = ask.say(", ")
			}
			ask = ask.ran(c)
		}
		var options []int
		for n := range calls {
			options = append(options, n+1)
		}
		single, _ := keyOf(calls[0], false)
		return Story{
			Ask:   ask.say(" are called, one after the other, and in Python the arguments are all equal. ").bold("How many entries does the cache hold?"),
			Guess: Guess{Kind: Choice, Options: texts(options...), Truth: entries - 1},
			Tone:  words.Hit.Name,
			Why: Text(nil).tone(words.Hit, "").n(entries).say(": ").ran(shared[1]).say(" finds the entry of ").ran(shared[0]).say(", since their keys are equal, but ").ran(calls[0]).
				say(" has one of its own, because a single int is a key by itself, ").ran(single).say(", and a keyword makes another key. With ").code("typed=True").say(" there are ").
				n(typed).say("; keyword order counts, too. Try it in the box:"),
			Python: `from functools import lru_cache

for typed in False, True:
    @lru_cache(typed=typed)
    def f(x):
        return x

    f(1), f(1.0), f(True), f(x=1)
    print(f.cache_info())
`,
			Prints: lines(info(len(calls), entries), info(len(calls), typed)),
			Words:  []string{"key", "hashable"},
			More:   []Source{functools, {"Lib/functools.py: _make_key", "https://github.com/python/cpython/blob/main/Lib/functools.py"}},
		}
	}}
}

// entriesOf counts the entries that calls leave in a cache, and names two that
// share one, if any do.
func entriesOf(calls []string, typed bool) (n int, shared []string) {
	var keys []pycall.Value
	var first []string
next:
	for _, c := range calls {
		_, key := keyOf(c, typed)
		for i, k := range keys {
			if pycall.Equal(k, key) {
				shared = append(shared, first[i], c)
				continue next
			}
		}
		keys, first = append(keys, key), append(first, c)
	}
	return len(keys), shared
}

// info is the cache_info() of so many calls that left so many entries.
func info(calls, entries int) string {
	return lru.CacheInfo{Hits: int64(calls - entries), Misses: int64(entries), MaxSize: lru.DefaultMaxSize, CurrSize: entries}.String()
}
