package programs_test

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"playground/app/programs"
)

// TestFloat compares with testdata/floats.csv, written by CPython; see floats.py
// there.
func TestFloat(t *testing.T) {
	f, err := os.Open("testdata/floats.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, whole, powers := 0, 0, 0
	for in := bufio.NewScanner(f); in.Scan(); {
		hex, want, ok := strings.Cut(in.Text(), ",")
		if !ok {
			continue // the comment
		}
		bits, err := strconv.ParseUint(hex, 16, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := programs.Float(math.Float64frombits(bits)).String(); got != want {
			t.Errorf("%s prints as %s, want %s", hex, got, want)
		}
		lines++
		if strings.HasSuffix(want, ".0") {
			whole++
		}
		if strings.Contains(want, "e") {
			powers++
		}
	}
	if lines < 400 || whole < 20 || powers < 100 {
		t.Errorf("the table holds %d lines, %d whole numbers, %d exponents", lines, whole, powers)
	}
}
