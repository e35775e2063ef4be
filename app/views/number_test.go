package views_test

import (
	"strings"
	"testing"

	"playground/app/programs"
	"playground/app/views"
	"playground/app/words"
)

func TestWhole(t *testing.T) {
	const (
		n       = "n is a whole number from -1,000 to 5,000."
		maxsize = "maxsize is a whole number from 0 to 5,000."
	)
	tests := []struct {
		text    string
		of      string // the message's second part: n unless it is maxsize
		want    int
		problem string // its first part, or "" if the text is accepted
	}{
		{text: "10", want: 10},
		{text: "0", want: 0},
		{text: "-0", want: 0},
		{text: "+7", want: 7},
		{text: "007", want: 7},
		{text: "-1000", want: -1000},
		{text: "5000", want: 5000},
		{text: " 42 ", want: 42},
		{text: "1_000", want: 1000},
		{text: "1,000", want: 1000},
		{text: "1 000", want: 1000},
		{text: "-1,000", want: -1000},
		{text: "5000", of: maxsize, want: 5000},
		{text: "0", of: maxsize, want: 0},

		{text: "", problem: "Nothing is typed here"},
		{text: "   ", problem: "Nothing is typed here"},
		{text: "", of: maxsize, problem: "Nothing is typed here"},

		{text: "ten", problem: "That is not a whole number"},
		{text: "--", problem: "That is not a whole number"},
		{text: "-", problem: "That is not a whole number"},
		{text: "5-3", problem: "That is not a whole number"},
		{text: "1.5", problem: "That is not a whole number"},
		{text: "2,5", problem: "That is not a whole number"},
		{text: "1,00", problem: "That is not a whole number"},
		{text: "1,0000", problem: "That is not a whole number"},
		{text: "1000,000", problem: "That is not a whole number"},
		{text: ",000", problem: "That is not a whole number"},
		{text: "1_0", problem: "That is not a whole number"},
		{text: "_", problem: "That is not a whole number"},
		{text: "1,000_000", problem: "That is not a whole number"},
		{text: "12 34", problem: "That is not a whole number"},
		{text: "1e3", problem: "That is not a whole number"},
		{text: "0x10", problem: "That is not a whole number"},
		{text: "\u0663", problem: "That is not a whole number"},       // an Arabic 3
		{text: "\uff11\uff10", problem: "That is not a whole number"}, // a wide 10
		{text: "−5", problem: "That is not a whole number"},
		{text: "None", of: maxsize, problem: "That is not a whole number"},

		{text: "5001", problem: "5,001 is too large"},
		{text: "1_000_000", problem: "1,000,000 is too large"},
		{text: "99999999999999999999", problem: "That is too large"},
		{text: "5001", of: maxsize, problem: "5,001 is too large"},
		{text: "-1001", problem: "-1,001 is too small"},
		{text: "-99999999999999999999", problem: "That is too small"},
		{text: "-1", of: maxsize, problem: "-1 is negative"},
		{text: "-5,000", of: maxsize, problem: "-5,000 is negative"},
		{text: "-99999999999999999999", of: maxsize, problem: "That is negative"},
	}
	for _, tt := range tests {
		what, lo, accepted := "n", -1000, n
		if tt.of == maxsize {
			what, lo, accepted = "maxsize", 0, maxsize
		}
		got, err := views.Whole(what, tt.text, lo, 5000)
		problem := ""
		if err != nil {
			problem = err.Error()
		}
		want := tt.problem
		if want != "" {
			want += ": " + accepted
		}
		if got != tt.want || problem != want {
			t.Errorf("%q as %s: %d, %q; want %d, %q", tt.text, what, got, problem, tt.want, want)
		}
	}
}

// FuzzWhole: what is accepted is within the bounds, and a refusal says what they
// are.
func FuzzWhole(f *testing.F) {
	f.Add("10", -1000, 5000)
	f.Add("", 0, 20_000_000)
	f.Fuzz(func(t *testing.T, text string, lo, hi int) {
		if lo > hi {
			lo, hi = hi, lo
		}
		n, err := views.Whole("n", text, lo, hi)
		if err == nil {
			if n < lo || n > hi {
				t.Errorf("%q is accepted as %d, from %d to %d", text, n, lo, hi)
			}
			// What is written out in any of these ways is what was read.
			for _, again := range []string{words.Count(n), programs.Literal(n)} {
				if m, err := views.Whole("n", again, lo, hi); m != n || err != nil {
					t.Errorf("%q is %d, but %q is %d, %v", text, n, again, m, err)
				}
			}
			return
		}
		if n != 0 {
			t.Errorf("%q is refused, and yet it is %d", text, n)
		}
		message := err.Error()
		if accepted := ": n is a whole number from " + words.Count(lo) + " to " + words.Count(hi) + "."; !strings.HasSuffix(message, accepted) || len(message) == len(accepted) {
			t.Errorf("%q: %q does not say what would be accepted", text, message)
		}
	})
}
