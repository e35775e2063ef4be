package words

import "testing"

func TestTenths(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        string
	}{
		{0, 0, "0"}, {0, 5, "0"}, {5, 5, "100"}, {1, 2, "50.0"}, {2, 3, "66.7"}, {3834, 4812, "79.7"},
		{1, 1000, "0.1"}, {1, 1001, "< 0.1"}, {999, 1000, "99.9"}, {9999, 10000, "> 99.9"}, {1, 16, "6.3"},
	} {
		if got := Tenths(c.part, c.whole); got != c.want {
			t.Errorf("Tenths(%d, %d) = %q, want %q", c.part, c.whole, got, c.want)
		}
	}
}
