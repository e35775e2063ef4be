package main

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// attempt does what a browser may refuse with an exception (storage, history,
// the clipboard), and reports whether it was done.
func attempt(do func()) (done bool) {
	defer func() { done = recover() == nil }()
	do()
	return
}

// breathe lets the browser do what is waiting to be done. Sleeping for a moment
// would not: on a slow machine the moment has passed before anybody sleeps.
func breathe() {
	rested := make(chan struct{})
	later("setTimeout", func() { close(rested) })
	<-rested
}

// nextFrame calls do before the browser paints the next time.
func nextFrame(do func()) { later("requestAnimationFrame", do) }

// later hands do to one of the browser's functions that call back once.
func later(how string, do func(), args ...any) app.Value {
	var f app.Func
	f = app.FuncOf(func(app.Value, []app.Value) any {
		f.Release()
		do()
		return nil
	})
	return app.Window().Call(how, append([]any{f}, args...)...)
}

// A timer waits for a moment in which nothing more comes.
type timer struct{ count int }

// after does something after d, unless after is called again before.
func (t *timer) after(d time.Duration, do func()) {
	t.count++
	mine := t.count
	later("setTimeout", func() {
		if mine == t.count {
			do()
		}
	}, int(d.Milliseconds()))
}
