package trace

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"playground/app/programs"
	"playground/lru"
)

// TestRecorderIsTold: whoever tells a Recorder what a cache did gets the recording
// that a Runner would have made of it.
func TestRecorderIsTold(t *testing.T) {
	s := scriptOf("fibonacci", 2, 3, cacheClear, 1000).With(times(2, 1))
	number := func(n int) programs.Value { return programs.Float(n) } // whatever prints
	r := NewRecorder(s)
	order := func(keys ...int32) func(func(int32) bool) {
		return func(yield func(int32) bool) { slices.Values(keys)(yield) }
	}
	info := func(hits, misses, size int) lru.CacheInfo {
		return lru.CacheInfo{Hits: int64(hits), Misses: int64(misses), MaxSize: 2, CurrSize: size}
	}

	r.Begin()
	three, two, one, zero := r.Key(programs.Int(3)), r.Key(programs.Int(2)), r.Key(programs.Int(1)), r.Key(programs.Int(0))
	r.Miss(three)
	if n := r.Recording().Keys(); n != 1 {
		t.Errorf("%d keys of one call", n)
	}
	r.Miss(two)
	r.Miss(one)
	r.Store(one, number(1))
	r.Miss(zero)
	r.Store(zero, number(0))
	r.StoreEvicting(two, one, number(1))
	r.Miss(one)
	r.StoreEvicting(one, zero, number(1))
	r.StoreEvicting(three, two, number(2))
	r.End(Returned, info(0, 5, 2), order(one, three))
	r.Begin()
	r.Cleared()
	r.End(Returned, info(0, 0, 0), order())
	r.Begin()
	for n := 1000; n >= 1; n-- {
		r.Miss(r.Key(programs.Int(n)))
	}
	r.End(RecursionError, info(0, 1000, 0), order())
	r.Begin()
	r.Miss(one)
	r.Store(one, number(1))
	r.Hit(one)
	r.End(Returned, info(1, 1001, 1), order(one))

	got, want := r.Recording(), Record(s)
	if !slices.Equal(got.Events, want.Events) {
		t.Errorf("the events are\n%v, want\n%v", got.Events[:20], want.Events[:20])
	}
	for step := range want.Events {
		if !same(got.At(step+1), want.At(step+1)) {
			t.Fatalf("the states at step %d differ", step+1)
		}
	}
	for i, w := range want.Results {
		g := got.Results[i]
		g.Value, w.Value = nil, nil
		if !reflect.DeepEqual(g, w) {
			t.Errorf("result %d is %+v, want %+v", i, g, w)
		}
	}
}

// TestRecorderRefuses what no cache can do, in a sentence.
func TestRecorderRefuses(t *testing.T) {
	f := func(n int) programs.Args { return programs.Ints(n) }
	v := programs.Float(1)
	begun := func(size Size, st Statement) *Recorder {
		r := NewRecorder(scriptOf("fibonacci", size).With(st))
		r.Begin()
		return r
	}
	end := func(r *Recorder, o Outcome) { r.End(o, lru.CacheInfo{}, func(func(int32) bool) {}) }
	for _, tt := range []struct {
		want string
		do   func()
	}{
		{"Begin of a statement before the End of the last one", func() { begun(2, times(1, 5)).Begin() }},
		{"the script has no more", func() { NewRecorder(scriptOf("fibonacci", 2)).Begin() }},
		{"must be a whole number", func() { NewRecorder(scriptOf("fibonacci", 2, 9999)) }},
		{"must be a whole number", func() { NewRecorder(scriptOf("fibonacci", 2)).Append(times(1, 9999)) }},
		{"Hit of a key that Key did not return", func() { begun(2, times(1, 5)).Hit(7) }},
		{"Miss of a key that Key did not return", func() { begun(2, times(1, 5)).Miss(-1) }},
		{"Hit: fibonacci(5) is not in the cache", func() { begun(2, times(1, 5)).Hit(0) }},
		{"Miss: fibonacci(5) is asked for outside of any statement", func() {
			r := NewRecorder(scriptOf("fibonacci", 2))
			r.Miss(r.Key(f(5)...))
		}},
		{"Miss: fibonacci(4) is not what the statement calls", func() {
			r := begun(2, times(1, 5))
			r.Miss(r.Key(f(4)...))
		}},
		{"Miss: fibonacci(5) is in the cache", func() {
			r := begun(2, times(2, 5))
			r.Miss(0)
			r.Store(0, v)
			r.Miss(0)
		}},
		{"Hit: fibonacci(5) is called more often than the statement says", func() {
			r := begun(2, times(1, 5))
			r.Miss(0)
			r.Store(0, v)
			r.Hit(0)
		}},
		{"Store: fibonacci(5) is not the call whose body runs", func() { begun(2, times(1, 5)).Store(0, v) }},
		{"Store: fibonacci(5) is not the call whose body runs", func() {
			r := begun(2, times(1, 5))
			r.Miss(0)
			r.Miss(r.Key(f(4)...))
			r.Store(0, v)
		}},
		{"Store: fibonacci(5) has no result", func() {
			r := begun(2, times(1, 5))
			r.Miss(0)
			r.Store(0, nil)
		}},
		{"Store: fibonacci(5) has no place in a full cache", func() {
			r := begun(1, times(1, 5))
			r.Miss(0)
			r.Miss(r.Key(f(4)...))
			r.Store(1, v)
			r.Store(0, v)
		}},
		{"StoreEvicting: fibonacci(5) needs no victim", func() {
			r := begun(1, times(1, 5))
			r.Miss(0)
			r.StoreEvicting(0, 0, v)
		}},
		{"StoreEvicting: fibonacci(5) cannot take the place", func() {
			r := begun(1, times(1, 5))
			r.Miss(0)
			r.Miss(r.Key(f(4)...))
			r.Store(1, v)
			r.StoreEvicting(0, 0, v)
		}},
		{"Store: fibonacci(5) has no place", func() {
			r := begun(0, times(1, 5))
			r.Miss(0)
			r.Store(0, v)
		}},
		{"Return: fibonacci(5) is stored unless maxsize is 0", func() {
			r := begun(2, times(1, 5))
			r.Miss(0)
			r.Return(0, v)
		}},
		{"Cleared outside of a cache_clear()", func() { begun(2, times(1, 5)).Cleared() }},
		{"End without a Begin", func() { end(NewRecorder(scriptOf("fibonacci", 2)), Returned) }},
		{"End of a statement that was not run", func() { end(begun(2, times(1, 5)), NotRun) }},
		{"End: fibonacci(5) has not returned", func() {
			r := begun(2, times(1, 5))
			r.Miss(0)
			end(r, Returned)
		}},
		{"NotRun before the End", func() { begun(2, times(1, 5)).NotRun() }},
	} {
		func() {
			defer func() {
				if said := fmt.Sprint(recover()); !strings.HasPrefix(said, "trace: ") || !strings.Contains(said, tt.want) {
					t.Errorf("it says %q, want %q", said, tt.want)
				}
			}()
			tt.do()
		}()
	}
}

// TestSnapshots: a recording that was given away does not change while its Runner
// goes on.
func TestSnapshots(t *testing.T) {
	type looked struct {
		rec     *Recording
		events  []Event
		results []Result
		script  Script
		state   State
		values  []string
		skipped int
	}
	look := func(rec *Recording) looked {
		l := looked{rec, slices.Clone(rec.Events), slices.Clone(rec.Results), rec.Script, rec.At(len(rec.Events)), nil, 0}
		for key := range rec.Keys() {
			l.values = append(l.values, rec.Call(int32(key))+" = "+rec.Text(int32(key)))
		}
		for i, e := range rec.Events {
			if e.Kind == Skip {
				l.skipped += rec.Skipped(i)
			}
		}
		return l
	}
	// In the first statement 10 is begun and never returns; the second computes it.
	run := Start(scriptOf("fibonacci", 3, 1005))
	seen := []looked{look(run.Recording())}
	more := []Statement{times(1, 8), times(1, 10), {Op: Clear, Times: 1}, times(2, 30), times(1, 700), times(1, 1300)}
	for i := 0; ; {
		if run.Next() {
			seen = append(seen, look(run.Recording()))
			continue
		}
		seen = append(seen, look(run.Recording()))
		if i == len(more) {
			break
		}
		run.Append(more[i])
		seen = append(seen, look(run.Recording()))
		i++
	}
	grown := 0
	for i, was := range seen {
		is := look(was.rec)
		if !slices.Equal(is.events, was.events) || !reflect.DeepEqual(is.results, was.results) ||
			!is.script.Equal(was.script) || !same(is.state, was.state) || !slices.Equal(is.values, was.values) || is.skipped != was.skipped {
			t.Fatalf("recording %d of %d has changed", i, len(seen))
		}
		if i > 0 && len(is.values) > len(seen[i-1].values) {
			grown++
		}
	}
	if len(seen) < 50 || grown < 10 {
		t.Errorf("%d recordings, %d with new keys", len(seen), grown)
	}
}

// TestKeysAreInOrder of their first calls, and tell apart what Python's cache
// tells apart.
func TestKeysAreInOrder(t *testing.T) {
	for _, rec := range recordings(t) {
		next := int32(0)
		for i, e := range rec.Events {
			if !e.Lookup() {
				continue
			}
			if e.Key > next {
				t.Fatalf("event %d of %v asks for key %d before key %d", i, rec.Script, e.Key, next)
			}
			if e.Key == next {
				next++
			}
		}
		if int(next) != rec.Keys() {
			t.Errorf("%v: %d keys, want %d", rec.Script, rec.Keys(), next)
		}
	}
	num, str, rec := programs.Int, programs.Str, programs.Recorded
	all := []programs.Args{
		{}, {num(0)}, {num(-1)}, {num(1)}, {num(1 << 62)}, {str("")}, {str("1")}, {str("ab")}, {rec(1, "one")}, {rec(2, "two")},
		{num(1), num(2)}, {num(12)}, {num(1), str("2")}, {str("1"), num(2)}, {str("a"), str("b")}, {str("ab"), str("")}, {str(""), str("ab")},
		{str("a\x01\x01b")}, {str("a\x01b")}, {str("a\x01"), str("b")}, {str("a"), str("\x01b")}, {num(0), num(0)}, {num(0), num(0), num(0)}, {str(""), str("")}, {rec(1, "one"), num(1)}, {num(1), rec(1, "one")},
	}
	k := newKeys()
	for range 2 {
		for want, args := range all {
			if got := k.of(slices.Clone(args)); int(got) != want || !slices.Equal(k.args[got], args) {
				t.Errorf("(%s) has key %d, want %d", args, got, want)
			}
		}
	}
	// The caller may use its slice again.
	args := programs.Args{str("x"), str("y")}
	key := k.of(args)
	args[0] = str("z")
	if k.args[key].String() != "'x', 'y'" {
		t.Errorf("key %d has become (%s)", key, k.args[key])
	}
}
