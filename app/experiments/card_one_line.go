package experiments

import (
	"strconv"

	"playground/app/programs"
	"playground/app/words"
	"playground/lru"
)

func oneLine() Card {
	return Card{Name: "one-line", Group: Saves, Title: "One line", Story: func(Measured) *Story {
		const arg = 10
		bodies := 0
		var slow func(n int) int
		slow = func(n int) int {
			bodies++
			if n < 2 {
				return n
			}
			return slow(n-1) + slow(n-2)
		}
		fast := witnessed("slow", func(programs.Arg) programs.Value { return number(slow(arg)) }) // of that name, as Python has it
		value := fast.call(strconv.Itoa(arg))
		once := bodies
		fast.call(strconv.Itoa(arg))
		twice := bodies - once
		memoized := record("fibonacci", lru.DefaultMaxSize, arg)
		rec := fast.replayed()
		at := first(rec, 0, stored)
		info := fast.memo.CacheInfo().String()
		return &Story{
			Ask:   text("^fast = lru_cache(slow)^ leaves the name ^slow^ as it was, and ^slow^ calls itself. *How often does the body run for *#?", ran("fast("+strconv.Itoa(arg)+")")),
			Guess: Guess{Kind: Choice, Options: texts(memoized.Bodies(), once, justOne, once/2), Truth: 1},
			Tone:  words.Again.Name,
			Why: text("## times: only the outermost call goes through the cache, which stores one result, at #, while the recursion inside goes on calling ^slow^ and asks it for nothing. A second # is answered without running the body; with the decorator ^@lru_cache^ the name itself means the cache, and the body runs # times.",
				tone(words.Again, ""), n(once), fast.step(at), ran("fast("+strconv.Itoa(arg)+")"), n(memoized.Bodies())),
			Watch: fast.watch(at),
			There: text("*Watch it* shows the cache of ^fast^, which Python names after the function, ^slow^. *Try your own* is the same recursion with the decorator."),
			Own:   watch(memoized, -1),
			Python: `from functools import lru_cache

bodies = 0

def slow(n):
    global bodies
    bodies += 1
    if n < 2:
        return n
    return slow(n-1) + slow(n-2)

fast = lru_cache(slow)
print(fast(10), bodies)
print(fast(10), bodies)
print(fast.cache_info())
`,
			Prints: lines(value.String()+" "+strconv.Itoa(once), value.String()+" "+strconv.Itoa(once+twice), info),
			Record: fast.text(),
			Words:  []string{"decorator", "recursion", "body runs"},
			More:   []Source{functools},
		}
	}}
}
