package e2e

import (
	"strings"
	"testing"
)

// opening is the line of the page as it opens.
const opening = "CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)"

// A shared link shows the very same view to somebody else.
func TestShare(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.choose("factorial")
	p.startOver("4")
	p.call("n", "6")
	p.waitInfo("CacheInfo(hits=0, misses=7, maxsize=4, currsize=4)")
	p.call("n", "8")
	p.waitInfo("CacheInfo(hits=1, misses=9, maxsize=4, currsize=4)")
	p.stepBy("Step back", p.steps()-1)
	p.stepBy("Step back", p.steps()-2)
	steps := p.steps()

	p.clickButton("Share")
	sheet := p.find("dialog", "Share this very view")
	address := sheet.find("textbox", "Link").value()
	if !strings.HasPrefix(address, site+"/#v=1") || len(address) > 200 {
		t.Fatalf("the link is %q", address)
	}
	for _, name := range []string{"Markdown", "Embed"} {
		if got := sheet.find("textbox", name).value(); !strings.Contains(got, "#v=1") {
			t.Errorf("%s is %q", name, got)
		}
	}

	sheet.find("button", "Close").click()
	p.find("log", "Console")

	other := openAt(t, window{}, strings.TrimPrefix(address, site+"/"))
	other.waitStep(steps - 2)
	if got, want := other.state(), p.state(); got != want {
		t.Errorf("the link shows another state: %s", difference(got, want))
	}
	if got, want := other.console(), p.console(); got != want {
		t.Errorf("the link's console says %q, and it was %q", got, want)
	}
}

func TestCopyTheLink(t *testing.T) {
	p := openAt(t, window{}, "#v=1&max=3")
	p.allowClipboard()
	p.clickButton("Share")
	sheet := p.find("dialog", "Share this very view")
	want := sheet.find("textbox", "Link").value()
	sheet.find("button", "Copy Link").click()
	waitFor(p, "the clipboard", want, func() string { return eval[string](p, `navigator.clipboard.readText()`) })
}

func (p *page) hash() string { p.t.Helper(); return eval[string](p, `location.hash`) }

// A new script is a new place in the history; a moved cursor is not.
func TestAddressBar(t *testing.T) {
	t.Parallel()
	p := open(t)
	length := func() int { return eval[int](p, `history.length`) }
	before := length()
	p.find("slider", "maxsize").slide(3)
	waitFor(p, "address", "#v=1&max=3", p.hash)
	for range 5 {
		p.clickButton("Step back")
	}
	waitFor(p, "address", "#v=1&max=3&step=25", p.hash)
	if got := length() - before; got != 1 {
		t.Errorf("a new maxsize and five steps made %d places in the history", got)
	}

	// Dragging through many sizes is one change.
	p.find("slider", "maxsize").slide(9)
	waitFor(p, "address", "#v=1&max=9&step=25", p.hash)
	if got := length() - before; got != 2 {
		t.Errorf("dragging the slider made %d places in the history", got-1)
	}
}

func TestBackAndForward(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, size := range []int{3, 5} {
		p.find("slider", "maxsize").slide(size)
		waitFor(p, "address", "#v=1&max="+string(rune('0'+size)), p.hash)
	}
	for _, move := range []struct{ way, maxsize string }{{"back", "3"}, {"back", "2"}, {"forward", "3"}, {"forward", "5"}} {
		eval[any](p, "history."+move.way+"()")
		waitFor(p, "maxsize after going "+move.way, move.maxsize, func() string { return p.counter("maxsize") })
		if got := p.find("slider", "maxsize").value(); got != move.maxsize {
			t.Errorf("after going %s the slider stands at %s", move.way, got)
		}
	}
}

// What can be read of a link is shown, and what cannot be is said.
func TestBadLinks(t *testing.T) {
	t.Parallel()
	const at3 = "CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)"
	links := map[string]struct{ fragment, info, says string }{
		"garbage":          {"#hello", opening, "hello"},
		"no version":       {"#max=3", opening, "v=1"},
		"newer":            {"#v=3&max=3", opening, "newer version"},
		"unknown function": {"#v=1&max=3&f=ackermann", at3, "ackermann"},
		"huge argument":    {"#v=1&run=999999999", "CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)", "999999999"},
		"too many times":   {"#v=1&run=5x1000000", "CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)", "5x1000000"},
		"bad maxsize":      {"#v=1&max=-3", opening, "max"},
		"twice":            {"#v=1&max=3&max=4", at3, "twice"},
		"unknown word":     {"#v=1&max=3&colour=blue", at3, "colour"},
		"bad escape":       {"#v=1&max=3&f=%zz", at3, "zz"},
		"script":           {"#v=1&f=<img src=x onerror=alert(1)>", opening, "img"},
		"oversized":        {"#v=1&run=" + strings.Repeat("5,", 5000) + "5", opening, "longer than"},
	}
	p := newPage(t, site, window{})
	for name, link := range links {
		p.leave()
		p.visit("/" + link.fragment)
		if !p.waits(func() bool { return p.info() == link.info }) {
			t.Errorf("%s: the page shows %s, want %s", name, p.info(), link.info)
		}
		notice := p.query("#notices .notice")
		if !p.waits(func() bool {
			return strings.Contains(notice.text(), "Not all of this link could be read.") && strings.Contains(notice.text(), link.says) && p.visible("#notices .notice")
		}) {
			t.Errorf("%s: the page says %q, without %q", name, notice.text(), link.says)
		}
		if eval[bool](p, `!!document.querySelector("img")`) {
			t.Errorf("%s: the link has brought an element onto the page", name)
		}
	}
	p.clickButton("Dismiss")
	p.wait("the message is gone", func() bool { return !p.visible("#notices .notice") })
}

// So it is with an address that is typed into the open page.
func TestTypedAddress(t *testing.T) {
	t.Parallel()
	p := open(t)
	eval[any](p, `location.hash = "v=1&max=3"`)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	eval[any](p, `location.hash = "nonsense"`)
	p.waitInfo(opening)
	p.wait("a message", func() bool { return strings.Contains(p.query("#notices .notice").text(), "could be read") })
	eval[any](p, `location.hash = "v=1&max=%zz"`)
	eval[any](p, `location.hash = "v=1&max=5"`)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=5, currsize=5)")
}

// Whoever comes back finds what they left; a link beats that.
func TestLastScript(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.find("slider", "maxsize").slide(3)
	waitFor(p, "address", "#v=1&max=3", p.hash)
	p.call("n", "12")
	waitFor(p, "address", "#v=1&max=3&run=10,12", p.hash)
	info := p.info()
	p.leave()
	p.visit("/")
	p.waitInfo(info)
	p.leave()
	p.visit("/#v=1&max=5")
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=5, currsize=5)")
}
