package experiments

import (
	"slices"
	"strings"

	"playground/app/programs"
	"playground/app/pycall"
	"playground/app/words"
	"playground/lru"
)

func sameCallOtherKey() Card {
	return Card{Name: "same-call-other-key", Group: NotFor, Title: "Same call, other key", Inspects: true, Story: func(Measured) *Story {
		calls := []string{"f(1)", "f(1.0)", "f(True)", "f(x=1)"}
		same := sameKeys(calls, false)
		entries, typed := distinct(same), distinct(sameKeys(calls, true))
		f := witnessed("f", argumentOf(calls, same))
		for _, i := range same {
			f.call(inside(calls[i]))
		}
		rec := f.replayed()
		at := first(rec, 0, hit)
		later := 0 // the call that is the hit
		for i, who := range same {
			if who != i {
				later = i
				break
			}
		}
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
			Why: text("#: at # the call # finds the entry of #, since their keys are equal, but # has one of its own, because a single int is a key by itself, #, and a keyword makes another key. With ^typed=True^ there are #; the order of keywords counts, too.",
				n(entries), f.step(at), ran(calls[later]), ran(calls[same[later]]), ran(calls[0]), ran(single), n(typed)),
			Watch: f.watch(at),
			Python: `from functools import lru_cache

for typed in False, True:
    @lru_cache(typed=typed)
    def f(x):
        return x

    f(1), f(1.0), f(True), f(x=1)
    print(f.cache_info())
`,
			Record: f.text(),
			Prints: lines(info(len(calls), entries), info(len(calls), typed)),
			Words:  []string{"key", "hashable"},
			More:   []Source{functools, {"Lib/functools.py: _make_key", "https://github.com/python/cpython/blob/main/Lib/functools.py"}},
		}
	}}
}

// sameKeys tells of each call which is the first that has the same key.
func sameKeys(calls []string, typed bool) []int {
	same := make([]int, len(calls))
	for i := range calls {
		_, key := keyOf(calls[i], typed)
		same[i] = slices.IndexFunc(calls, func(c string) bool {
			_, other := keyOf(c, typed)
			return pycall.Equal(key, other)
		})
	}
	return same
}

// distinct is how many different numbers there are.
func distinct(list []int) int {
	return len(slices.Compact(slices.Sorted(slices.Values(list))))
}

// inside is what stands between the parentheses of a call.
func inside(call string) string {
	_, args, _ := strings.Cut(call, "(")
	return strings.TrimSuffix(args, ")")
}

// argumentOf is the function that returns its argument, by the keys of the calls.
func argumentOf(calls []string, same []int) func(programs.Arg) programs.Value {
	var returns []programs.Value
	for i, call := range calls {
		if c, err := pycall.Parse(call); err == nil && same[i] == i {
			for _, k := range c.Keywords {
				c.Args = append(c.Args, k.Value)
			}
			returns = append(returns, c.Args[0])
		}
	}
	return func(key programs.Arg) programs.Value { return returns[key.ID()] }
}

// info is the cache_info() of so many calls that left so many entries.
func info(calls, entries int) string {
	return lru.CacheInfo{Hits: int64(calls - entries), Misses: int64(entries), MaxSize: lru.DefaultMaxSize, CurrSize: entries}.String()
}
