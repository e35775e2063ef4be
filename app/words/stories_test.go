package words

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/trace"
)

// A story is a recording, and what is said about some of its steps. A negative
// step counts from the end: -1 is the last.
type story struct {
	rec   *trace.Recording
	steps map[int]said
}

type said struct{ status, heading, why string }

// stories have each kind of event, of cause and of end in them.
func stories() []story {
	const (
		begin   = "Every hit, miss and eviction is explained here, step by step."
		failed  = "RecursionError: maximum recursion depth exceeded. 999 calls were waiting, one inside the other: their misses count, but nothing of them is stored."
		limit   = "Python's limit is 1,000 frames: the prompt and 999 calls, one inside the other. "
		over    = "What one statement may compute here is limited, so that the page stays yours. With a larger maxsize the body runs far less often."
		missing = "So many steps would fill your browser's memory. The counters are exact all the same."
	)
	first := func(call string) said {
		return said{"+ " + call + " was never computed: the body runs.",
			"Why did this miss?", "+ First time. Nobody asked for " + call + " before, so no cache could have it."}
	}
	return []story{
		{recorded(), map[int]said{
			1: first("outer(1)"),
			2: first("inner('x')"),
			3: {"inner('x') raised ValueError: no x. Nothing is stored.",
				"Why is nothing stored?", "An exception is no result, and only results are stored: the next call of inner('x') runs the body again."},
			4: {"outer(1) = 'a' is stored.",
				"Why was nothing evicted?", "The cache was empty: there was room."},
			6: first("inner('y')"),
			7: {"inner('y') = 'b' is stored.",
				"Why was nothing evicted?", "There was room in the cache of inner."},
			8: {"× outer(1) is evicted to make room: outer(2) = 'c' is stored.",
				"Why was outer(1) evicted?", "× Least recently used. outer(1) was the only entry: with maxsize=1 there is one place. Room is made only now, when the result is there to be stored."},
			9: {"↻ outer(1) was computed before, but evicted: the body runs again.",
				"Why did this miss?", "↻ Evicted earlier. outer(1) was in the cache until step 8, when storing outer(2) needed its place. With maxsize=2 outer(1) stays for as long as it is needed."},
			10: {"inner is decorated anew, as the function around it runs again: it has a new cache, with nothing in it.",
				"Why is the cache new?", "A function that is defined inside another one is decorated each time that the outer one runs."},
			11: {"↻ inner('x') raised an exception before, and nothing was stored: the body runs again.",
				"Why did this miss?", "↻ It raised. At step 3 the body ended with an exception, and only results are stored."},
			14: {"inner.cache_clear(): every entry of its cache is forgotten, its hits and misses are back to 0.",
				"Why is the cache empty?", "cache_clear() forgets every entry and sets hits and misses back to 0. The maxsize stays."},
			15: {"↻ inner('y') was computed before, but the cache is a new one: the body runs again.",
				"Why did this miss?", "↻ A new cache. The function was decorated anew at step 10, as the one around it ran again."},
		}},
		{trace.Record(trace.Script{Program: "fibonacci", Size: 2}), map[int]said{
			0: {"Nothing has been called yet. Press Call and watch what the cache keeps.",
				"Why?", begin},
		}},
		{trace.Record(scriptOf("calc_pi", 2, 5, 6, 5, 20_000, 6, cacheClear, 6)), map[int]said{
			0: {"Before the first step: the cache is empty. Step forward, or press Play.",
				"Why?", begin},
			1: first("calc_pi(5)"),
			2: {"calc_pi(5) = 3.3396825396825403 is stored.",
				"Why was nothing evicted?", "The cache was empty: there was room."},
			4: {"calc_pi(6) = 2.9760461760461765 is stored.",
				"Why was nothing evicted?", "1 of 2 places was taken: there was room."},
			5: {"✓ calc_pi(5) is in the cache and answers 3.3396825396825403. It is now the most recently used.",
				"Why did this hit?", "✓ Still there. calc_pi(5) was stored at step 2 and not evicted since."},
			6: first("calc_pi(20_000)"),
			7: {"× calc_pi(6) is evicted to make room: calc_pi(20_000) = 3.1415426535898248 is stored.",
				"Why was calc_pi(6) evicted?", "× Least recently used. calc_pi(6) was last used at step 4; every other entry was used since. Room is made only now, when the result is there to be stored."},
			8: {"↻ calc_pi(6) was computed before, but evicted: the body runs again.",
				"Why did this miss?", "↻ Evicted earlier. calc_pi(6) was in the cache until step 7, when storing calc_pi(20_000) needed its place. With maxsize=3 calc_pi(6) stays for as long as it is needed."},
			9: {"× calc_pi(5) is evicted to make room: calc_pi(6) = 2.9760461760461765 is stored.",
				"Why was calc_pi(5) evicted?", "× Least recently used. calc_pi(5) was last used at step 5; every other entry was used since. Room is made only now, when the result is there to be stored."},
			10: {"cache_clear(): every entry is forgotten, hits and misses are back to 0.",
				"Why is the cache empty?", "cache_clear() forgets every entry and sets hits and misses back to 0. The maxsize stays."},
			11: {"↻ calc_pi(6) was computed before cache_clear() emptied the cache: the body runs again.",
				"Why did this miss?", "↻ Forgotten. cache_clear() emptied the cache at step 10, and calc_pi(6) was not computed since."},
		}},
		{trace.Record(scriptOf("fibonacci", 0, -3, -3, cacheClear, -3)), map[int]said{
			2: {"fibonacci(-3) returned -3. With maxsize=0 it is not stored.", "Why is it not stored?", "maxsize=0 turns caching off: every call runs the body."},
			3: {"↻ fibonacci(-3) was called before, but maxsize=0 keeps nothing: the body runs again.",
				"Why did this miss?", "↻ Caching is off. maxsize=0 keeps nothing, so every call runs the body. With maxsize=1 fibonacci(-3) stays for as long as it is needed."},
			// No maxsize would have kept it over the cache_clear().
			6: {"↻ fibonacci(-3) was called before, but maxsize=0 keeps nothing: the body runs again.",
				"Why did this miss?", "↻ Caching is off. maxsize=0 keeps nothing, so every call runs the body."},
		}},
		{trace.Record(scriptOf("factorial", 0, -1, -1)), map[int]said{
			1: first("factorial(-1)"),
			1001: {failed,
				"Why did this stop?", limit + "This recursion has no end, so no limit would be enough."},
			// Nor would any keep what never returned.
			1002: {"↻ factorial(-1) was called before, but maxsize=0 keeps nothing: the body runs again.",
				"Why did this miss?", "↻ Caching is off. maxsize=0 keeps nothing, so every call runs the body."},
		}},
		{trace.Record(scriptOf("factorial", 0, 1500)), map[int]said{
			-1: {failed,
				"Why did this stop?", limit + "A cache that holds smaller results ends the recursion earlier, but maxsize=0 keeps nothing."},
		}},
		{trace.Record(scriptOf("fibonacci", 128, 1500, 600)), map[int]said{
			1000: {"+ fibonacci(501) was never computed: the body should run, but 999 calls are waiting already.",
				"Why did this miss?", "+ First time. Nobody asked for fibonacci(501) before, so no cache could have it."},
			1001: {failed,
				"Why did this stop?", limit + "A cache that holds smaller results ends the recursion earlier: call smaller arguments first, in steps."},
			1002: {"↻ fibonacci(600) was begun before, but never returned a result to store: the body runs again.",
				"Why did this miss?", "↻ Never stored. The earlier call ended at step 1,001 without a result, and only results are stored."},
			-1: {"× fibonacci(472) is evicted to make room: fibonacci(600) = 11043…59200 (126 digits) is stored.",
				"Why was fibonacci(472) evicted?", "× Least recently used. fibonacci(472) was last used at step 2,548; every other entry was used since. Room is made only now, when the result is there to be stored."},
		}},
		{trace.Record(scriptOf("fibonacci", 1, 2, 2)), map[int]said{
			6: {"× fibonacci(0) is evicted to make room: fibonacci(2) = 1 is stored.",
				"Why was fibonacci(0) evicted?", "× Least recently used. fibonacci(0) was the only entry: with maxsize=1 there is one place. Room is made only now, when the result is there to be stored."},
		}},
		{trace.Record(scriptOf("fibonacci", 5000, 2)), map[int]said{
			6: {"fibonacci(2) = 1 is stored.", "Why was nothing evicted?", "2 of 5,000 places were taken: there was room."},
		}},
		{trace.Record(scriptOf("fibonacci", trace.None, 2, 2)), map[int]said{
			6: {"fibonacci(2) = 1 is stored.", "Why was nothing evicted?", "maxsize=None has no bound: whatever was computed stays."},
			7: {"✓ fibonacci(2) is in the cache and answers 1.",
				"Why did this hit?", "✓ Still there. fibonacci(2) was stored at step 6 and not evicted since."},
		}},
		{trace.Record(scriptOf("fibonacci", 2, 35, 35, 5, 34, cacheClear, 5)), map[int]said{
			400_001: {"fibonacci(35) = 9227465. 60,624 steps of this statement were counted, not recorded.", "Why are steps missing?", missing},
			400_002: {"✓ fibonacci(35) is in the cache and answers 9227465. It is now the most recently used.",
				"Why did this hit?", "✓ Still there. fibonacci(35) was stored in a step that was not recorded, and not evicted since."},
			400_003: {"↻ fibonacci(5) is not in the cache: the body runs again.",
				"Why did this miss?", "↻ Not recorded. Not all the steps that tell what became of fibonacci(5) were recorded."},
			400_008: {"× fibonacci(33) is evicted to make room: fibonacci(1) = 1 is stored.",
				"Why was fibonacci(33) evicted?", "× Least recently used. fibonacci(33) was not used for the longest time. Room is made only now, when the result is there to be stored."},
			-2: {"cache_clear(): every entry is forgotten, hits and misses are back to 0. 1 step of this statement was counted, not recorded.", "Why are steps missing?", missing},
			-1: {"fibonacci(5) = 5. 24 steps of this statement were counted, not recorded.", "Why are steps missing?", missing},
		}},
		{trace.Record(trace.Script{Program: "fibonacci"}.With(times(1000, 90))), map[int]said{
			-1: {"Stopped: fibonacci(90), called 1,000 times, began 3,000,001 runs of the body and was not done. It would take 9.3 × 10²¹ runs in all.", "Why did this stop?", over},
		}},
		{stopped(), map[int]said{
			-1: {"Stopped by hand: calc_pi(2_000_000) had begun 1 run of the body.",
				"Why did this stop?", "You pressed Stop. What was stored until then stays, as after Ctrl-C in Python."},
		}},
	}
}

// stopped is a recording that was ended by hand.
func stopped() *trace.Recording {
	run := trace.Start(scriptOf("calc_pi", 2, 5, 2_000_000, 6))
	for range 3 {
		run.Next()
	}
	run.Stop()
	return run.Recording()
}

func TestStories(t *testing.T) {
	kinds, causes, outcomes := map[trace.Kind]bool{}, map[trace.Cause]bool{}, map[trace.Outcome]bool{}
	for _, s := range stories() {
		sweep := trace.NewSweep(s.rec.Script, 4)
		for len(s.rec.Events) < 3000 && sweep.Next() {
		}
		keeps := func(key int32) (trace.Size, bool) { return sweep.Keeps(s.rec.Args(key), s.rec.Script.Size) }
		for _, at := range slices.Sorted(maps.Keys(s.steps)) {
			step, want := at, s.steps[at]
			if at < 0 {
				step += len(s.rec.Events) + 1
			}
			heading, why := Why(s.rec, step, keeps)
			if got := (said{Plain(Status(s.rec, step)), heading, Plain(why)}); got != want {
				t.Errorf("step %d of %v:\n%q\nwant\n%q", step, s.rec.Script, got, want)
			}
			if step > 0 {
				e := s.rec.Events[step-1]
				kinds[e.Kind] = true
				if e.Lookup() || e.Evicts() {
					causes[s.rec.Why(step).Cause] = true
				}
				if e.Kind == trace.Raise || e.Kind == trace.Skip {
					res := s.rec.Results[s.rec.Statement(step)]
					outcomes[res.Outcome] = true
					if n := Needed(s.rec, res); (n != "") != strings.Contains(want.status, "It would take "+n) {
						t.Errorf("%v needs %q, and it says %q", res.Statement, n, want.status)
					}
				}
			}
		}
	}
	for k := trace.Hit; k <= trace.Skip; k++ {
		if !kinds[k] {
			t.Errorf("no story has an event of kind %d", k)
		}
	}
	for c := trace.Unknown; c <= trace.LeastRecent; c++ {
		if !causes[c] {
			t.Errorf("no story has a step with cause %d", c)
		}
	}
	for o := trace.Returned; o < trace.NotRun; o++ {
		if !outcomes[o] {
			t.Errorf("no story has a statement that ended with outcome %d", o)
		}
	}
}

// recorded is a call record of two functions, the one decorated inside the other.
func recorded() *trace.Recording {
	in, err := calls.Read(strings.NewReader(`lru_cache record 1
function outer maxsize=1 typed=False
key 0 outer(1)
function inner maxsize=8 typed=False within=0
key 1 inner('x')
body 1 raises ValueError: no x
body 0 asks 1 returns 'a'
call 0
key 2 outer(2)
key 3 inner('y')
body 3 returns 'b'
body 2 asks 3 returns 'c'
call 2
call 0
clear inner
call 3
end
`), calls.Options{})
	if err != nil {
		panic(err)
	}
	return trace.Record(trace.ScriptOf(in.Record, in.Record.Program(0)))
}
