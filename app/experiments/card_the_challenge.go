package experiments

import (
	"math"

	"playground/app/markup"
	"playground/app/timing"
	"playground/app/trace"
	"playground/app/views"
	"playground/app/words"
)

func theChallenge() Card {
	race := func() trace.Script { return many("factorial", lru128, 1000, 500) }
	return Card{Name: "the-challenge", Group: Pays, Title: "The challenge", Race: race, Story: func(m Measured) *Story {
		s := race()
		rec := trace.Record(s)
		at := first(rec, 0, hit)
		made, total := rec.Call(0), s.Statements[0].Times
		without, fastest, slowest := timing.Spread(m.Without, total)
		with, _, _ := timing.Spread(m.With, total)
		g := Guess{Kind: Choice, Truth: -1}
		tens := []int{1, 10, 100, 1000}
		for _, n := range tens {
			g.Options = append(g.Options, text("about #", times(n, "time as fast", "times as fast")))
		}
		why := text("#",
			tone(words.Miss, "Timing it in this browser, in slices, round after round …"))
		if m.Done && with > 0 {
			ratio := without.Seconds() / with.Seconds()
			g.Truth = int(max(0, min(math.Round(math.Log10(ratio)), float64(len(tens)-1))))
			why = text("# without the cache (from # to #), # with it: #. Of # the first computes, in # of the body, and from # on all are hits, a look-up each.",
				measured(words.Brief(without.Seconds())), measured(words.Brief(fastest.Seconds())), measured(words.Brief(slowest.Seconds())), measured(words.Brief(with.Seconds())), measured(ratioSaid(ratio)), times(total, "call", "calls"), times(rec.Bodies(), "run", "runs"), step(rec, at))
		} else if len(m.Without) == 0 {
			why = text("#from # on each is a look-up instead of # of the body. What that saves is timed in your browser when you run it.",
				tone(words.Hit, "All calls but the first are hits: "), step(rec, at), times(rec.Bodies(), "run", "runs"))
		}
		st := shown(&Story{
			Ask:   text("The talk ends with a challenge: #, called #, with the cache and without. *How much faster is it with the cache?*", ran(made), times(total, "time", "times")),
			Guess: g,
			Tone:  words.Hit.Name,
			Why:   why,
			Watch: watch(rec, at),
			Words: []string{"hits", "decorator"},
			More:  []Source{talk},
			Picture: func(width int, shown bool) markup.Node {
				if !shown || len(m.With) == 0 {
					return markup.El("div")
				}
				return views.Race(made, total, m.Without, m.With, width)
			},
		}, rec)
		st.Python, st.Go = challengePython, challengeGo
		st.Prints = lines(rec.Info().String())
		return st
	}}
}

// lru128 is the maxsize where nothing is said.
const lru128 = trace.Size(128)

func ratioSaid(ratio float64) string {
	if ratio < 1.5 {
		return "no faster"
	}
	return words.Count(int(ratio+0.5)) + " times as fast"
}

const challengePython = `import sys, time
from functools import lru_cache

sys.setrecursionlimit(3000)  # a cached call counts twice before Python 3.12

def plain(n):
    if n == 0:
        return 1
    return n * plain(n-1)

def decorated():
    @lru_cache(maxsize=128)
    def factorial(n):
        if n == 0:
            return 1
        return n * factorial(n-1)
    return factorial

def took(f):
    began = time.perf_counter()
    for _ in range(1000):
        f(500)
    return (time.perf_counter() - began) * 1000

f = decorated()
took(f)
print(f.cache_info())

for name, make in ("without", lambda: plain), ("with", decorated):
    times = sorted(took(make()) for _ in range(5))
    print(f"{name}: {times[2]:.3f} ms, from {times[0]:.3f} to {times[-1]:.3f}")
`

const challengeGo = `// The challenge of the talk, copied from the lru_cache playground.
//
// Save it in a clone of the playground as main.go in a folder of its own, such
// as copied, and type
//
//	go run ./copied
package main

import (
	"fmt"
	"math/big"
	"slices"
	"time"

	"playground/lru"
)

func main() {
	body := func(self func(int) *big.Int, n int) *big.Int {
		if n == 0 {
			return big.NewInt(1)
		}
		return new(big.Int).Mul(big.NewInt(int64(n)), self(n-1))
	}
	var plain func(n int) *big.Int
	plain = func(n int) *big.Int { return body(plain, n) }

	measure("without", func() func(int) *big.Int { return plain })
	measure("with", func() func(int) *big.Int { return lru.NewRecursive(body, lru.MaxSize(128)).Call })
}

func measure(name string, factorial func() func(int) *big.Int) {
	var took []time.Duration
	for range 5 {
		f, began := factorial(), time.Now()
		for range 1000 {
			f(500)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	fmt.Println(name+":", took[2], "from", took[0], "to", took[4])
}
`
