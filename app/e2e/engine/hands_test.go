package engine_test

import (
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"

	"playground/app/e2e/engine"
)

// Browsers translate a page by putting other elements in place of its texts. The
// page goes on telling the truth.
func testTranslated(p *page) {
	eval[any](p, `(() => {
		const texts = document.createTreeWalker(document.getElementById("page"), NodeFilter.SHOW_TEXT, (text) =>
			text.data.trim() && !text.parentElement.closest("svg, [translate=no], script, style") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
		const list = [];
		while (texts.nextNode()) list.push(texts.currentNode);
		for (const text of list) {
			const outer = document.createElement("font"), inner = document.createElement("font");
			inner.textContent = text.data.replace(/[a-z]/g, (letter) => letter.toUpperCase());
			outer.append(inner);
			text.replaceWith(outer);
		}
		return list.length;
	})()`)
	p.must(p.tab.Drag(p.thumb(p.slider("maxsize"), 2), p.thumb(p.slider("maxsize"), 4), 4))
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=4, currsize=4)")
	for counter, want := range map[string]string{"hits": "8", "misses": "11", "maxsize": "4", "currsize": "4"} {
		waitFor(p, counter, want, func() string { return p.textOf(`[data-counter="` + counter + `"]`) })
	}
	p.clickAt(`[...document.querySelectorAll("button")].find((b) => /cache_clear/i.test(b.textContent))`)
	p.waitInfo("CacheInfo(hits=0, misses=0, maxsize=4, currsize=0)")
	for _, selector := range []string{"code[data-cache-info]", `[data-counter="hits"]`, "#source pre", "#entries-view li"} {
		if !eval[bool](p, `!document.querySelector('`+selector+`') || document.querySelector('`+selector+`').closest("[translate=no]") !== null`) {
			p.Errorf("%s may be translated", selector)
		}
	}
}

// A number is written as people write it, in every engine by one rule.
func testNumbersAsWritten(p *page) {
	p.visit("/#v=1&f=factorial&max=4")
	waitFor(p, "the program", true, func() bool { return strings.Contains(p.textOf("#lines"), "factorial(") })
	n := p.field("n")
	for _, text := range []string{"1,000", "1_000", "1 000"} {
		p.fill(n, "5"+engine.Enter)
		p.fill(n, text+engine.Enter)
		waitFor(p, text, true, func() bool { return strings.Contains(p.textOf("#lines"), "factorial(1000)") })
		p.click("Start over")
	}
	p.fill(n, "2,5"+engine.Enter)
	waitFor(p, "2,5", true, func() bool { return strings.Contains(p.textOf("#n-says"), "whole number") })
	if strings.Contains(p.textOf("#lines"), "factorial(25)") {
		p.Error("2,5 was taken for 25")
	}
	p.focus(n)
	p.fill(n, "5"+engine.ArrowUp)
	if got := value(p, n); got != "6" {
		p.Errorf("from 5 an arrow up leads to %q", got)
	}
	size := p.find("maxsize value", "spinbutton") // in WebKit, too
	p.fill(size, "1,000")
	p.waitInfo("CacheInfo(hits=0, misses=0, maxsize=1000, currsize=0)")
}

// After an absence playing goes on from where it was.
func testLeftWhilePlaying(p *page) {
	p.click("To start")
	// The clock that an absence is told by, and frames, which it has none of.
	eval[any](p, `(() => {
		const frame = requestAnimationFrame.bind(window), now = performance.now.bind(performance);
		let away = 0;
		performance.now = () => now() + away;
		window.leave = () => frame(() => { away += 20000 });
	})() ?? 0`)
	p.click("Play")
	p.waitTrue(`+document.querySelector("[data-step]").textContent >= 2`)
	eval[any](p, `document.dispatchEvent(new Event("visibilitychange")) && leave()`)
	at := p.number("[data-step]")
	p.wait("a step more", func() bool { return p.number("[data-step]") > at })
	if got := p.number("[data-step]"); got > at+5 {
		p.Errorf("from step %d the cursor has jumped to %d", at, got)
	}
}

func (p *page) number(selector string) (n int) {
	p.Helper()
	fmt.Sscan(p.textOf(selector), &n)
	return n
}

// In a frame without an origin of its own (sandbox="allow-scripts") the page has
// its style sheet, and is live or, in WebKit, which does not let it fetch the
// program, says so.
func testSandboxed(p *page) {
	address, err := url.Parse(site)
	p.must(err)
	server := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(address) },
		ModifyResponse: func(r *http.Response) error {
			r.Header.Add("Content-Security-Policy", "sandbox allow-scripts")
			return nil
		},
	}
	p.serve(server.ServeHTTP)
	p.allowed = []string{"not kept for offline use", "app.", "Load failed"}
	p.must(p.tab.Navigate(p.origin + "/#v=1&max=3"))
	p.waitTrue(`document.documentElement.hasAttribute("data-live") || document.querySelector("#loader[role=alert]")`)
	if width := eval[string](p, `getComputedStyle(document.querySelector(".panel")).borderTopWidth`); width == "0px" {
		p.Error("the style sheet has not come")
	}
}
