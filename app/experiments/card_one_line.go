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
		fast := decorated(func(programs.Arg) programs.Value { return number(slow(arg)) })
		value := fast.Call(programs.Int(arg))
		once := bodies
		fast.Call(programs.Int(arg))
		twice := bodies - once
		memoized := record("fibonacci", lru.DefaultMaxSize, arg)
		without := record("fibonacci", 0, arg)
		at := first(without, 0, again)
		info := fast.CacheInfo().String()
		return &Story{
			Ask:   text("^fast = lru_cache(slow)^ leaves the name ^slow^ as it was, and ^slow^ calls itself. *How often does the body run for *#?", ran("fast("+strconv.Itoa(arg)+")")),
			Guess: Guess{Kind: Choice, Options: texts(memoized.Bodies(), once, justOne, once/2), Truth: 1},
			Tone:  words.Again.Name,
			Why: text("## times: only the outermost call goes through the cache, and the recursion inside goes on calling ^slow^, as without a cache, where # is computed again at #. A second # is answered without running the body; with the decorator ^@lru_cache^ the name itself means the cache, and the body runs # times.",
				tone(words.Again, ""), n(once), call(without, event(without, at).Key), step(without, at), ran("fast("+strconv.Itoa(arg)+")"), n(memoized.Bodies())),
			Watch: watch(without, at),
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
			Words:  []string{"decorator", "recursion", "body runs"},
			More:   []Source{functools},
		}
	}}
}
