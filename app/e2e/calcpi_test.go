package e2e

import (
	"strings"
	"testing"
)

// The three tests of the talk that the playground comes from.
func TestCalcPi(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		calls   string // in millions
		info    string
		evicted string
	}{
		{"one", "5 5 5", "CacheInfo(hits=2, misses=1, maxsize=2, currsize=1)", ""},
		{"two", "5 5 5 6 6 6", "CacheInfo(hits=4, misses=2, maxsize=2, currsize=2)", ""},
		{"three", "5 5 6 6 7 7 5 7", "CacheInfo(hits=4, misses=4, maxsize=2, currsize=2)", "5000000 6000000"},
	}
	p := open(t)
	p.choose("calc_pi")
	for _, test := range tests {
		p.startOver("2")
		for _, millions := range strings.Fields(test.calls) {
			p.call("terms", millions+"000000")
		}
		p.waitInfo(test.info)
		if got := strings.Join(p.evictions(), " "); got != test.evicted {
			t.Errorf("test %s evicts %q, want %q", test.name, got, test.evicted)
		}
		if got := p.console(); !strings.Contains(got, "3.14159") {
			t.Errorf("the console says %q", got)
		}
	}
}

// evictions are the keys of the entries that are seen leaving, one after the
// other, from the first step to the last.
func (p *page) evictions() (keys []string) {
	p.t.Helper()
	p.clickButton("To start")
	p.waitStep(0)
	for step := range p.steps() {
		p.stepBy("Step forward", step+1)
		keys = append(keys, eval[[]string](p, `[...document.querySelectorAll('[data-view="cache"] [data-entry][data-state="leaving"]')].map(e => e.dataset.key)`)...)
	}
	return keys
}
