package programs

import (
	"math/big"
	"slices"
	"testing"
)

// uncached runs a program without any cache, and counts how often the body runs.
// It gives up, and reports false, when more than maxDepth calls wait.
func uncached(p Program, n int) (v Value, bodies int, ok bool) {
	const maxDepth = 2000
	type tooDeep struct{}
	defer func() {
		if e := recover(); e != nil {
			if _, deep := e.(tooDeep); !deep {
				panic(e)
			}
			v, ok = nil, false
		}
	}()
	depth := 0
	self := Self{Work: func(int) {}}
	self.Call = func(k int) Value {
		if depth == maxDepth {
			panic(tooDeep{})
		}
		depth++
		bodies++
		v := p.Body(self, k)
		depth--
		return v
	}
	return self.Call(n), bodies, true
}

func find(t *testing.T, id string) Program {
	t.Helper()
	p, ok := Find(id)
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
			if v, _, ok := uncached(p, n); !ok || v.String() != a.String() {
				t.Errorf("%s(%d) = %v, want %v", id, n, v, a)
			}
			a, b = b, new(big.Int).Add(a, b)
		}
		for _, n := range []int{-1, -2, -1000} {
			if v, _, ok := uncached(p, n); !ok || v.String() != big.NewInt(int64(n)).String() {
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
		if v, _, ok := uncached(p, n); !ok || v.String() != want.String() {
			t.Errorf("factorial(%d) = %v, want %v", n, v, want)
		}
	}
	if v, _, ok := uncached(p, -1); ok {
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
		self := Self{
			Call: func(k int) Value { got = append(got, k); return big.NewInt(int64(k)) },
			Work: func(int) {},
		}
		find(t, tt.id).Body(self, tt.n)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s(%d) calls itself with %v, want %v", tt.id, tt.n, got, tt.want)
		}
	}
}

// TestValuesAreShared: what a call returned belongs to the cache, too.
func TestValuesAreShared(t *testing.T) {
	for _, p := range All() {
		type lent struct {
			v    Value
			text string
		}
		var values []lent
		self := Self{Work: func(int) {}}
		self.Call = func(k int) Value {
			v := p.Body(self, k)
			values = append(values, lent{v, v.String()})
			return v
		}
		self.Call(8)
		for _, l := range values {
			if l.v.String() != l.text {
				t.Errorf("%s changed a result, %s, to %s", p.ID, l.text, l.v)
			}
		}
	}
}

// TestBodies compares the arithmetic with counting.
func TestBodies(t *testing.T) {
	for _, p := range All() {
		for n := max(p.Min, -3); n <= min(p.Max, 20); n++ {
			_, bodies, ends := uncached(p, n)
			want := p.Bodies(n)
			switch {
			case ends != (want != nil):
				t.Errorf("%s(%d) ends: %v, but Bodies is %v", p.ID, n, ends, want)
			case ends && want.Cmp(big.NewInt(int64(bodies))) != 0:
				t.Errorf("%s(%d) runs its body %d times, not %v", p.ID, n, bodies, want)
			}
		}
	}
}

// TestBodiesHuge checks by the recurrence what can no longer be counted.
func TestBodiesHuge(t *testing.T) {
	p := find(t, "fibonacci")
	for _, n := range []int{90, 100, 999, p.Max} {
		want := new(big.Int).Add(p.Bodies(n-1), p.Bodies(n-2))
		want.Add(want, big.NewInt(1))
		if got := p.Bodies(n); got.Cmp(want) != 0 {
			t.Errorf("fibonacci(%d): %v, want %v", n, got, want)
		}
	}
}
