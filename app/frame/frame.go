// Package frame writes the pages of the site as their HTML has them: what stands
// where, with every heading, and in each view what it shows when the page opens.
//
// The HTML that the browser is sent is the page: the program takes it over as it
// stands, and from then on changes only what differs. So a frame is written once,
// at build time, and needs no browser; the program for the browser does not
// contain this package.
package frame

import (
	"playground/app/markup"
	"playground/app/show"
)

// A Page is one page of the site.
type Page struct {
	Folder      string // "" for the one at the top, else its name with a slash
	Program     string // the name of its program, which is a build tag too
	Title       string
	Description string
	Body        markup.Node
}

// Pages are all pages of the site, in the order of their links in the header. python is
// the version of Python that the site brings along, "" for none.
func Pages(python string) []Page {
	return []Page{playground(python), trials(), own(python), log()}
}

// places are what the header leads to.
var places = []struct{ name, folder, glyph, label string }{
	{"playground", "", "▦", "Playground"},
	{"experiments", "experiments/", "?", "Experiments"},
	{"function", "function/", "ƒ", "Your function"},
	{"keys", "keys/", "≡", "Your keys"},
}

// A frame is a page in the making.
type frame struct {
	place  show.Place
	python string // its version, or ""
}

// page puts around what a place shows what all of them have.
func (f frame) page(name string, main markup.Node) markup.Node {
	return markup.El("div", "id", "page", "data-place", name).Of(
		header(name),
		f.view("notices"),
		main,
		f.view("way-out", "role", "navigation", "aria-label", "Out of the frame"),
		f.view("worksheet"),
		markup.El("div", "class", "hidden").Of(f.view("status", "role", "status")),
		markup.El("dialog", "id", "sheet", "aria-labelledby", "sheet-heading").Of(f.view("sheet-view")),
	)
}

// view is the element that a view draws into, with what it draws; nothing where the
// place has no such view.
func (f frame) view(id string, attrs ...any) markup.Node {
	for _, v := range f.place.Views() {
		if v.ID == id {
			return element(id, v.Prerendered(), attrs...)
		}
	}
	return markup.Text("")
}

func element(id string, shows markup.Node, attrs ...any) markup.Node {
	return markup.El("div", append([]any{"id", id, "class", "view"}, attrs...)...).Of(shows)
}

// header is the same in every place, but for which one is the current.
func header(place string) markup.Node {
	root := "../"
	if place == places[0].name {
		root = "./"
	}
	nav := markup.El("nav", "id", "places", "aria-label", "Places")
	for _, p := range places {
		a := markup.El("a", "data-glyph", p.glyph)
		if p.name == place {
			a = a.With("href", "./", "aria-current", "page")
		} else {
			a = a.With("href", root+p.folder)
		}
		nav = nav.Of(a.Say(p.label))
	}
	logo := markup.El("svg", "id", "logo", "viewBox", "0 0 28 28", "aria-hidden", "true")
	for _, corner := range [][2]int{{1, 9}, {8, 6}, {15, 3}} {
		logo = logo.Of(markup.El("rect", "x", corner[0], "y", corner[1], "width", 12, "height", 16, "rx", 3))
	}
	return markup.El("header", "id", "top").Of(
		logo,
		markup.El("h1", "translate", "no").Say("@lru_cache playground"),
		nav,
		markup.El("div", "class", "actions").Of(
			button("install", "Install", "id", "install", "hidden", ""),
			button("present", "Present", "id", "present"),
			button("share", "Share"),
			button("keys", "?", "aria-label", "Keyboard shortcuts", "title", "Keyboard shortcuts"),
			button("theme", "", "id", "theme", "aria-label", "Theme"),
		),
	)
}

func column(name string, parts ...markup.Node) markup.Node {
	return markup.El("div", "class", "column", "data-column", name).Of(parts...)
}

// panel is a part of the page with its heading; aside stands at the heading's
// right.
func panel(id, heading string, aside markup.Node, body ...markup.Node) markup.Node {
	head := markup.El("header", "class", "head").Of(markup.El("h2", "id", id+"-heading").Say(heading), aside)
	return markup.El("section", "id", id, "class", "panel", "aria-labelledby", id+"-heading").Of(head).Of(body...)
}

// box is a part of the page without a heading of its own.
func box(id, name string, body ...markup.Node) markup.Node {
	return markup.El("section", "id", id, "class", "panel", "aria-label", name).Of(body...)
}

// table is what a picture shows, as a table to be unfolded.
func (f frame) table(id, title string) markup.Node {
	name := title + " as a table"
	return markup.El("details", "id", id+"-fold", "class", "fold", "data-table", id).Of(
		markup.El("summary", "aria-label", name).Say("as a table"),
		f.view(id, "tabindex", 0, "role", "group", "aria-label", name), // it scrolls, and so must the keyboard
	)
}

// save is a menu that saves a picture; view is its data-view.
func save(view, name string) markup.Node {
	as := func(format string) markup.Node {
		return button("save", format, "data-view", view, "data-format", format, "data-name", name, "aria-label", "Save "+name+" as "+format)
	}
	return markup.El("details", "class", "save").Of(
		markup.El("summary", "aria-label", "Save "+name).Say("Save"),
		markup.El("span").Of(as("SVG"), as("PNG")),
	)
}

// button is a button that does something when it is pressed.
func button(do, label string, attrs ...any) markup.Node {
	return markup.El("button", append([]any{"type", "button", "data-do", do}, attrs...)...).Say(label)
}

// nothing stands where a panel has nothing beside its heading.
func nothing() markup.Node { return markup.El("span") }
