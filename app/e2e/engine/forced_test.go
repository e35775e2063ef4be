package engine_test

import "testing"

// forcedColors make Firefox draw in the visitor's colours alone.
var forcedColors = map[string]any{"browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1}

// With colours of the visitor's own the page can be used, and what is drawn is
// to be seen on its ground.
func TestForcedColors(t *testing.T) {
	if firefox == nil {
		t.Skip("in Firefox only: WebKitGTK has no forced colours")
	}
	p := firefoxWith(t, forcedColors)
	p.visit("/")
	if !eval[bool](p, `matchMedia("(forced-colors: active)").matches`) {
		t.Fatal("the colours are not forced")
	}
	p.click("Increase maxsize")
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	if unseen := eval[[]string](p, `[...document.querySelectorAll("#page :is(text, p, button, label, h2, code, li)")]
		.filter((e) => e.checkVisibility() && e.textContent.trim())
		.filter((e) => {
			const style = getComputedStyle(e), ink = e.matches("text") ? style.fill : style.color;
			let ground = e;
			while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
			return ground && getComputedStyle(ground).backgroundColor === ink;
		}).map((e) => e.outerHTML.slice(0, 100))`); len(unseen) > 0 {
		t.Errorf("text is as its ground: %q", unseen)
	}
}
