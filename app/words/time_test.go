package words

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

func TestLong(t *testing.T) {
	const minute, hour, day, year = 60.0, 3600.0, 24 * 3600.0, 365.25 * 24 * 3600
	for seconds, want := range map[float64]string{
		0: "about 1 second", 0.3: "about 1 second", 1.4: "about 1 second", 1.6: "about 2 seconds",
		59: "about 59 seconds", 59.6: "about 60 seconds", 59.8: "about 1 minute", minute: "about 1 minute", 90: "about 2 minutes",
		59.6 * minute: "about 60 minutes", hour: "about 1 hour", 3 * hour: "about 3 hours", 23 * hour: "about 23 hours", day: "about 1 day", 45 * day: "about 45 days",
		364 * day: "about 1 year", year: "about 1 year", 230 * year: "about 230 years", 12_345 * year: "about 12,000 years",
		999_999 * year: "about 1 million years", 1.2e6 * year: "about 1.2 million years", 9.97e6 * year: "about 10 million years", 45e6 * year: "about 45 million years",
		3.4e9 * year: "about 3.4 billion years", 2e12 * year: "about 2 trillion years", 1.5e17 * year: "about 1.5 × 10¹⁷ years", 9.99e18 * year: "about 1 × 10¹⁹ years",
	} {
		if got := Long(seconds); got != want {
			t.Errorf("%g s: %q, want %q", seconds, got, want)
		}
	}
}

// A longer time is never said to be shorter, and what is written is within a tenth
// of it.
func TestLongGrows(t *testing.T) {
	last := 0.0
	for seconds := 1.0; seconds < 1e40; seconds *= 1.013 {
		got := read(t, Long(seconds))
		if got < last*0.999999 || math.Abs(got-seconds) > 0.34*seconds {
			t.Errorf("%g s are %q, %g s", seconds, Long(seconds), got)
		}
		last = got
	}
}

// read is how many seconds a sentence of Long says.
func read(t *testing.T, said string) float64 {
	t.Helper()
	fields := strings.Fields(strings.NewReplacer("about ", "", ",", "", "million ", "e6 ", "billion ", "e9 ", "trillion ", "e12 ").Replace(said))
	n := 0.0
	for i, f := range fields[:len(fields)-1] {
		switch {
		case i == 0:
			n = number(t, f)
		case strings.HasPrefix(f, "e"):
			n *= number(t, "1"+f)
		case f != "×":
			n *= math.Pow(10, number(t, plainDigits(strings.TrimPrefix(f, "10"))))
		}
	}
	unit := strings.TrimSuffix(fields[len(fields)-1], "s")
	return n * map[string]float64{"second": 1, "minute": 60, "hour": 3600, "day": 24 * 3600, "year": 365.25 * 24 * 3600}[unit]
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func plainDigits(s string) string {
	return strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9").Replace(s)
}

func TestBrief(t *testing.T) {
	for seconds, want := range map[float64]string{
		0: "< 0.1 ms", 0.00005: "< 0.1 ms", 0.0001: "0.1 ms", 0.0004: "0.4 ms", 0.00994: "9.9 ms", 0.00996: "10 ms", 0.0123: "12 ms",
		0.999: "999 ms", 0.9996: "1.0 s", 1.26: "1.3 s", 75: "75.0 s",
	} {
		if got := Brief(seconds); got != want {
			t.Errorf("%g s: %q, want %q", seconds, got, want)
		}
	}
}
