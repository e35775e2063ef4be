package model

import (
	"playground/app/link"
	"playground/app/views"
	"playground/app/words"
)

// Settings are what a visitor chose for the look of the page, to be kept in the
// browser.
type Settings struct {
	Theme string // "light", "dark", or "" for what the system has
	Still bool   // nothing moves
	Told  bool   // the tip was put away
}

// Settings are those of the visitor.
func (m *Model) Settings() Settings { return m.settings }

// Adjust takes settings that were chosen before.
func (m *Model) Adjust(s Settings) Change {
	m.settings = s
	return Layout
}

// NextTheme goes from the system's theme to light, to dark, and back.
func (m *Model) NextTheme() Change {
	next := map[string]string{"": "light", "light": "dark", "dark": ""}
	m.settings.Theme = next[m.settings.Theme]
	return Layout
}

// Move lets things move, or not.
func (m *Model) Move(yes bool) Change {
	m.settings.Still = !yes
	return Layout
}

// Touch notes that somebody has done something: from now on nobody has to be told
// how to begin.
func (m *Model) Touch() Change {
	if m.touched {
		return 0
	}
	m.touched = true
	return Layout
}

// PutAwayTip puts away the line that tells of the four meanings.
func (m *Model) PutAwayTip() Change {
	m.settings.Told = true
	return Layout
}

// Base tells the address of the page, without what a link adds to it.
func (m *Model) Base(address string) { m.base = address }

// Worksheet has a worksheet drawn, to be printed.
func (m *Model) Worksheet(yes bool) Change {
	m.paper = yes
	return Layout
}

// OnPaper reports whether a worksheet is to be printed.
func (m *Model) OnPaper() bool { return m.paper }

// HideNext hides what lies behind the cursor, or shows it again.
func (m *Model) HideNext(yes bool) Change {
	m.frame.HideNext = yes
	return Layout | Cursor
}

// Present shows the page for a room of people to read, or as usual again.
func (m *Model) Present(yes bool) Change {
	m.frame.Present = yes
	return Layout | Recording
}

// List shows the entries as a list, or not.
func (m *Model) List() Change {
	m.listed = !m.listed
	return Layout
}

// Listed reports whether the entries are shown as a list.
func (m *Model) Listed() bool { return m.listed }

// ShowRatio has the curve show hit ratios, or how often the body runs.
func (m *Model) ShowRatio(yes bool) Change {
	m.ratio = yes
	return Curve
}

// Unfold unfolds one of the tables, or folds it. A folded one is not drawn.
func (m *Model) Unfold(table string, open bool) Change {
	if m.unfolded[table] == open {
		return 0
	}
	m.unfolded[table] = open
	return Layout
}

// Notice says something above the page, until it is put away.
func (m *Model) Notice(sentence string) Change {
	m.notices = append(m.notices, sentence)
	return Notices
}

// NewVersion says that a new version of the page is ready.
func (m *Model) NewVersion() Change {
	m.newVersion = true
	return Notices
}

// Dismiss puts the notices away.
func (m *Model) Dismiss() Change {
	m.notices, m.newVersion = nil, false
	return Notices
}

// Say has a sentence read out.
func (m *Model) Say(sentence string) Change {
	if sentence == m.said {
		return 0
	}
	m.said = sentence
	return Said
}

// SayStatus has the sentence read out that tells what the step did.
func (m *Model) SayStatus() Change { return m.Say(words.Plain(words.Status(m.rec, m.step))) }

// Copied notes what was copied to the clipboard last, for its button to say so.
func (m *Model) Copied(what string) Change {
	m.copied = what
	return Layout | Sheet
}

// Open shows a sheet over the page.
func (m *Model) Open(s views.Sheet) Change {
	m.sheet, m.copied = s, ""
	return Sheet
}

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

// Summary says in a few words what is shown, for the text of a link.
func (m *Model) Summary() string {
	text := "lru_cache(maxsize=" + m.rec.Script.Size.String() + ")"
	if n := len(m.rec.Script.Statements); n > 0 {
		text = m.rec.Script.Statements[n-1].Python(m.rec.Program.Name) + " with " + text
	}
	return text + ", step by step"
}

// A Picture is what stands around a picture that is saved.
type Picture struct{ Selector, Title, Footer string }

// Picture is the one with that data-view.
func (m *Model) Picture(view string) Picture {
	names := map[string]string{"cache": "The cache", "timeline": "The timeline", "calls": "The call tree", "curve": "Times the body runs, for every maxsize"}
	p := Picture{
		Selector: `svg[data-view="` + view + `"]`,
		Title:    names[view],
		Footer:   "maxsize=" + m.rec.Script.Size.String() + ", step " + words.Count(m.step) + " of " + words.Count(m.Steps()) + " · lru_cache playground",
	}
	if n := len(m.rec.Script.Statements); n > 0 {
		p.Title += ": " + m.rec.Script.Statements[n-1].Python(m.rec.Program.Name)
	}
	if view == "timeline" {
		p.Selector = ".timeline svg"
	}
	return p
}
