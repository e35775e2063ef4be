package engine_test

// With colours of the visitor's own the page can be used, what is drawn is to be
// seen on its ground, and the slider has a track.
func testForcedColors(p *page) {
	p.allowed = []string{"not kept for offline use", "Storage access is restricted"}
	p.visit("/")
	if !eval[bool](p, `matchMedia("(forced-colors: active)").matches`) {
		p.Fatal("the colours are not forced")
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
		p.Errorf("text is as its ground: %q", unseen)
	}
	if !eval[bool](p, `(() => {
		const track = getComputedStyle(document.getElementById("maxsize"), "::-moz-range-track");
		const ground = getComputedStyle(document.body).backgroundColor;
		return track.backgroundColor !== ground && track.backgroundColor !== "rgba(0, 0, 0, 0)" || parseFloat(track.borderTopWidth) > 0 && track.borderTopColor !== ground;
	})()`) {
		p.Error("the slider has no track")
	}
}
