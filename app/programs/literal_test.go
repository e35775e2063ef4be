package programs

import "testing"

func TestLiteral(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 5: "5", -5: "-5", 500: "500", 9_999: "9999", -9_999: "-9999",
		10_000: "10_000", -10_000: "-10_000", 5_000_000: "5_000_000",
	} {
		if got := Literal(n); got != want {
			t.Errorf("Literal(%d) = %q, want %q", n, got, want)
		}
	}
}
