package e2e

import (
	"math/big"
	"strings"
	"testing"
)

// The page opens already run, one slot short of calm.
func TestFreshPage(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.waitInfo("CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)")
	for name, want := range map[string]string{"hits": "13", "misses": "64", "maxsize": "2", "currsize": "2"} {
		if got := p.counter(name); got != want {
			t.Errorf("%s = %s, want %s", name, got, want)
		}
	}
	if step, steps := p.step(), p.steps(); step != steps || steps == 0 {
		t.Errorf("the cursor is at step %d of %d, want the end", step, steps)
	}
	if got := p.console(); !strings.Contains(got, "fibonacci(10)") || !strings.Contains(got, "55") {
		t.Errorf("the console says %q", got)
	}
}

func TestSliderToThree(t *testing.T) {
	t.Parallel()
	p := open(t)
	slider := p.find("slider", "maxsize")
	slider.slide(3)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	if got := slider.value(); got != "3" {
		t.Errorf("the slider stands at %s", got)
	}
	want := "fibonacci(10) = 55\nfibonacci(8) = 21\nfibonacci(9) = 34"
	waitFor(p, "entries", want, p.list)
}

func TestEveryWayToSetMaxsize(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.clickButton("Increase maxsize")
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	p.clickButton("Decrease maxsize")
	p.waitInfo("CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)")
	none := p.find("checkbox", "None (unbounded)")
	none.click()
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=None, currsize=11)")
	none.click()
	p.wait("a bound again", func() bool { return p.counter("maxsize") != "None" })
	p.setMaxsize("0")
	p.waitInfo("CacheInfo(hits=0, misses=177, maxsize=0, currsize=0)")
	p.setMaxsize("128")
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=128, currsize=11)")
}

func TestFibonacciOfAHundred(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.startOver("128")
	p.call("n", "100")
	p.waitInfo("CacheInfo(hits=98, misses=101, maxsize=128, currsize=101)")
	if got := p.console(); !strings.Contains(got, "354224848179261915075") {
		t.Errorf("the console says %q", got)
	}
	p.clickButton("Call again")
	p.waitInfo("CacheInfo(hits=99, misses=101, maxsize=128, currsize=101)")
	p.clickButton("cache_clear()")
	p.waitInfo("CacheInfo(hits=0, misses=0, maxsize=128, currsize=0)")
}

func TestFactorialAThousandTimes(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.choose("factorial")
	p.startOver("128")
	p.find("spinbutton", "n").fill("500")
	p.clickButton("Call 1000 times")
	p.waitInfo("CacheInfo(hits=999, misses=501, maxsize=128, currsize=128)")
	if got := p.counter("hits"); got != "999" {
		t.Errorf("hits = %s", got)
	}
}

func TestRecursionLimit(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.startOver("128")
	p.call("n", "1000")
	p.waitInfo("CacheInfo(hits=0, misses=1000, maxsize=128, currsize=0)")
	if got := p.console(); !strings.Contains(got, "RecursionError: maximum recursion depth exceeded") {
		t.Errorf("the console says %q", got)
	}

	p.startOver("128")
	p.call("n", "999")
	p.waitInfo("CacheInfo(hits=997, misses=1000, maxsize=128, currsize=128)")
	if got := p.console(); !strings.Contains(got, fibonacci(999).String()) || strings.Contains(got, "RecursionError") {
		t.Errorf("the console says %q", got)
	}
}

func fibonacci(n int) *big.Int {
	a, b := big.NewInt(0), big.NewInt(1)
	for range n {
		a, b = b, a.Add(a, b)
	}
	return a
}
