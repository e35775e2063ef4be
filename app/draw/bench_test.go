package draw_test

import (
	"testing"

	"playground/app/draw"
	"playground/app/trace"
	"playground/app/views"
)

// What a move of the slider costs on the default script, all but the DOM: run it,
// lay everything out, draw everything. In a browser it takes some five times as
// long; a frame is 16 ms.
func BenchmarkSlider(b *testing.B) {
	for b.Loop() {
		rec := record("fibonacci", 2, 10)
		n := len(rec.Events)
		st := rec.At(n)
		draw.Cache(rec, st, 615)
		views.Entries(rec, st, false)
		draw.Timeline(rec, 615, len(rec.Events))
		draw.Playhead(n, n, 615)
		draw.NewTree(rec, rec.Tree(n, 500), 615, 256).Draw(st, len(rec.Events))
	}
}

// What a step of the cursor costs.
func BenchmarkStep(b *testing.B) {
	for _, name := range []string{"thrash", "tiles", "factorial", "thousand"} {
		rec := scenes()[name]
		n := len(rec.Events)
		tree := draw.NewTree(rec, rec.Tree(n, 500), 615, 256)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				st := rec.At(n - 1)
				draw.Cache(rec, st, 615)
				views.Entries(rec, st, false)
				draw.Playhead(n, n, 615)
				tree.Draw(st, len(rec.Events))
			}
		})
	}
}

func BenchmarkTree(b *testing.B) {
	for _, test := range []struct {
		name string
		rec  *trace.Recording
	}{
		{"default", record("fibonacci", 2, 10)},
		{"deep", record("fibonacci", 128, 100)},
		{"path of 500", record("factorial", 128, 500)},
		{"bushy 500", record("fibonacci", 0, 20)},
		{"deep and bushy 500", record("fibonacci", 2, 40)},
	} {
		calls := test.rec.Tree(1, 500)
		b.Run("lay out/"+test.name, func(b *testing.B) {
			for b.Loop() {
				draw.NewTree(test.rec, calls, 615, 256)
			}
		})
		tree, st := draw.NewTree(test.rec, calls, 615, 256), test.rec.At(len(test.rec.Events)/2)
		b.Run("draw/"+test.name, func(b *testing.B) {
			for b.Loop() {
				tree.Draw(st, len(test.rec.Events))
			}
		})
	}
}

func BenchmarkCache(b *testing.B) {
	for _, name := range []string{"thrash", "tiles", "factorial", "thousand", "none-many"} {
		rec := scenes()[name]
		st := rec.At(len(rec.Events) - 1)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				draw.Cache(rec, st, 615)
			}
		})
	}
}

func BenchmarkTimeline(b *testing.B) {
	for _, test := range []struct {
		name string
		rec  *trace.Recording
	}{
		{"141 steps", record("fibonacci", 2, 10)},
		{"43,782 steps", record("fibonacci", 0, 20)},
	} {
		b.Run(test.name, func(b *testing.B) {
			for b.Loop() {
				draw.Timeline(test.rec, 615, len(test.rec.Events))
			}
		})
	}
}
