package programs

import (
	"strings"
	"testing"
)

func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range All() {
		if seen[p.ID] {
			t.Errorf("two programs are called %s", p.ID)
		}
		seen[p.ID] = true
		if found, ok := Find(p.ID); !ok || found.ID != p.ID || found.Python != p.Python {
			t.Errorf("Find(%q) finds %q, %v", p.ID, found.ID, ok)
		}
		for _, n := range append(p.Presets, p.Default) {
			if n < p.Min || n > p.Max {
				t.Errorf("%s proposes %d, outside %d to %d", p.ID, n, p.Min, p.Max)
			}
		}
		if first := "def " + p.Name + "(" + p.Param + "):\n"; !strings.HasPrefix(p.Python, first) {
			t.Errorf("%s does not begin with %q", p.ID, first)
		}
	}
	if p, ok := Find("no such program"); ok {
		t.Errorf("Find invents %q", p.ID)
	}
}

func TestTwins(t *testing.T) {
	pairs := 0
	for _, p := range All() {
		if p.Twin == "" {
			continue
		}
		pairs++
		twin, ok := Find(p.Twin)
		if !ok || twin.Twin != p.ID || twin.Swapped == p.Swapped {
			t.Errorf("%s and %s are not twins", p.ID, p.Twin)
		}
		if twin.Name != p.Name || twin.TwinLabel != p.TwinLabel || twin.Min != p.Min || twin.Max != p.Max {
			t.Errorf("%s and %s differ in more than the order of their operands", p.ID, p.Twin)
		}
		if twin.Python == p.Python || twin.Go == p.Go {
			t.Errorf("%s and %s read the same", p.ID, p.Twin)
		}
	}
	if pairs != 2 {
		t.Errorf("%d programs have a twin, want both fibonacci", pairs)
	}
}
