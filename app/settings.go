package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// settings are what a visitor chose for the look of the page. They are kept in
// the browser and stand as data attributes on the root element, for style.css.
type settings struct {
	Theme string // "light", "dark", or "" for what the system has
	Still bool   // nothing moves
	awake bool   // the visitor has done something: until then nothing moves
	fast  bool   // steps follow so fast that transitions would blur them
}

const settingsKey = "settings"

func (s *settings) load(ctx app.Context) {
	ctx.LocalStorage().Get(settingsKey, s) // what cannot be read is as if never chosen
	s.apply()
}

func (s *settings) save(ctx app.Context) {
	ctx.LocalStorage().Set(settingsKey, s) // a full or forbidden storage costs only the memory
	s.apply()
}

// apply tells the style sheet.
func (s *settings) apply() {
	root := app.Window().Get("document").Get("documentElement")
	if !root.Truthy() {
		return
	}
	set := func(name, value string) {
		if value == "" {
			root.Call("removeAttribute", name)
		} else {
			root.Call("setAttribute", name, value)
		}
	}
	set("data-theme", s.Theme)
	switch {
	case s.Still:
		set("data-motion", "off")
	case s.fast:
		set("data-motion", "fast")
	case s.awake:
		set("data-motion", "on")
	}
}

// wake lets things move from the first press of a key or a button on.
func (s *settings) wake() {
	if !s.awake {
		s.awake = true
		s.apply()
	}
}

// pace tells how many steps a second are played, 0 for none: with more than
// three, what would move between two steps does not.
func (s *settings) pace(stepsASecond float64) {
	s.fast = stepsASecond > 3
	s.apply()
}

func (p *page) onTheme(ctx app.Context, _ app.Event) {
	p.settings.Theme = map[string]string{"": "light", "light": "dark", "dark": ""}[p.settings.Theme]
	p.settings.save(ctx)
}

func (p *page) onMotion(ctx app.Context, _ app.Event) {
	p.settings.Still = !ctx.JSSrc().Get("checked").Bool()
	p.settings.save(ctx)
}

func (s *settings) themeName() string {
	if s.Theme == "" {
		return "as the system"
	}
	return s.Theme
}

func (s *settings) themeGlyph() string {
	return map[string]string{"": "◐", "light": "○", "dark": "●"}[s.Theme]
}
