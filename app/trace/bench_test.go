package trace

import "testing"

// The budgets: a jump anywhere in 65,000 events under 2 ms; the 242,785 calls of
// fibonacci(25) without a cache recorded or counted in under 100 ms, and 500 ms
// in a browser; the script of the opening page within a fraction of a frame.

func BenchmarkJump(b *testing.B) {
	s := scriptOf("fibonacci", 128)
	for n := 0; n < 98; n++ { // each round evicts, and asks for what it evicted
		s = s.With(times(1, 200+n%2*300))
	}
	for _, bb := range []struct {
		name   string
		script Script
	}{
		{"narrow", scriptOf("fibonacci", 2, 24, 25, 26, 26, 26, 26)},
		{"wide", s},
		{"deep", Script{Program: "factorial"}.With(times(50, 990))},
		{"largest", largest()},
	} {
		b.Run(bb.name, func(b *testing.B) {
			rec := Record(bb.script)
			n := len(rec.Events)
			b.ReportMetric(float64(n), "events")
			step := 0
			for b.Loop() {
				step = (step + 7919*511) % (n + 1)
				rec.At(step)
			}
		})
	}
}

// largest fills a cache of 5000 and then works at its bound.
func largest() Script {
	s := scriptOf("fibonacci", MaxSize)
	for n := 900; n <= 4500; n += 900 {
		s = s.With(times(1, n))
	}
	return s.With(times(1, 5000)).With(times(1000, 2500)).With(times(1000, 100))
}

func BenchmarkRecord(b *testing.B) {
	for _, bb := range []struct {
		name   string
		script Script
	}{
		{"default", scriptOf("fibonacci", 2, 10)},
		{"fibonacci(25)@0", scriptOf("fibonacci", 0, 25)},
		{"fibonacci(25)@1", scriptOf("fibonacci", 1, 25)},
		{"fibonacci(25)@2", scriptOf("fibonacci", 2, 25)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			for b.Loop() {
				Record(bb.script)
			}
		})
	}
}

// BenchmarkCount runs without recording, as a Sweep does.
func BenchmarkCount(b *testing.B) {
	for b.Loop() {
		keys := newKeys()
		s := scriptOf("fibonacci", 0, 25)
		run := drive(s, s.function(), keys, &counter{lost: map[int32]struct{}{}}, MaxBodies)
		for run.resumed() {
		}
	}
}

// BenchmarkSweep is the curve of the opening page.
func BenchmarkSweep(b *testing.B) {
	for b.Loop() {
		swept(scriptOf("fibonacci", 2, 10), 12)
	}
}

func BenchmarkTree(b *testing.B) {
	rec := Record(scriptOf("fibonacci", 0, 20))
	for b.Loop() {
		rec.Tree(len(rec.Events), 500)
	}
}

// BenchmarkWhy asks for the explanation that lies farthest back.
func BenchmarkWhy(b *testing.B) {
	rec := Record(scriptOf("calc_pi", 2, 1).With(times(1000, 2)).With(times(1000, 2)).With(times(1, 1)))
	for b.Loop() {
		rec.Why(len(rec.Events))
	}
}
