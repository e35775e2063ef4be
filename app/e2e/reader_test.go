package e2e

import (
	"fmt"
	"slices"
	"testing"

	shown "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// unreadable names what stands in the page and is not to be read whole: text that runs out
// of the window, or out of what clips it and cannot be scrolled.
func (p *page) unreadable() []string {
	p.t.Helper()
	return eval[[]string](p, `(() => {
		const found = new Set();
		const walk = document.createTreeWalker(document.querySelector("#page"), NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let n; n = walk.nextNode();) {
			const e = n.parentElement;
			if (!n.data.trim() || e.closest("svg, .hidden, option") || !e.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
			range.selectNodeContents(n);
			const text = range.getBoundingClientRect();
			for (let box = e; box; box = box.parentElement) {
				const {overflowX, overflowY} = getComputedStyle(box);
				if (/auto|scroll/.test(overflowX)) break;
				if (!box.parentElement && text.right > innerWidth + 1) found.add("out of the window: " + n.data.trim().slice(0, 40));
				if (overflowX !== "hidden" && overflowX !== "clip") continue;
				const r = box.getBoundingClientRect();
				if (text.right > r.right + 1 || text.bottom > r.bottom + 1) found.add("cut: " + n.data.trim().slice(0, 40));
			}
		}
		return [...found];
	})()`)
}

// Whoever spaces text out (WCAG 2.2, 1.4.12), asks for letters of 24 px at least, or
// has set a default of 32 px, reads everything.
func TestReadersSettings(t *testing.T) {
	t.Parallel()
	minimum, stop, err := startBrowser(chromedp.Flag("blink-settings", "minimumFontSize=24,minimumLogicalFontSize=24"))
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	for _, w := range []window{laptop, phone} {
		for name, open := range map[string]func(t *testing.T) *page{
			"text spacing": func(t *testing.T) *page {
				p := openAt(t, w, "#v=1&step=60")
				p.eval(`{
					const sheet = new CSSStyleSheet();
					sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
					document.adoptedStyleSheets = [sheet];
				}`)
				return p
			},
			"letters of 24 px at least": func(t *testing.T) *page {
				p := newPageOf(t, minimum, site, w)
				p.visit("/")
				return p
			},
			"a default of 32 px": func(t *testing.T) *page {
				p := newPage(t, site, w)
				p.do(shown.SetFontSizes(&shown.FontSizes{Standard: 32, Fixed: 26}).Do)
				p.visit("/")
				return p
			},
		} {
			t.Run(fmt.Sprintf("%s, %v", name, w), func(t *testing.T) {
				p := open(t)
				p.settled()
				for _, f := range slices.Concat(p.beyond(), p.unreadable(), p.outOfSight()) {
					t.Error(f)
				}
				size := eval[float64](p, `parseFloat(getComputedStyle(document.querySelector(".sentence")).fontSize)`)
				if name != "text spacing" && size < 24 {
					t.Errorf("the sentence is in letters of %.1f px", size)
				}
			})
		}
	}
}

// outOfSight names captions of pictures that end beyond the window.
func (p *page) outOfSight() []string {
	p.t.Helper()
	return eval[[]string](p, `[...document.querySelectorAll("svg text")]
		.filter(e => e.checkVisibility({opacityProperty: true}) && e.getBoundingClientRect().right > innerWidth + 1)
		.map(e => "beyond the window: " + e.textContent)`)
}

// scrolls reports whether the page is higher than the window.
func (p *page) scrolls() bool {
	p.t.Helper()
	return eval[bool](p, `document.documentElement.scrollHeight > innerHeight`)
}

// Where a browser has scrollbars that take room, nothing of the first view scrolls
// in a box of its own.
func TestClassicScrollbars(t *testing.T) {
	t.Parallel()
	classic, stop, err := startBrowser(chromedp.Flag("hide-scrollbars", false))
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	for _, w := range []window{laptop, {width: 1024, height: 768}, {width: 1920, height: 1080}} {
		for _, program := range []string{"fibonacci", "factorial", "calc_pi"} {
			t.Run(fmt.Sprintf("%s %v", program, w), func(t *testing.T) {
				p := newPageOf(t, classic, site, w)
				p.visit("/#v=1&f=" + program)
				p.settled()
				if bar := eval[int](p, `innerWidth - document.documentElement.clientWidth`); bar < 5 && p.scrolls() {
					t.Fatalf("the scrollbar of the page takes %d px: this browser has none that take room", bar)
				}
				for _, box := range eval[[]string](p, `[...document.querySelectorAll("main *")]
					.filter(e => e.checkVisibility() && /auto|scroll/.test(getComputedStyle(e).overflowX + getComputedStyle(e).overflowY))
					.filter(e => e.offsetWidth - e.clientWidth > 4 || e.offsetHeight - e.clientHeight > 4)
					.filter(e => !e.matches("textarea"))
					.map(e => e.outerHTML.slice(0, 80))`) {
					t.Errorf("it has a scrollbar of its own: %s", box)
				}
			})
		}
	}
}
