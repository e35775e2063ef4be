package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// outcomes counts the calls of the tree by what became of them.
func (p *page) outcomes() string {
	p.t.Helper()
	n := eval[map[string]int](p, `[...document.querySelectorAll('svg[data-view="calls"] [data-call]')]
		.reduce((n, e) => (n[e.dataset.outcome] = (n[e.dataset.outcome] ?? 0) + 1, n), {})`)
	return fmt.Sprint(n)
}

func TestTree(t *testing.T) {
	t.Parallel()
	p := open(t)
	waitFor(p, "the tree at maxsize 2", "map[computed:11 hit:13 recomputed:53]", p.outcomes)
	p.find("slider", "maxsize").slide(3)
	waitFor(p, "the tree at maxsize 3", "map[computed:11 hit:8]", p.outcomes)
}

// What is still to come does not move while the cursor does, and every call
// keeps its node.
func TestTreeStandsStill(t *testing.T) {
	t.Parallel()
	p := open(t)
	places := func() string {
		return eval[string](p, `[...document.querySelectorAll('svg[data-view="calls"] [data-call]')].map(e => {
			const r = e.querySelector("circle, rect, path").getBoundingClientRect();
			return [e.dataset.key, e.dataset.outcome, Math.round(r.x + scrollX), Math.round(r.y + scrollY), e.number].join(" ");
		}).join("\n")`)
	}
	eval[any](p, `document.querySelectorAll('svg[data-view="calls"] [data-call]').forEach((e, i) => e.number = i)`)
	p.settled()
	before := places()
	p.clickButton("To start")
	p.waitStep(0)
	for step := range 12 {
		p.stepBy("Step forward", step+1)
	}
	p.settled()
	if after := places(); after != before {
		t.Errorf("the tree was\n%s\nand is now\n%s", before, after)
	}
}

// A click on a call goes to it, lights its key and nothing else, and puts the
// keyboard on that very call.
func TestClickOnTheTree(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, key := range []string{"6", "0", "4"} {
		calls := `svg[data-view="calls"] [data-call][data-key="` + key + `"]`
		call := p.query(calls).attr("data-call")
		at := p.query(calls).attr("data-at")
		p.query(`[data-call="` + call + `"] [data-part="key"]`).click()
		waitFor(p, "step", at, func() string { return p.query("[data-step]").text() })
		waitFor(p, "what is lit", key, func() string {
			return eval[string](p, `[...new Set([...document.querySelectorAll("[data-lit]")].map(e => e.dataset.key))].join(" ")`)
		})
		waitFor(p, "where the keyboard is", call, func() string {
			return eval[string](p, `[...document.querySelectorAll('[data-view="calls"] [data-active]')].map(e => e.dataset.call).join(" ")`)
		})
		if got := eval[string](p, `document.activeElement.getAttribute("aria-activedescendant")`); got != "call-"+call {
			t.Errorf("the focus is on %q, want call-%s", got, call)
		}
	}
}

// A large tree is cut, with a count.
func TestLargeTree(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{}, "#v=1&max=0&run=20")
	p.waitInfo("CacheInfo(hits=0, misses=21891, maxsize=0, currsize=0)")
	p.wait("the tree says how many calls there are", func() bool {
		return strings.Contains(p.find("region", "Call tree").text(), "of 21,891 calls")
	})
	if n := eval[int](p, `document.querySelectorAll('svg[data-view="calls"] [data-call]').length`); n < 50 || n > 500 {
		t.Errorf("the tree draws %d calls", n)
	}
}
