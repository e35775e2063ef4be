package main

import (
	"playground/app/link"
	"playground/app/model"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// What a visitor chose for the look of the page is kept in the browser.
const settingsKey = "settings"

// loadSettings takes what was chosen before. What cannot be read is as if never
// chosen.
func (p *page) loadSettings() model.Change {
	var s model.Settings
	attempt(func() { p.ctx.LocalStorage().Get(settingsKey, &s) })
	return p.model.Adjust(s)
}

func (p *page) keepSettings(change model.Change) model.Change {
	attempt(func() { p.ctx.LocalStorage().Set(settingsKey, p.model.Settings()) }) // a full or forbidden storage costs only the memory
	return change
}

// dress tells the style sheet, by attributes of the root element, how the page is
// shown: theme, motion, embedded, presented.
func (p *page) dress() {
	m := p.model
	s, v := m.Settings(), m.Link()
	set := func(el app.Value, name, value string) {
		if value == "" {
			el.Call("removeAttribute", name)
		} else {
			el.Call("setAttribute", name, value)
		}
	}
	root := app.Window().Get("document").Get("documentElement")
	set(root, "data-theme", s.Theme)
	set(root, "data-motion", p.motion())
	set(root, "data-embed", yes(v.Embed))
	set(root, "data-present", yes(v.Present))
	set(root, "data-paper", yes(m.OnPaper()))
	parts := v.Show
	if parts == 0 {
		parts = link.Curve | link.Why
	}
	set(root, "data-show", strings.ReplaceAll(parts.String(), ",", " "))
	if theme := app.Window().GetElementByID("theme"); theme.Truthy() {
		names := map[string]string{"": "as the system", "light": "light", "dark": "dark"}
		set(theme, "title", "Theme: "+names[s.Theme])
		set(theme, "data-theme-is", s.Theme)
	}
	if list := app.Window().GetElementByID("list"); list.Truthy() {
		list.Call("setAttribute", "aria-expanded", m.Listed())
	}
	if present := app.Window().GetElementByID("present"); present.Truthy() {
		present.Call("setAttribute", "aria-pressed", v.Present)
	}
}

// motion says how things move. Until the visitor has done something, nothing
// does; and where more than three steps a second are played, what would move
// between two of them does not.
func (p *page) motion() string {
	switch {
	case p.model.Settings().Still:
		return "off"
	case p.model.Rate() > 3:
		return "fast"
	case p.awake:
		return "on"
	}
	return ""
}

// stir lets things move from the first press of a key or a button on.
func (p *page) stir() {
	if !p.awake {
		p.awake = true
		p.did(p.model.Touch())
	}
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}
