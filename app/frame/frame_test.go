package frame

import (
	"strings"
	"testing"

	"playground/app/experiments"
	"playground/app/function"
	"playground/app/keys"
	"playground/app/markup"
	"playground/app/model"
	"playground/app/programs"
	"playground/app/show"
)

// Every view of a place has its element on the page, once, and no two elements of
// a page have the same id.
func TestEveryViewHasItsPlace(t *testing.T) {
	for folder, place := range map[string]show.Place{
		"":             model.New(programs.All()),
		"experiments/": experiments.New(nil),
		"function/":    function.New(),
		"keys/":        keys.New(),
	} {
		ids := map[string]int{}
		for _, p := range Pages("3.14.2") {
			if p.Folder == folder {
				count(p.Body, ids)
			}
		}
		if len(ids) == 0 {
			t.Fatalf("no page %q", folder)
		}
		for _, v := range place.Views() {
			if ids[v.ID] != 1 {
				t.Errorf("%s: %d elements for the view %s", folder, ids[v.ID], v.ID)
			}
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: %d elements have the id %s", folder, n, id)
			}
		}
	}
}

// count counts ids. Of a picture there are two, for two widths, of which one is
// shown.
func count(n markup.Node, ids map[string]int) {
	if n.Attr("data-shell") == "narrow" {
		return
	}
	if id := n.Attr("id"); id != "" {
		ids[id]++
	}
	for _, k := range n.Kids {
		count(k, ids)
	}
}

func TestPages(t *testing.T) {
	for _, p := range Pages("") {
		html := p.Body.Markup()
		if p.Title == "" || p.Description == "" || !strings.Contains(html, `aria-current="page"`) {
			t.Errorf("%q is incomplete", p.Folder)
		}
	}
}
