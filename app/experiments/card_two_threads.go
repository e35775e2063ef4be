package experiments

import (
	"sync"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/words"
)

func twoThreads() Card {
	return Card{Name: "two-threads", Group: NotFor, Title: "Two threads", Story: func(Measured) *Story {
		lanes, slow := race()
		i, rec := slow.memo.CacheInfo(), slow.replayed()
		at := first(rec, 0, hit)
		bodies := len(lanes)
		truth := 0
		if bodies > 1 {
			truth = 1
		}
		return &Story{
			Ask: text("Computing ^slow(key)^ takes a while, and a second thread calls it with the same key while the first one is computing. *What does the second one do?*"),
			Guess: Guess{Kind: Choice, Truth: truth, Options: []Text{
				text("It waits for the result of the first."),
				text("It computes, too."),
				text("It gets None."),
				text("It raises an error."),
			}},
			Tone: words.Again.Name,
			Why: text("#the second call began before the first had stored its result, so the body ran #, and cache_info() says #. Had it begun later, it would have been a hit, as at #; where the work must be done once only, put a lock around the call.",
				tone(words.Again, "Both compute: "), times(bodies, "time", "times"), ran(i.String()), slow.step(at)),
			Watch: slow.watch(at),
			There: text("*Watch it* makes the same two calls one after the other, so the second is a hit there: both at a time is in the lanes above alone."),
			Picture: func(width int, shown bool) markup.Node {
				if !shown {
					return draw.Lanes(lanes[:1], 2, width)
				}
				return draw.Lanes(lanes, 2, width)
			},
			Python: `import threading
from functools import lru_cache

both = threading.Barrier(2, timeout=10)  # an error unless two are within

@lru_cache
def slow(key):
    both.wait()
    return key

threads = [threading.Thread(target=slow, args=("a",)) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(slow.cache_info())
`,
			Prints: lines(i.String()),
			Record: slow.text(),
			Words:  []string{"thread", "misses"},
			More:   []Source{functools},
		}
	}}
}

// race has two goroutines call the same, the second when the first is within, and
// tells when each was within: in the order of what happened.
func race() ([]draw.Lane, *witness) {
	var mu sync.Mutex
	var lanes []draw.Lane
	moment := 0
	now := func() int { moment++; return moment }
	within, left := make(chan struct{}), make(chan struct{})
	var leave [2]chan struct{}
	slow := witnessed("slow", func(key programs.Arg) programs.Value {
		mu.Lock()
		n := len(lanes)
		lanes = append(lanes, draw.Lane{From: now()})
		mu.Unlock()
		within <- struct{}{}
		<-leave[n]
		mu.Lock()
		lanes[n].To = now()
		mu.Unlock()
		return key
	})
	for i := range leave {
		leave[i] = make(chan struct{})
		go func() {
			slow.call("'a'")
			left <- struct{}{}
		}()
		<-within // who waited for the other would never get here
	}
	for i := range leave {
		close(leave[i])
		<-left
	}
	return lanes, slow
}
