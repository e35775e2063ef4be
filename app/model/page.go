package model

import (
	"playground/app/link"
	"playground/app/show"
	"playground/app/words"
	"strings"
)

// Base tells the address of the page, without what a link adds to it.
func (m *Model) Base(address string) { m.base = address }

// Touch notes that somebody has done something: from now on nobody has to be told
// how to begin.
func (m *Model) Touch() Change {
	if m.touched {
		return 0
	}
	m.touched = true
	return Layout
}

// Worksheet has a worksheet drawn, to be printed.
func (m *Model) Worksheet(yes bool) Change {
	m.paper = yes
	return dressed
}

// Dress is how the page is shown as a whole. Embedded, it shows the curve and the
// why unless the link says what it shows.
func (m *Model) Dress() show.Dress {
	parts := m.frame.Show
	if parts == 0 {
		parts = link.Curve | link.Why
	}
	return show.Dress{
		Embed: m.frame.Embed, Present: m.frame.Present, Paper: m.paper, Listed: m.Settings().List,
		Parts: strings.ReplaceAll(parts.String(), ",", " "),
	}
}

// Present shows the page for a room of people to read, or as usual again.
func (m *Model) Present(yes bool) Change {
	m.frame.Present = yes
	return dressed | Recording
}

// List shows the entries as a list, or not.
func (m *Model) List() Change {
	s := m.Settings()
	s.List = !s.List
	return m.Adjust(s)
}

// ShowRatio has the curve show hit ratios, or how often the body runs.
func (m *Model) ShowRatio(yes bool) Change {
	s := m.Settings()
	s.Ratio = yes
	return m.Adjust(s)
}

// Unfold unfolds one of the tables, or folds it. A folded one is not drawn.
func (m *Model) Unfold(table string, open bool) Change {
	if m.unfolded[table] == open {
		return 0
	}
	m.unfolded[table] = open
	return dressed
}

// Sentence tells what the step did.
func (m *Model) Sentence() string { return words.Plain(words.Status(m.rec, m.step)) }

// dressed is the change of something that the page shows as a whole.
const dressed = Layout | show.Dressed

// Link is what is shown, as an address says it. The cursor is left out at the
// end.
func (m *Model) Link() link.View {
	v := m.frame
	v.Script, v.Step = m.rec.Script, m.step
	if m.step == m.Steps() {
		v.Step = -1
	}
	return v
}

// CSV is empty: no table of this place can be saved.
func (m *Model) CSV(string) string { return "" }

// Picture is the one with that data-view, to be saved.
func (m *Model) Picture(view string) show.Picture {
	names := map[string]string{"cache": "The cache", "timeline": "The timeline", "calls": "The call tree", "curve": "Times the body runs, for every maxsize"}
	p := show.Picture{
		Legend:   words.Meanings(),
		Selector: `svg[data-view="` + view + `"]`,
		Title:    names[view],
		Footer:   "maxsize=" + m.rec.Script.Size.String() + ", " + m.Position().Said() + " · lru_cache playground",
	}
	if n := len(m.rec.Script.Statements); n > 0 {
		p.Title += ": " + m.rec.Script.Statements[n-1].Of(m.rec.Program)
	}
	if view == "timeline" {
		p.Selector = ".timeline svg"
	}
	return p
}
