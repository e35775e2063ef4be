//go:build js

// Package rand stands in for crypto/rand in the program for the browser, see
// package slim. go-app gives its store of states a random UUID. The bytes come
// from where those of crypto/rand come from in a browser; what is left out is
// the generator that the standard library puts on top.
package rand

import (
	"io"
	"syscall/js"
)

var Reader io.Reader = browser{}

type browser struct{}

func (browser) Read(b []byte) (int, error) {
	bytes := js.Global().Get("Uint8Array").New(len(b))
	js.Global().Get("crypto").Call("getRandomValues", bytes)
	return js.CopyBytesToGo(b, bytes), nil
}
