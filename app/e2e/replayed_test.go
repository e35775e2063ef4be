package e2e

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"playground/app/calls/callstest"
)

// Functions of the kind that people memoize, recorded by the real Python, are opened
// on the page, and the slider and the fields are set to every size at which CPython's
// own lru_cache was asked: for every cache the page says the very CacheInfo.
// PY_FUNCTIONS names another folder of functions.
//
// Several pages share the work, so that as many processors do.
func TestFunctionReplayed(t *testing.T) {
	t.Parallel()
	functions := callstest.Functions(t, "../calls/testdata/functions", 22)
	const pages = 4
	for first := range pages {
		t.Run(strconv.Itoa(first), func(t *testing.T) {
			t.Parallel()
			p := openFunction(t, laptop)
			for i := first; i < len(functions); i += pages {
				p.replays(functions[i])
			}
		})
	}
}

// replays opens the record of a function and compares it at every size.
func (p *page) replays(f callstest.Function) {
	t := p.t
	t.Helper()
	began, compared := time.Now(), 0
	record := f.Record(t)
	rec := callstest.Read(t, record).Record
	p.file(strings.TrimSuffix(f.Name, ".py")+".txt", record)
	p.waitFound(strings.TrimSuffix(f.Name, ".py") + ".txt: ")
	for _, size := range f.Sizes() {
		if len(size.Infos) != len(rec.Functions) {
			t.Fatalf("%s has %d caches, CPython %d", f.Name, len(rec.Functions), len(size.Infos))
		}
		if size.Text != "" {
			p.chooseDecorated(0)
			p.setSize(size.Text)
		}
		for i, want := range size.Infos {
			p.chooseDecorated(i)
			if !p.waits(func() bool { return p.info() == want[1] }) {
				t.Errorf("%s at maxsize %q: the page says of %s %s, CPython %s", f.Name, size.Text, want[0], p.info(), want[1])
			}
			compared++
		}
	}
	t.Logf("%s: %d comparisons, %.1f s, Python's time included", f.Name, compared, time.Since(began).Seconds())
}

// chooseDecorated looks at one of several decorated functions.
func (p *page) chooseDecorated(function int) {
	p.t.Helper()
	p.eval(`{
		const radio = document.querySelector('[data-do=decorated][value="` + strconv.Itoa(function) + `"]');
		if (radio && !radio.checked) radio.click();
	}`)
}

// setSize sets a maxsize by the box for None, by the slider where it reaches as far,
// and by the field where it does not.
func (p *page) setSize(size string) {
	p.t.Helper()
	p.eval(`{
		const none = document.querySelector("#maxsize-none"), slider = document.querySelector("#maxsize"), field = document.querySelector("#maxsize-value");
		const set = (e, value) => { e.value = value; e.dispatchEvent(new Event("input", {bubbles: true})); };
		const size = "` + size + `";
		if (none.checked !== (size === "None")) none.click();
		if (size !== "None") set(+size <= +slider.max ? slider : field, size);
	}`)
}
