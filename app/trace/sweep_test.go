package trace

import (
	"bufio"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"playground/app/programs"
)

func swept(s Script, max Size) *Sweep {
	w := NewSweep(s, max)
	for w.Next() {
	}
	return w
}

func bodiesBySize(w *Sweep) (bodies []int) {
	for _, p := range w.Points() {
		bodies = append(bodies, p.Bodies)
	}
	return bodies
}

// TestCliff is the curve that the page opens with.
func TestCliff(t *testing.T) {
	tests := []struct {
		script Script
		want   []int
	}{
		{scriptOf("fibonacci", 2, 10), []int{177, 177, 64, 11, 11, 11, 11}},
		{scriptOf("fibonacci-n-2-first", 2, 10), []int{177, 177, 11, 11, 11, 11, 11}},
		{scriptOf("factorial", 2, 10), []int{11, 11, 11, 11, 11, 11, 11}},
		{scriptOf("calc_pi", 2, 5, 6, 7, 5, 6, 7), []int{6, 6, 6, 3, 3, 3, 3}},
		{scriptOf("fibonacci", 2), []int{0, 0, 0, 0, 0, 0, 0}},
	}
	for _, tt := range tests {
		if got := bodiesBySize(swept(tt.script, 6)); !slices.Equal(got, tt.want) {
			t.Errorf("%v costs %v, want %v", tt.script, got, tt.want)
		}
	}
}

// A cold is a row of testdata/computations.csv: what CPython needed for one cold
// fibonacci(n).
type cold struct {
	n, misses, hits int
	size            Size
}

func colds(t *testing.T) (rows []cold) {
	t.Helper()
	f, err := os.Open("testdata/computations.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for in := bufio.NewScanner(f); in.Scan(); {
		if text := in.Text(); text != "" && '0' <= text[0] && text[0] <= '9' {
			c := strings.Split(text, ",")
			row := cold{n: number(c[0]), size: None, misses: number(c[2]), hits: number(c[3])}
			if c[1] != "None" {
				row.size = Size(number(c[1]))
			}
			rows = append(rows, row)
		}
	}
	if len(rows) != 26*32 { // n 0 to 25, maxsize 0 to 30 and None
		t.Fatalf("%d rows", len(rows))
	}
	return rows
}

func TestColdFibonacci(t *testing.T) {
	for _, row := range colds(t) {
		info := Record(scriptOf("fibonacci", row.size, row.n)).Info()
		if int(info.Misses) != row.misses || int(info.Hits) != row.hits {
			t.Errorf("fibonacci(%d) at maxsize %s: %s, want %d misses and %d hits", row.n, row.size, info, row.misses, row.hits)
		}
	}
}

func TestSweepColdFibonacci(t *testing.T) {
	want := map[int][]int{}
	for _, row := range colds(t) {
		if row.size != None {
			want[row.n] = append(want[row.n], 0)
		}
	}
	for _, row := range colds(t) {
		if row.size != None {
			want[row.n][row.size] = row.misses
		}
	}
	for n, bodies := range want {
		w := swept(scriptOf("fibonacci", None, n), Size(len(bodies)-1))
		if got := bodiesBySize(w); !slices.Equal(got, bodies) {
			t.Errorf("fibonacci(%d) costs %v, want %v", n, got, bodies)
		}
	}
}

// TestSweepIsRunning: a point is what running the script at its size gives.
func TestSweepIsRunning(t *testing.T) {
	points := 0
	for _, s := range varied() {
		if slices.ContainsFunc(s.Statements, tooMany) {
			continue // over the limit at small sizes; see TestSweepMore
		}
		for _, p := range swept(s, 12).Points() {
			s.Size = p.Size
			rec := Record(s)
			hits := 0
			for _, e := range rec.Events {
				if e.Kind == Hit {
					hits++
				}
			}
			if want := rec.Bodies(); p.More || p.Bodies != want || p.Hits != hits {
				t.Errorf("%v costs %d with %d hits, more: %v, want %d with %d", s, p.Bodies, p.Hits, p.More, want, hits)
			}
			points++
		}
	}
	if points < 100 {
		t.Errorf("only %d points", points)
	}
}

// tooMany reports whether a statement is over the limit of a Sweep at small sizes.
func tooMany(st Statement) bool {
	return len(st.Args) == 1 && st.Args[0].Int() > 20 && st.Args[0].Int() < 1000
}

// TestSweepMore: a point over its limit says so, and what it says is true.
func TestSweepMore(t *testing.T) {
	for _, n := range []int{27, 90} { // 635,621 bodies, and more than an int64 holds
		points := swept(scriptOf("fibonacci", 2, n), 4).Points()
		for _, p := range points[:2] {
			all := Record(Script{Program: "fibonacci"}).Program.Bodies(programs.Ints(n))
			if !p.More || p.Bodies > SweepLimit || p.Bodies < SweepLimit/2 || all.IsInt64() && all.Int64() <= int64(p.Bodies) {
				t.Errorf("fibonacci(%d) at %s: more than %d (%v), in truth %v", n, p.Size, p.Bodies, p.More, all)
			}
		}
		for _, p := range points[3:] {
			if p.More || p.Bodies != n+1 {
				t.Errorf("fibonacci(%d) at %s: %d, more: %v, want %d", n, p.Size, p.Bodies, p.More, n+1)
			}
		}
	}
	// Within the limit to the last.
	for _, p := range swept(scriptOf("fibonacci", 2, 26), 1).Points() {
		if p.More || p.Bodies != 392_835 {
			t.Errorf("fibonacci(26) at %s: %d, more: %v", p.Size, p.Bodies, p.More)
		}
	}
	// Several statements reach the limit together, and then it is over.
	w := NewSweep(scriptOf("fibonacci", 2, 25, 25, 25), 0)
	for w.Next() {
		if w.run.bodies > SweepLimit+tick {
			t.Fatalf("it goes on after %d bodies", w.run.bodies)
		}
	}
	for _, p := range w.Points() {
		if !p.More || p.Bodies != SweepLimit {
			t.Errorf("three times fibonacci(25) at %s: %d, more: %v", p.Size, p.Bodies, p.More)
		}
	}
	// A body can be too long, too: so many of these are within the work of one
	// statement, and the next is not.
	long := Script{Program: "calc_pi"}.With(times(1000, 20_000_000))
	for _, p := range swept(long, 0).Points() {
		if !p.More || p.Bodies != maxWork/20_000_000 {
			t.Errorf("calc_pi 1000 times at %s: %d, more: %v", p.Size, p.Bodies, p.More)
		}
	}
}

// TestSweepProgress: points come one by one, the largest size first, and stay
// when the sweep is stopped.
func TestSweepProgress(t *testing.T) {
	s := scriptOf("fibonacci", 2, 20)
	want := bodiesBySize(swept(s, 5))
	w := NewSweep(s, 5)
	if w.Max() != 5 || w.Done() || len(w.Points()) != 0 {
		t.Errorf("a new sweep has %d points of %s, done: %v", len(w.Points()), w.Max(), w.Done())
	}
	for done := 0; done < 4; done = len(w.Points()) {
		w.Next()
		got := w.Points()
		if !slices.Equal(bodiesBySize(w), want[len(want)-len(got):]) {
			t.Errorf("%v is no end of %v", bodiesBySize(w), want)
		}
	}
	w.Next()
	w.Stop()
	if w.Next() || !w.Done() || len(w.Points()) != 4 {
		t.Errorf("stopped after 4 points, it has %d, done: %v", len(w.Points()), w.Done())
	}
	w.Stop() // again is no harm
}

// lost counts per key the misses that an eviction is the cause of, as Why tells
// it.
func lost(rec *Recording) map[int32]int {
	n := map[int32]int{}
	for i, e := range rec.Events {
		if e.Missed() && rec.Why(i+1).Cause == Evicted {
			n[e.Key]++
		}
	}
	return n
}

// TestKeeps runs the script at the size that Keeps names, and at those below.
func TestKeeps(t *testing.T) {
	const biggest = 14
	scripts := []Script{
		scriptOf("fibonacci", 2, 10),
		scriptOf("fibonacci", 2, 10, 10, 7, cacheClear, 9),
		scriptOf("fibonacci-n-2-first", 1, 11, 4),
		scriptOf("factorial", 2, 10, 5, 12),
		scriptOf("factorial", 1, 12, 11, 12, 1500, 3),
		scriptOf("calc_pi", 2, 1, 2, 3, 1, 4, 1, 2, 9, 8, 7, 6, 5, 4, 3, 2),
		// Evicted and asked for before, between, and after cache_clear(); and evicted
		// before, but forgotten anyway.
		scriptOf("calc_pi", 2, cacheClear, 1, 2, 3, 1, 4, cacheClear, 5, 6, 7, 5),
		scriptOf("calc_pi", 2, 1, 2, 3, 4, cacheClear, 1, 2, 3, 4),
		// No size of the sweep is enough for these.
		scriptOf("factorial", 1, 30, 0, 30),
	}
	known, unknown := 0, 0
	for _, s := range scripts {
		w := swept(s, biggest)
		var losses []map[int32]int // by size
		var recs []*Recording
		for size := Size(0); size <= biggest; size++ {
			s.Size = size
			recs = append(recs, Record(s))
			losses = append(losses, lost(recs[size]))
		}
		for size := Size(0); size <= biggest; size++ {
			for _, key := range slices.Sorted(maps.Keys(losses[1])) {
				got, ok := w.Keeps(recs[1].Args(key), size)
				want := size + 1
				for want <= biggest && losses[want][key] > 0 {
					want++
				}
				if ok != (want <= biggest) || ok && got != want {
					t.Errorf("%v: key %d at %s is kept by %s (%v), want %s", s, key, size, got, ok, want)
				}
				if ok {
					known++
				} else {
					unknown++
				}
			}
		}
	}
	if known < 100 || unknown < 10 {
		t.Errorf("%d answers, %d times none", known, unknown)
	}
}

// TestKeepsWithinTheLimit: a size that was not run to the end keeps nothing for
// sure.
func TestKeepsWithinTheLimit(t *testing.T) {
	w := swept(scriptOf("fibonacci", 0, 40), 5)
	for key := range 41 {
		if size, ok := w.Keeps(programs.Ints(key), 0); !ok || size != 3 {
			t.Errorf("fibonacci(%d) is kept by %s, %v, want 3", key, size, ok)
		}
	}
}

// TestKeepsInTime: before the size is reached, Keeps does not guess.
func TestKeepsInTime(t *testing.T) {
	w := NewSweep(scriptOf("fibonacci", 2, 10), 5)
	if size, ok := w.Keeps(programs.Ints(8), 2); ok {
		t.Errorf("nothing was run, yet it says %s", size)
	}
	for len(w.Points()) < 1 {
		w.Next()
	}
	if size, ok := w.Keeps(programs.Ints(8), 2); ok {
		t.Errorf("size 3 was not run, yet it says %s", size)
	}
	for w.Next() {
	}
	if size, ok := w.Keeps(programs.Ints(8), 2); !ok || size != 3 {
		t.Errorf("fibonacci(8) is kept by %s, %v, want 3", size, ok)
	}
}
