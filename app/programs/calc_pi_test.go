package programs_test

import (
	"testing"

	"playground/app/programs"
	"playground/app/programs/programstest"
)

// TestCalcPi compares with what CPython 3.11.7 printed: every digit, since the
// terms are added in the same order.
func TestCalcPi(t *testing.T) {
	tests := map[int]string{
		0:         "0.0",
		1:         "4.0",
		2:         "2.666666666666667",
		3:         "3.466666666666667",
		10:        "3.0418396189294032",
		99_999:    "3.1416026536897204",
		100_000:   "3.1415826535897198",
		100_001:   "3.1416026534897203",
		250_000:   "3.141588653589781",
		5_000_000: "3.1415924535897797",
	}
	p := find(t, "calc_pi")
	for terms, want := range tests {
		if v, _, _, _ := programstest.Uncached(p, programs.Int(terms)); v.String() != want {
			t.Errorf("calc_pi(%d) = %s, want %s", terms, v, want)
		}
	}
}

// TestCalcPiWork: it reports all of its work, in pieces small enough to stop it
// between two of them.
func TestCalcPiWork(t *testing.T) {
	for _, terms := range []int{0, 1, 99_999, 100_000, 100_001, 250_000} {
		sum := 0
		find(t, "calc_pi").Body(programs.Self{Work: func(units int) {
			if units < 1 || units > 100_000 {
				t.Errorf("calc_pi(%d) reports %d units at once", terms, units)
			}
			sum += units
		}}, programs.Ints(terms))
		if sum != terms {
			t.Errorf("calc_pi(%d) reports %d units in all", terms, sum)
		}
	}
}
