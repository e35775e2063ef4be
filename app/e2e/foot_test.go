package e2e

import (
	"strings"
	"testing"
)

// The foot of the page says which version this is, and leads to the licences, also
// after the program has taken over; in an embedded view it is not there.
func TestFoot(t *testing.T) {
	t.Parallel()
	p := open(t)
	if got, want := p.query("#made-of").text(), "lru_cache playground "+version(t); !strings.Contains(got, want) {
		t.Errorf("it says %q, which is not %q", got, want)
	}
	licences := eval[string](p, `fetch(document.querySelector("#made-of a[href*=licences]").href).then(r => r.text())`)
	for _, want := range []string{"The Go Authors", "github.com/maxence-charriere/go-app/v9", "MIT License"} {
		if !strings.Contains(licences, want) {
			t.Errorf("the licences do not name %s: %.300s", want, licences)
		}
	}
	p = openAt(t, window{}, "#v=1&view=embed")
	if eval[bool](p, `document.getElementById("made-of").checkVisibility()`) {
		t.Error("the embedded view has a foot")
	}
}
