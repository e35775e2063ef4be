package lru

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var attackFor = flag.Duration("attack", 2*time.Second, "how long TestAttack goes on, such as 2h")

// TestAttack has 24 goroutines use all methods of a few caches at once, at random,
// with functions that fail in every way, and checks what must be true at any time:
// results are right, the data structure is in order, every entry that came has left
// or is there, once, and no goroutine waits for ever.
func TestAttack(t *testing.T) {
	seed := rand.Uint64()
	defer func() {
		if t.Failed() {
			t.Logf("the seed was %d", seed)
		}
	}()
	var targets []*target
	for _, opts := range [][]Option{
		{MaxSize(50)},
		{Unbounded()},
		{MaxSize(50), SingleFlight()},
		{Unbounded(), SingleFlight()},
	} {
		for _, atOnce := range []int{1, atOnce} {
			targets = append(targets, newTarget(t, atOnce, opts...))
		}
	}
	before := runtime.NumGoroutine()
	end := time.Now().Add(*attackFor)
	var wg sync.WaitGroup
	for g := range 24 {
		wg.Go(func() {
			rng := rand.New(rand.NewPCG(seed, uint64(g)))
			for time.Now().Before(end) && !t.Failed() {
				for range 100 {
					targets[rng.IntN(len(targets))].use(rng)
				}
			}
		})
	}
	wg.Wait()
	for _, a := range targets {
		a.check()
	}
	for tries := 0; runtime.NumGoroutine() > before; tries++ { // those that say their number may be on their way out
		if tries > 1_000_000 {
			t.Fatalf("there were %d goroutines before, now there are %d", before, runtime.NumGoroutine())
		}
		runtime.Gosched()
	}
}

// A target is a MemoErr, and what is known about it from outside.
type target struct {
	*MemoErr[int, string]
	t    *testing.T
	left atomic.Int64 // entries that have left, as told by OnLeave
}

var errAttack = errors.New("odd luck")

func newTarget(t *testing.T, atOnce int, opts ...Option) *target {
	a := &target{t: t}
	var self func(int) (string, error)
	a.MemoErr = NewErr(func(k int) (string, error) {
		switch luck := rand.IntN(100); {
		case luck == 0:
			return "", errAttack
		case luck == 1:
			panic(errAttack)
		case luck == 2:
			runtime.Goexit()
		case luck < 10:
			runtime.Gosched()
		case luck < 30 && k > 0:
			if _, err := self(k / 2); err != nil { // a smaller key: there is no circle
				return "", err
			}
		}
		return fmt.Sprint(k), nil
	}, opts...)
	self = a.Call
	a.store.atOnce = atOnce
	a.OnLeave(a.leave)
	return a
}

func (a *target) leave(k int, v string, why Reason) {
	a.right(k, v, nil)
	if why != Replaced {
		a.left.Add(1)
	}
}

// right checks a result.
func (a *target) right(k int, v string, err error) {
	if err == nil && v != fmt.Sprint(k) || err != nil && !errors.Is(err, errAttack) && !errors.Is(err, context.DeadlineExceeded) {
		a.t.Errorf("%d: got %q, %v", k, v, err)
	}
}

// use does one thing with the cache, mostly calls.
func (a *target) use(rng *rand.Rand) {
	done := make(chan bool)
	k := rng.IntN(1 << rng.IntN(10))
	go func() { // as the function may call Goexit
		defer close(done)
		defer func() {
			switch p := recover().(type) {
			case nil:
			case error:
				if !errors.Is(p, errAttack) {
					a.t.Errorf("the panic %v", p)
				}
			default:
				a.t.Errorf("the panic %v", p)
			}
		}()
		a.act(k, rng)
	}()
	<-done
}

func (a *target) act(k int, rng *rand.Rand) {
	switch rng.IntN(60) {
	default:
		for _, k := range []int{k, rng.IntN(k + 1), 2 * k} {
			v, err := a.Call(k)
			a.right(k, v, err)
		}
	case 1, 2:
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(rng.IntN(100))*time.Microsecond)
		defer cancel()
		v, err := a.CallContext(ctx, k)
		a.right(k, v, err)
	case 3, 4:
		a.Add(k, fmt.Sprint(k))
	case 5, 6:
		a.Remove(k)
	case 7:
		if k, v, ok := a.RemoveOldest(); ok {
			a.right(k, v, nil)
		}
	case 8:
		if k, v, ok := a.Oldest(); ok {
			a.right(k, v, nil)
		}
	case 9:
		if v, ok := a.Peek(k); ok {
			a.right(k, v, nil)
		}
		a.Contains(k)
	case 10:
		if rng.IntN(10) == 0 {
			a.CacheClear()
		}
	case 11:
		a.Resize(rng.IntN(100))
	case 12:
		if rng.IntN(10) == 0 {
			a.Unbound()
		}
	case 13:
		a.loop(rng)
	case 14:
		i := a.CacheInfo()
		if i.Hits < 0 || i.Misses < 0 || i.CurrSize < 0 || a.Evictions() < 0 || a.Len() < 0 {
			a.t.Errorf("%v", i)
		}
		a.CacheParameters()
	case 15:
		a.OnLeave(a.leave)
	case 16:
		if err := checkInUse(&a.core); err != nil {
			a.t.Error(err)
		}
	case 17:
		v, err := a.Wrapped()(k)
		a.right(k, v, err)
	}
}

// loop goes through the entries, and uses the cache meanwhile. It must not see any
// of them twice.
func (a *target) loop(rng *rand.Rand) {
	all := a.All()
	if rng.IntN(2) == 0 {
		all = a.Backward()
	}
	seen := map[int]bool{}
	for k, v := range all {
		a.right(k, v, nil)
		if seen[k] {
			a.t.Errorf("a loop sees %d twice", k)
		}
		seen[k] = true
		switch rng.IntN(40) {
		case 0:
			return
		case 1, 2, 3:
			a.Peek(rng.IntN(100))
		case 4:
			a.Call(rng.IntN(100))
		}
	}
}

// check checks what must be true at the end.
func (a *target) check() {
	if err := check(&a.core); err != nil {
		a.t.Error(err)
	}
	want(a.t, "flights", len(a.flights), 0)
	want(a.t, "waiting", len(a.waiting), 0)
	want(a.t, "loops", len(a.store.loops), 0)
	want(a.t, "entries that came, and have left or are there", a.left.Load()+int64(a.Len()), int64(a.puts))
}
