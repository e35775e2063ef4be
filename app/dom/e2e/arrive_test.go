package e2e

import (
	"slices"
	"strconv"
	"testing"

	"playground/app/markup"
)

// cache is a picture like the playground's: entries in their slots, the first new.
// The keys that leave are drawn at the exit.
func cache(keys []int, leaving ...int) markup.Node {
	entry := func(key int, x, y float64, state string) markup.Node {
		name := strconv.Itoa(key)
		return markup.El("g", "data-entry", "", "data-key", name, "data-state", state, "data-heat", 10,
			"transform", "translate("+markup.Num(x)+","+markup.Num(y)+")").Keyed(name).Of(
			markup.El("rect", "data-part", "box", "width", 80, "height", 60, "rx", 6),
			markup.El("text", "data-part", "value", "x", 40, "y", 36, "font-size", 20, "text-anchor", "middle").Say(name),
			markup.El("text", "data-part", "note", "x", 6, "y", 54, "font-size", 11).Say("note"),
		)
	}
	entries := markup.El("g").Keyed("entries")
	for i, key := range keys {
		state := "idle"
		if i == 0 {
			state = "new"
		}
		entries = entries.Of(entry(key, 10+90*float64(i), 10, state))
	}
	for _, key := range leaving {
		entries = entries.Of(entry(key, 300, 80, "leaving"))
	}
	slices.SortFunc(entries.Kids, func(a, b markup.Node) int { return len(a.Key)*10 - len(b.Key)*10 + compare(a.Key, b.Key) })
	svg := markup.El("svg", "data-view", "cache", "viewBox", "0 0 400 150", "width", 400, "height", 150)
	if len(leaving) > 0 {
		svg = svg.With("data-evicting", "")
	}
	return svg.Of(entries, markup.El("g").Keyed("stack"))
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func withFrame(svg markup.Node, frame int) markup.Node {
	chip := markup.El("g", "data-frame", "first", "data-key", frame).Keyed("frame " + strconv.Itoa(frame)).Of(
		markup.El("rect", "width", 40, "height", 24))
	svg.Kids = []markup.Node{svg.Kids[0], svg.Kids[1].Of(chip)}
	return svg
}

func motion(state string) string {
	return "document.documentElement.dataset.motion = " + strconv.Quote(state) + ";"
}

// Only what is put in while motion is on arrives: never what is there already,
// whatever is switched and whatever state it comes to be in.
func TestArrive(t *testing.T) {
	p := open(t)
	first, second := cache([]int{1, 2}), cache([]int{3, 1, 2})
	for _, test := range []struct {
		name    string
		do      string
		arrives []string
	}{
		{"the first drawing", drawing(first), nil},
		{"the first drawing with motion on", motion("on") + drawing(first), nil},
		{"motion switched on", drawing(first) + ";" + motion("on"), nil},
		{"motion switched off and on", motion("on") + drawing(first) + ";" + motion("off") + "getComputedStyle(view()).color;" + motion("on"), nil},
		{"put in before motion is on", drawing(first) + ";" + drawing(second) + ";" + motion("on"), nil},
		{"an entry is put in", drawing(first) + ";" + motion("on") + drawing(second), []string{"3"}},
		{"a call is put in", drawing(first) + ";" + motion("on") + drawing(withFrame(first, 7)), []string{"7"}},
		{"an entry that stands is the new one", drawing(second) + ";" + motion("on") + drawing(cache([]int{2, 3, 1})), nil},
		{"fast", drawing(first) + ";" + motion("fast") + drawing(second), nil},
		{"off", drawing(first) + ";" + motion("off") + drawing(second), nil},
		{"fast, then on", drawing(first) + ";" + motion("fast") + drawing(second) + ";" + motion("on"), nil},
		{"written anew since others have changed the page", drawing(first) + ";" + motion("on") +
			`document.querySelector("[data-entry]").remove();` + drawing(second), nil},
	} {
		p.run("delete document.documentElement.dataset.motion;" + drawing())
		p.run(test.do)
		if got := eval[[]string](p, "arriving()"); !slices.Equal(got, test.arrives) {
			t.Errorf("%s: %q arrive, want %q", test.name, got, test.arrives)
		}
	}
}

// With prefers-reduced-motion nothing moves at all.
func TestReducedMotion(t *testing.T) {
	p := open(t)
	p.reducedMotion()
	p.run(drawing(cache([]int{1, 2})) + ";" + motion("on") + "getComputedStyle(view()).color;" + drawing(cache([]int{3, 1}, 2)))
	if n := eval[int](p, "document.getAnimations().length"); n > 0 {
		t.Errorf("%d things move", n)
	}
}

// What comes in the place of another waits until that one has left; and it leaves
// no trace in the markup that it arrived.
func TestArriveInTheOrderOfThings(t *testing.T) {
	p := open(t)
	p.run(drawing(cache([]int{1, 2})) + ";" + motion("on") + drawing(cache([]int{3, 1}, 2)))
	const delay = `document.getAnimations().find(a => a.effect.target.dataset.key === "3").effect.getComputedTiming().delay`
	if got := eval[float64](p, delay); got != 170 {
		t.Errorf("it waits %v ms, draw.css says 170", got)
	}
	p.shows(cache([]int{3, 1}, 2))
	if n := eval[int](p, `document.querySelectorAll('[data-key="3"][style]').length`); n > 0 {
		t.Error("what arrives has a style")
	}
	p.run("document.getAnimations().forEach(a => a.finish())")
	if n := eval[int](p, "document.getAnimations().length"); n > 0 {
		t.Errorf("%d animations stay", n)
	}
}
