package dom

import (
	"syscall/js"
	"time"
)

// Breathe lets the browser do what is waiting to be done; it is to be called in a
// goroutine. Sleeping for a moment would not do: on a slow machine the moment has
// passed before anybody sleeps.
func Breathe() {
	rested := make(chan struct{})
	later("setTimeout", func() { close(rested) })
	<-rested
}

// NextFrame calls do before the browser paints the next time.
func NextFrame(do func()) { later("requestAnimationFrame", do) }

// A Rest is what is still to be drawn. The zero Rest is nothing.
type Rest struct{ asked, noted bool }

// Asked reports whether the frame is still to come.
func (r *Rest) Asked() bool { return r.asked }

// AfterFrame calls do once the browser has painted the next time, if there is a
// rest. The page says so meanwhile, for tests, by an attribute of its root.
func (r *Rest) AfterFrame(is bool, do func()) {
	if is && !r.asked {
		r.asked = true
		NextFrame(func() {
			later("setTimeout", func() { r.asked = false; do() })
		})
	}
	if r.noted != is {
		r.noted = is
		document().Get("documentElement").Call("toggleAttribute", "data-drawing", is)
	}
}

// A Timer waits for a moment in which nothing more comes. The zero Timer is ready to
// use.
type Timer struct{ count int }

// After does something after d, unless After is called again before.
func (t *Timer) After(d time.Duration, do func()) {
	t.count++
	mine := t.count
	later("setTimeout", func() {
		if mine == t.count {
			do()
		}
	}, int(d.Milliseconds()))
}

// later hands do to one of the browser's functions that call back once.
func later(how string, do func(), args ...any) {
	var f js.Func
	f = js.FuncOf(func(js.Value, []js.Value) any {
		f.Release()
		do()
		return nil
	})
	js.Global().Call(how, append([]any{f}, args...)...)
}
