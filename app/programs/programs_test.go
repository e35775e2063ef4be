package programs_test

import (
	"math/big"
	"strings"
	"testing"

	"playground/app/programs"
	"playground/app/programs/programstest"
)

func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range programstest.All() {
		if seen[p.ID] {
			t.Errorf("two programs are called %s", p.ID)
		}
		seen[p.ID] = true
		for _, args := range append(p.Presets, p.Defaults()) {
			if err := p.Check(args); err != nil {
				t.Errorf("%s proposes %s, but %v", p.ID, args, err)
			}
		}
		if first := "def " + p.Name + "(" + p.Signature() + "):\n"; !strings.HasPrefix(p.Python, first) {
			t.Errorf("%s does not begin with %q", p.ID, first)
		}
		if p.Go.Func == "" || (p.Go.Key == "") != (len(p.Params) == 1) || (p.Go.Key == "") != (p.Go.Types == "") {
			t.Errorf("%s says too little of its Go: %+v", p.ID, p.Go)
		}
		if p.Go.Show != "" && strings.Count(p.Go.Show, "%s") != 1 {
			t.Errorf("%s shows its results by %q", p.ID, p.Go.Show)
		}
		if p.StartSize < 0 {
			t.Errorf("%s starts with maxsize=%d", p.ID, p.StartSize)
		}
	}
	for _, p := range programs.All() {
		if found, ok := programs.Find(p.ID); !ok || found.ID != p.ID || found.Python != p.Python {
			t.Errorf("Find(%q) finds %q, %v", p.ID, found.ID, ok)
		}
	}
	for _, id := range []string{"", "no such program", "edit_distance"} {
		if p, ok := programs.Find(id); ok {
			t.Errorf("Find(%q) invents %q", id, p.ID)
		}
	}
}

func TestVariants(t *testing.T) {
	pairs := 0
	for _, p := range programs.All() {
		if p.Variant == "" {
			continue
		}
		pairs++
		other, ok := programs.Find(p.Variant)
		if !ok || other.Variant != p.ID || other.Swapped == p.Swapped {
			t.Errorf("%s and %s are not variants of one another", p.ID, p.Variant)
		}
		if other.Name != p.Name || other.VariantLabel != p.VariantLabel || other.Params[0] != p.Params[0] {
			t.Errorf("%s and %s differ in more than the order of their operands", p.ID, p.Variant)
		}
		if other.Python == p.Python || other.Go.Func == p.Go.Func {
			t.Errorf("%s and %s read the same", p.ID, p.Variant)
		}
	}
	if pairs != 2 {
		t.Errorf("%d programs have a variant, want both fibonacci", pairs)
	}
}

// TestNote: what is worth knowing is said where it is true, and not elsewhere.
func TestNote(t *testing.T) {
	notes := 0
	for _, p := range programs.All() {
		for _, args := range programstest.Samples(p) {
			said := ""
			if p.Note != nil {
				said = p.Note(args)
			}
			if negative := args[0].Int() < 0; negative != (said != "") {
				t.Errorf("of %s(%s) it says %q", p.Name, args, said)
			}
			if said != "" {
				notes++
			}
		}
	}
	if notes == 0 {
		t.Error("nothing is said of negative numbers")
	}
}

// TestValuesAreShared: what a call returned belongs to the cache, too.
func TestValuesAreShared(t *testing.T) {
	for _, p := range programstest.All() {
		type lent struct {
			v    programs.Value
			text string
		}
		var values []lent
		self := programs.Self{Work: func(int) {}}
		self.Call = func(args ...programs.Arg) programs.Value {
			v := p.Body(self, args)
			values = append(values, lent{v, v.String()})
			return v
		}
		self.CallInt = func(n int) programs.Value { return self.Call(programs.Int(n)) }
		self.Call(p.Presets[0]...)
		for _, l := range values {
			if l.v.String() != l.text {
				t.Errorf("%s changed a result, %s, to %s", p.ID, l.text, l.v)
			}
		}
	}
}

// TestCounts compares the arithmetic of Bodies and Depth with counting.
func TestCounts(t *testing.T) {
	for _, p := range programstest.All() {
		samples := programstest.Samples(p)
		if len(samples) < 10 {
			t.Errorf("%s: %d samples only", p.ID, len(samples))
		}
		for _, args := range samples {
			_, bodies, deepest, ends := programstest.Uncached(p, args...)
			want, depth := p.Bodies(args), p.Depth(args)
			switch {
			case ends != (want != nil) || ends != (depth != programs.Endless):
				t.Errorf("%s(%s) ends: %v, but Bodies is %v and Depth %d", p.ID, args, ends, want, depth)
			case ends && want.Cmp(big.NewInt(int64(bodies))) != 0:
				t.Errorf("%s(%s) runs its body %d times, not %v", p.ID, args, bodies, want)
			case ends && depth != deepest:
				t.Errorf("%s(%s) is %d calls deep, not %d", p.ID, args, deepest, depth)
			}
		}
	}
}

// TestEditDistance writes some distances out.
func TestEditDistance(t *testing.T) {
	for _, tt := range []struct{ s, t, want string }{
		{"kitten", "sitting", "3"},
		{"", "", "0"},
		{"", "abc", "3"},
		{"ab", "ba", "2"},
		{"é→", "→", "1"},
		{"same", "same", "0"},
	} {
		p := programstest.EditDistance()
		if v, _, _, _ := programstest.Uncached(p, programs.Str(tt.s), programs.Str(tt.t)); v.String() != tt.want {
			t.Errorf("edit_distance(%q, %q) = %s, want %s", tt.s, tt.t, v, tt.want)
		}
	}
}
