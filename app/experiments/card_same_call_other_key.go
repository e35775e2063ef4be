package experiments

import (
	"playground/app/pycall"
	"playground/app/words"
	"playground/lru"
)

func sameCallOtherKey() Card {
	return Card{Name: "same-call-other-key", Group: NotFor, Title: "Same call, other key", Inspects: true, Story: func(Measured) *Story {
		calls := []string{"f(1)", "f(1.0)", "f(True)", "f(x=1)"}
		entries, shared := entriesOf(calls, false)
		typed, _ := entriesOf(calls, true)
		ask := Text(nil)
		for i, c := range calls {
			if i > 0 {
				ask = append(ask, text(", ")...)
			}
			ask = append(ask, text("#", ran(c))...)
		}
		var options []int
		for n := range calls {
			options = append(options, n+1)
		}
		single, _ := keyOf(calls[0], false)
		return &Story{
			Ask:   append(ask, text(" are called, one after the other, and in Python the arguments are all equal. *How many entries does the cache hold?*")...),
			Guess: Guess{Kind: Choice, Options: texts(options...), Truth: entries - 1},
			Tone:  words.Hit.Name,
			Why: text("##: # finds the entry of #, since their keys are equal, but # has one of its own, because a single int is a key by itself, #, and a keyword makes another key. With ^typed=True^ there are #; keyword order counts, too. Try it in the box:",
				tone(words.Hit, ""), n(entries), ran(shared[1]), ran(shared[0]), ran(calls[0]), ran(single), n(typed)),
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
		_, who := keyOf(c, typed)
		for i, k := range keys {
			if pycall.Equal(k, who) {
				shared = append(shared, first[i], c)
				continue next
			}
		}
		keys, first = append(keys, who), append(first, c)
	}
	return len(keys), shared
}

// info is the cache_info() of so many calls that left so many entries.
func info(calls, entries int) string {
	return lru.CacheInfo{Hits: int64(calls - entries), Misses: int64(entries), MaxSize: lru.DefaultMaxSize, CurrSize: entries}.String()
}
