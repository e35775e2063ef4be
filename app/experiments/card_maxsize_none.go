package experiments

import (
	"strconv"

	"playground/app/trace"
	"playground/app/words"
	"playground/lru"
)

func maxsizeNone() Card {
	return Card{Name: "maxsize-none", Group: Size, Title: "maxsize=None and its price", Story: func(Measured) *Story {
		const enough = trace.Size(3)
		rec := record("fibonacci", trace.None, 500)
		small := record("fibonacci", enough, 500)
		kept := rec.Info().CurrSize
		oldest := first(rec, 0, stored)
		// What is kept if nothing is said, and what a negative number means.
		usual := decorated(same).CacheParameters().MaxSize
		negative := decorated(same, lru.MaxSize(-1)).CacheParameters().MaxSize
		s := shown(&Story{
			Ask:   text("The decorator ^@cache^ is #, a cache without a bound. *How many results does it hold when *# *has returned?*", size(trace.None), statement(rec, 0)),
			Guess: Guess{Kind: Choice, Options: texts(0, int(enough), usual, kept), Truth: 3},
			Tone:  words.Miss.Name,
			Why: text("##: nothing is ever thrown out, so what was stored first, # at #, stays for as long as the program runs, though # takes as few runs of the body, #. Where nothing is said, as in ^@lru_cache^, maxsize is #; # turns caching off, and a negative number means #.",
				tone(words.Miss, ""), n(kept), call(rec, event(rec, oldest).Key), step(rec, oldest), size(enough), n(small.Bodies()), n(usual), size(0), n(negative)),
			Watch: watch(rec, oldest),
			Own:   watch(small, -1),
			Words: []string{"maxsize", "decorator"},
			More:  []Source{functools},
		}, rec)
		s.Python += `
for usual in lru_cache(len), lru_cache(maxsize=-1)(len):
    print(usual.cache_info().maxsize)
`
		s.Prints += lines(strconv.Itoa(usual), strconv.Itoa(negative))
		return s
	}}
}
