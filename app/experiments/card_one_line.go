package experiments

import (
	"strconv"

	"playground/app/programs"
	"playground/app/words"
	"playground/lru"
)

func oneLine() Card {
	return Card{Name: "one-line", Group: Saves, Title: "One line", Story: func(Measured) Story {
		const n = 10
		bodies := 0
		var slow func(n int) int
		slow = func(n int) int {
			bodies++
			if n < 2 {
				return n
			}
			return slow(n-1) + slow(n-2)
		}
		fast := decorated(func(programs.Arg) programs.Value { return number(slow(n)) })
		value := fast.Call(programs.Int(n))
		once := bodies
		fast.Call(programs.Int(n))
		twice := bodies - once
		memoized := record("fibonacci", lru.DefaultMaxSize, n)
		info := fast.CacheInfo().String()
		return Story{
			Ask: code("fast = lru_cache(slow)").say(" leaves the name ").code("slow").say(" as it was, and ").code("slow").
				say(" calls itself. ").bold("How often does the body run for ").ran("fast(" + strconv.Itoa(n) + ")").say("?"),
			Guess: Guess{Kind: Choice, Options: texts(memoized.Bodies(), once, once/once, once/2), Truth: 1},
			Tone:  words.Again.Name,
			Why: Text(nil).tone(words.Again, "").n(once).say(" times: only the outermost call goes through the cache, the recursion inside goes on calling ").code("slow").
				say(". A second ").ran("fast(" + strconv.Itoa(n) + ")").say(" is answered without ").say("running the body; with the decorator ").code("@lru_cache").
				say(" the name itself means the cache, and the body runs ").n(memoized.Bodies()).say(" times."),
			Watch: watch(record("fibonacci", 0, n), -1),
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
