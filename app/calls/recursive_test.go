package calls_test

import (
	"strconv"
	"testing"

	"playground/app/calls"
	"playground/app/calls/keylog"
	"playground/lru"
)

func TestLooksRecursive(t *testing.T) {
	// A recursive function's log, as the recorder writes it: each call, then those
	// of its body.
	recursive := func(body func(call func(int), n int), n int, size int) keylog.Log {
		var b keylog.Builder
		var call func(int)
		f := lru.New(func(n int) int { body(call, n); return n }, lru.MaxSize(size))
		call = func(n int) {
			b.Add(strconv.AppendInt(nil, int64(n), 10))
			f.Call(n)
		}
		call(n)
		return b.Log()
	}
	fibonacci := func(call func(int), n int) {
		if n > 1 {
			call(n - 1)
			call(n - 2)
		}
	}
	var up keylog.Builder
	for i := range 100 {
		up.Add(strconv.AppendInt(nil, int64(i*i%89), 10))
	}
	for _, test := range []struct {
		name string
		log  keylog.Log
		want bool
	}{
		{"fibonacci", recursive(fibonacci, 30, 128), true},
		{"fibonacci in a small cache", recursive(fibonacci, 15, 2), true},
		{"factorial", recursive(func(call func(int), n int) {
			if n > 0 {
				call(n - 1)
			}
		}, 30, 128), true},
		{"too little to tell", recursive(fibonacci, 5, 128), false},
		{"numbers", up.Log(), false},
		{"sessions", keylog.Sessions(), false},
		{"nothing", keylog.Log{}, false},
	} {
		if got := (&calls.Logged{Log: test.log}).LooksRecursive(); got != test.want {
			t.Errorf("%s: %t", test.name, got)
		}
	}
}
