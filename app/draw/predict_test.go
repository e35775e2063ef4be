package draw

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"playground/app/trace"
)

func prediction() Prediction {
	var points []trace.Point
	for size, bodies := range []int{177, 177, 64, 11, 11} {
		points = append(points, trace.Point{Size: trace.Size(size), Bodies: bodies})
	}
	return Prediction{Points: points, At: 3}
}

// Before it is run nothing of the picture tells what is hidden, its scale included.
func TestPredictHides(t *testing.T) {
	p := prediction()
	hidden := Predict(p, 640).Markup()
	for _, told := range []string{"11", `data-maxsize="3"`, `data-maxsize="4"`} {
		if strings.Contains(hidden, ">"+told+"<") || strings.Contains(hidden, told+` `) && strings.HasPrefix(told, "data") {
			t.Errorf("%s is to be seen", told)
		}
	}
	for _, other := range []int{1, 64, 3556} {
		q := prediction()
		q.Points[3].Bodies, q.Points[4].Bodies = other, other
		if got := Predict(q, 640).Markup(); got != hidden {
			t.Errorf("where the body runs %d times, the picture is another one", other)
		}
	}
	p.Shown, p.Guess = true, 45
	shown := Predict(p, 640).Markup()
	for _, told := range []string{`data-maxsize="3" data-computations="11"`, "you: 45", ">11<"} {
		if !strings.Contains(shown, told) {
			t.Errorf("%s is not to be seen", told)
		}
	}
}

// What the curtain says lies on it, however narrow it is; where there is room, it
// says how it is raised.
func TestCurtainHoldsItsWords(t *testing.T) {
	for at := 1; at < 5; at++ {
		for width := 220; width <= 700; width += 10 {
			p := prediction()
			p.At = trace.Size(at)
			var room, end float64
			says := ""
			for _, n := range Predict(p, width).Kids {
				switch {
				case n.Attr("data-part") == "curtain":
					left, _ := strconv.ParseFloat(n.Attr("x"), 64)
					room, _ = strconv.ParseFloat(n.Attr("width"), 64)
					end = left + room
				case n.Attr("text-anchor") == "end" && strings.Contains(n.Markup(), "hidden"):
					says = "hidden"
					if strings.Contains(n.Markup(), "hidden until you run it") {
						says = "hidden until you run it"
					}
					if want := float64(width) - predictRight - 8; end-16 != want {
						t.Errorf("it ends at %v, and the curtain at %v", want, end)
					}
				}
			}
			if room == 0 {
				t.Fatal("there is no curtain")
			}
			if span(len(says), 13) > room-16 {
				t.Errorf("at %d of %d wide, a curtain of %.0f says %q", at, width, room, says)
			}
			if says == "" && room > 80 || says != "hidden until you run it" && room > 220 {
				t.Errorf("at %d of %d wide, a curtain of %.0f says only %q", at, width, room, says)
			}
		}
	}
}

// The ends of the axis are 1 and Most, and the share of the height goes up with
// the number.
func TestGuessed(t *testing.T) {
	p := prediction()
	if p.Most() != 1000 {
		t.Errorf("the axis ends at %d, want 1000", p.Most())
	}
	last := 0
	for _, tt := range []struct {
		share float64
		want  int
	}{{-1, 1}, {0, 1}, {0.5, 32}, {1, 1000}, {2, 1000}, {math.Log(64) / math.Log(1000), 64}} {
		if got := p.Guessed(tt.share); got != tt.want {
			t.Errorf("at %.2f of the height it is %d, want %d", tt.share, got, tt.want)
		}
	}
	for share := 0.0; share <= 1; share += 0.01 {
		if n := p.Guessed(share); n < last {
			t.Fatalf("at %.2f it falls from %d to %d", share, last, n)
		} else {
			last = n
		}
	}
}
