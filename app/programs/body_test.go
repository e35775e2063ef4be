package programs_test

import (
	"math/big"
	"slices"
	"testing"

	"playground/app/programs"
	"playground/app/programs/programstest"
)

func find(t *testing.T, id string) programs.Program {
	t.Helper()
	p, ok := programs.Find(id)
	if !ok {
		t.Fatalf("no program %s", id)
	}
	return p
}

// TestFibonacci compares with F(n) added up from below.
func TestFibonacci(t *testing.T) {
	for _, id := range []string{"fibonacci", "fibonacci-n-2-first"} {
		p := find(t, id)
		a, b := big.NewInt(0), big.NewInt(1)
		for n := range 21 {
			if v, _, _, ok := programstest.Uncached(p, programs.Int(n)); !ok || v.String() != a.String() {
				t.Errorf("%s(%d) = %v, want %v", id, n, v, a)
			}
			a, b = b, new(big.Int).Add(a, b)
		}
		for _, n := range []int{-1, -2, -1000} {
			if v, _, _, ok := programstest.Uncached(p, programs.Int(n)); !ok || v.String() != big.NewInt(int64(n)).String() {
				t.Errorf("%s(%d) = %v, want the argument itself, as in Python", id, n, v)
			}
		}
	}
}

// TestFactorial compares with math/big's product of a range.
func TestFactorial(t *testing.T) {
	p := find(t, "factorial")
	for _, n := range []int{0, 1, 2, 3, 10, 20, 21, 500, 998} {
		want := new(big.Int).MulRange(1, int64(n))
		if v, _, _, ok := programstest.Uncached(p, programs.Int(n)); !ok || v.String() != want.String() {
			t.Errorf("factorial(%d) = %v, want %v", n, v, want)
		}
	}
	if v, _, _, ok := programstest.Uncached(p, programs.Int(-1)); ok {
		t.Errorf("factorial(-1) = %v, want no end of it, as in Python", v)
	}
}

// TestCalls asks in which order a body makes its calls: the cache depends on it.
func TestCalls(t *testing.T) {
	tests := []struct {
		id   string
		n    int
		want []int
	}{
		{"fibonacci", 10, []int{9, 8}},
		{"fibonacci", 2, []int{1, 0}},
		{"fibonacci", 1, nil},
		{"fibonacci", -3, nil},
		{"fibonacci-n-2-first", 10, []int{8, 9}},
		{"fibonacci-n-2-first", 1, nil},
		{"factorial", 10, []int{9}},
		{"factorial", 0, nil},
		{"factorial", -1, []int{-2}},
		{"calc_pi", 10, nil},
	}
	for _, tt := range tests {
		var got []int
		self := programs.Self{
			CallInt: func(k int) programs.Value { got = append(got, k); return big.NewInt(int64(k)) },
			Work:    func(int) {},
		}
		find(t, tt.id).Body(self, programs.Ints(tt.n))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s(%d) calls itself with %v, want %v", tt.id, tt.n, got, tt.want)
		}
	}
}

// TestBodiesHuge checks by the recurrence what can no longer be counted.
func TestBodiesHuge(t *testing.T) {
	p := find(t, "fibonacci")
	for _, n := range []int{90, 100, 999, p.Params[0].Max} {
		want := new(big.Int).Add(p.Bodies(programs.Ints(n-1)), p.Bodies(programs.Ints(n-2)))
		want.Add(want, big.NewInt(1))
		if got := p.Bodies(programs.Ints(n)); got.Cmp(want) != 0 {
			t.Errorf("fibonacci(%d): %v, want %v", n, got, want)
		}
	}
}
