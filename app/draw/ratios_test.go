package draw

import (
	"strconv"
	"strings"
	"testing"

	"playground/app/calls/keylog"
)

// The lines of other policies are told apart without colour: of two, one has dots
// between its dashes and the other has none, or its dashes are more than twice as long.
func TestDashesDiffer(t *testing.T) {
	var all [][]float64
	for _, policy := range []keylog.Policy{keylog.FIFO, keylog.LFU, keylog.SIEVE, keylog.Optimal} {
		var lengths []float64
		for _, word := range strings.Fields(Dashes(policy)) {
			n, err := strconv.ParseFloat(word, 64)
			if err != nil || n <= 0 {
				t.Fatalf("%s has the dashes %q", policy, Dashes(policy))
			}
			lengths = append(lengths, n)
		}
		if len(lengths) == 0 {
			t.Fatalf("%s has no dashes", policy)
		}
		for _, other := range all {
			if len(lengths) != len(other) {
				continue
			}
			if a, b := min(lengths[0], other[0]), max(lengths[0], other[0]); b <= 2*a {
				t.Errorf("%s has the dashes %q, much as another one has", policy, Dashes(policy))
			}
		}
		all = append(all, lengths)
	}
}
