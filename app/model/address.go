package model

import (
	"strconv"

	"playground/app/link"
	"playground/app/views"
)

// Address is the link to what is shown, and what makes a place of its own in the
// history: the script. All maxsizes that are typed in one go are one place.
func (m *Model) Address() (fragment, entry string) {
	v := m.Link()
	fragment, err := link.Encode(v, Opening())
	if err != nil || m.running || m.playing {
		return "", "" // too long for an address, or on its way
	}
	entry = scriptLink(v)
	if entry == m.typed {
		entry = "typed " + strconv.Itoa(m.session)
	}
	return fragment, entry
}

// scriptLink is the link to the script alone.
func scriptLink(v link.View) string {
	s, _ := link.Encode(link.View{Script: v.Script, Step: -1}, Opening())
	return s
}

// Kept is the script that was shown last, as a link, to be kept in the browser.
func (m *Model) Kept() string { return scriptLink(m.Link()) }

// Visit shows what an address says, and the opening script where it says nothing
// or what cannot be shown.
func (m *Model) Visit(fragment string, kept bool) Change {
	v, notices := link.Decode(fragment, Opening())
	if len(notices) > 0 {
		what := "Not all of this link could be read."
		if kept {
			what = "Not all of what was shown last could be read again."
		}
		notices = append([]string{what}, notices...)
	}
	return m.Show(v, notices)
}

// Share is the sheet with the links to what is shown.
func (m *Model) Share() views.Sheet {
	s := views.Sheet{Name: "share", Summary: m.Summary(), Link: m.address()}
	v := m.Link()
	v.Embed = true
	fragment, err := link.Encode(v, Opening())
	if err != nil {
		s.Problem = err.Error()
	}
	s.Embed = m.base + "#" + fragment
	return s
}

// address is the whole address of what is shown, as the page is usually shown.
func (m *Model) address() string {
	if m.recorded != nil {
		return m.base // a record is too long for a link
	}
	v := m.Link()
	v.Present, v.Embed, v.Show = false, false, 0
	fragment, _ := link.Encode(v, Opening()) // "" if it is too long for a link
	return m.base + "#" + fragment
}

// Summary says in a few words what is shown, for the text of a link.
func (m *Model) Summary() string {
	text := "lru_cache(maxsize=" + m.rec.Script.Size.String() + ")"
	if n := len(m.rec.Script.Statements); n > 0 {
		text = m.rec.Script.Statements[n-1].Of(m.rec.Program) + " with " + text
	}
	return text + ", step by step"
}
