package e2e

import (
	"context"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// press presses and releases keys, one after the other. A key is what it types
// ("a", "?", "Enter") or its name (kb.ArrowLeft).
func (p *page) press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		for _, r := range key {
			p.key(r, 0)
		}
	}
}

// pressShift does so with the shift key held.
func (p *page) pressShift(key string) {
	p.t.Helper()
	for _, r := range key {
		p.key(r, input.ModifierShift)
	}
}

func (p *page) key(r rune, held input.Modifier) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		for _, event := range kb.Encode(r) {
			event.Modifiers |= held
			if err := event.Do(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// fill replaces what stands in a field by what is typed.
func (e element) fill(text string) {
	e.p.t.Helper()
	e.click()
	e.p.do(func(ctx context.Context) error {
		if err := input.DispatchKeyEvent(input.KeyDown).WithKey("a").WithCode("KeyA").WithModifiers(input.ModifierCtrl).
			WithWindowsVirtualKeyCode('A').WithCommands([]string{"selectAll"}).Do(ctx); err != nil {
			return err
		}
		return input.DispatchKeyEvent(input.KeyUp).WithKey("a").WithCode("KeyA").WithWindowsVirtualKeyCode('A').Do(ctx)
	})
	e.p.press(kb.Backspace)
	e.p.press(text)
}

// paste replaces what stands in a field at once, with nothing in between.
func (e element) paste(text string) {
	e.p.t.Helper()
	e.fill("")
	e.p.do(input.InsertText(text).Do)
}

// focus puts the focus on the element, as a script does.
func (e element) focus() element {
	e.p.t.Helper()
	on[any](e, `function() { this.focus() }`)
	return e
}
