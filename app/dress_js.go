package main

import (
	"strconv"

	"playground/app/dom"
	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// What a visitor chose for the look of the page is kept in the browser.
const settingsKey = "settings"

// loadSettings takes what was chosen before. What cannot be read is as if never
// chosen.
func (p *page) loadSettings() show.Change {
	var text string
	dom.Attempt(func() { p.ctx.LocalStorage().Get(settingsKey, &text) })
	p.kept = show.ReadSettings(text)
	return p.base.Adjust(p.kept)
}

// keepSettings keeps them where a control has changed them. A full or forbidden
// storage costs only the memory.
func (p *page) keepSettings() {
	if s := p.base.Settings(); s != p.kept {
		p.kept = s
		dom.Attempt(func() { p.ctx.LocalStorage().Set(settingsKey, s.String()) })
	}
}

// dress tells the style sheet, by attributes of the root element, how the page is
// shown: theme, motion, embedded, presented.
func (p *page) dress() {
	root := app.Window().Get("document").Get("documentElement")
	s := p.base.Settings()
	set(root, "data-theme", s.Theme)
	set(root, "data-motion", p.motion())
	names := map[string]string{"": "as the system", "light": "light", "dark": "dark"}
	setByID("theme", "title", "Theme: "+names[s.Theme])
	setByID("theme", "data-theme-is", s.Theme)
	d, yes := p.place.Dress(), map[bool]string{true: "true"}
	set(root, "data-embed", yes[d.Embed])
	set(root, "data-present", yes[d.Present])
	set(root, "data-paper", yes[d.Paper])
	set(root, "data-show", d.Parts)
	setByID("list", "aria-expanded", strconv.FormatBool(d.Listed))
	setByID("present", "aria-pressed", strconv.FormatBool(d.Present))
}

func set(el app.Value, name, value string) {
	if value == "" {
		el.Call("removeAttribute", name)
	} else {
		el.Call("setAttribute", name, value)
	}
}

func setByID(id, name, value string) {
	if el := app.Window().GetElementByID(id); el.Truthy() {
		set(el, name, value)
	}
}

// motion says how things move. Until the visitor has done something, nothing
// does; and where more than three steps a second are played, what would move
// between two of them does not.
func (p *page) motion() string {
	switch {
	case p.base.Settings().Still:
		return "off"
	case p.place.Motion() > 3:
		return "fast"
	case p.awake:
		return "on"
	}
	return ""
}

// stir lets things move from the first press of a key or a button on.
func (p *page) stir() {
	if p.awake {
		return
	}
	p.awake = true
	p.dress()
	if p.model != nil {
		p.did(p.model.Touch())
	}
}
