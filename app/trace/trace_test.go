package trace

// cacheClear stands for cache_clear() where a script is written as numbers.
const cacheClear = -1 << 31

// scriptOf writes a script in short: a number is a call.
func scriptOf(program string, size Size, args ...int) Script {
	s := Script{Program: program, Size: size}
	for _, arg := range args {
		st := Statement{Op: Call, Arg: arg, Times: 1}
		if arg == cacheClear {
			st = Statement{Op: Clear, Times: 1}
		}
		s = s.With(st)
	}
	return s
}

// times is a call made more than once.
func times(n, arg int) Statement { return Statement{Op: Call, Arg: arg, Times: n} }

// finish runs what is left.
func finish(run *Runner) *Recording {
	for run.Next() {
	}
	return run.Recording()
}

// varied are scripts of every kind: each kind of event, of outcome and of
// program is in them, and recordings longer than the distance of two checkpoints.
func varied() []Script {
	return []Script{
		{Program: "fibonacci", Size: 2},
		scriptOf("fibonacci", 2, 10),
		scriptOf("fibonacci", 0, 14, cacheClear, 5),
		scriptOf("fibonacci", 1, 14, 14, 13),
		scriptOf("fibonacci", 2, 18, 3, cacheClear, 18),
		scriptOf("fibonacci", 3, 30, 10, 30, 20, cacheClear, cacheClear, 30),
		scriptOf("fibonacci", 5, 1, 2, 3, 1, 4, 1, 2, 20, 7).With(times(1000, 6)),
		scriptOf("fibonacci", None, 20, cacheClear, 10, 20, -5),
		scriptOf("fibonacci", 128, 1000, 1000, 300, 600, 900, 1000, 0, cacheClear, 999),
		scriptOf("fibonacci", None, 1500, 1500, 0, 300, 600, 900, 1200, 1500),
		scriptOf("fibonacci-n-2-first", 2, 30, 1998, 10),
		scriptOf("fibonacci-n-2-first", 1, 12, 2),
		scriptOf("factorial", 2, 10, 9, 11, 3, -1, -1, cacheClear, 10),
		scriptOf("factorial", 600, 998, 999, 500, 1500, 1700),
		scriptOf("factorial", 0, 5).With(times(100, 7)),
		scriptOf("calc_pi", 2, 5, 5, 6, 6, 7, 7, 5, 7),
	}
}

// stopped are recordings that were ended by hand and gone on with.
func stopped() []*Recording {
	var recs []*Recording
	for _, events := range []int{1, 100, 1000, 2000} {
		run := Start(scriptOf("fibonacci", 2, 20, 19, 18))
		for len(run.Recording().Events) < events && run.Next() {
		}
		run.Stop()
		for _, n := range []int{10, 22, 10} {
			run.Append(times(1, n))
			finish(run)
		}
		recs = append(recs, run.Recording())
	}
	return recs
}

// keys takes keys out of events.
func keys(events []Event, want func(Event) bool, key func(Event) int32) []int {
	found := []int{}
	for _, e := range events {
		if want(e) {
			found = append(found, int(key(e)))
		}
	}
	return found
}

func computed(events []Event) []int {
	return keys(events, Event.Missed, func(e Event) int32 { return e.Key })
}

func evicted(events []Event) []int {
	return keys(events, func(e Event) bool { return e.Evicts }, func(e Event) int32 { return e.Victim })
}

func ints(order []int32) []int {
	all := []int{}
	for _, key := range order {
		all = append(all, int(key))
	}
	return all
}
