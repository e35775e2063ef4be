package lru

import (
	"bytes"
	"runtime"
	"strconv"
)

// goroutine returns a number that no other goroutine has, or 0 if the runtime does
// not tell. Go means to have no such function, since code should not depend on the
// goroutine that it runs in; this is only to tell a goroutine that it would wait for
// itself, instead of letting it.
//
// The number is in the trace of the stack. To print all of that would take the
// longer the deeper the stack is; but a new goroutine has next to none, and its
// trace ends with the number of the one that has started it.
func goroutine() uint64 {
	var buf [1024]byte
	length := make(chan int)
	go func() { length <- runtime.Stack(buf[:], false) }()
	trace := buf[:<-length]
	_, number, _ := bytes.Cut(trace, []byte("\ncreated by "))
	_, number, _ = bytes.Cut(number, []byte(" in goroutine "))
	number, _, _ = bytes.Cut(number, []byte("\n"))
	n, _ := strconv.ParseUint(string(number), 10, 64)
	return n
}
