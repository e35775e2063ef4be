package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// Pictures of the page as it is, for the README: they are kept with
//
//	go test ./app/e2e -run Pictures -pictures DIR
//
// and nothing is to be tested about them otherwise.
func TestPictures(t *testing.T) {
	t.Parallel()
	if *picturesDir == "" {
		t.Skip("for -pictures only")
	}
	pictures := []struct {
		name string
		w    window
		at   string
	}{
		{"thrash-light", laptop, "#v=1"},
		{"calm-dark", window{width: 1366, height: 768, dark: true}, "#v=1&max=3"},
		{"tiles-light", laptop, "#v=1&max=128&run=100"},
		{"preview", window{width: 1200, height: 630}, "#v=1"}, // for links to the site
		{"phone", window{width: 360, height: 740, touch: true}, "#v=1&step=139"},
	}
	for _, pic := range pictures {
		t.Run(pic.name, func(t *testing.T) {
			p := openAt(t, pic.w, pic.at)
			p.wait("the whole curve", func() bool { n := len(p.points()); return n > 12 && n == p.sizes()+1 })
			p.settled()
			if err := os.MkdirAll(*picturesDir, 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(*picturesDir, pic.name+".png"), p.picture(), 0o666); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// sizes is the largest maxsize of the slider.
func (p *page) sizes() int {
	p.t.Helper()
	return on[int](p.find("slider", "maxsize"), `function() { return +this.max }`)
}
