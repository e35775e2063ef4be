package calls_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/calls/callstest"
	"playground/app/calls/keylog"
	"playground/lru"
)

// A log replayed as a record has the hits that its curve says, at every size, and
// however much of it is taken.
func TestLeaves(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		keys := make([]string, 1+rng.IntN(60))
		for i := range keys {
			keys[i] = strconv.Itoa(rng.IntN(1 + rng.IntN(30)))
		}
		in := callstest.Read(t, "k"+strings.Join(keys, "\nk"))
		log := &in.Logs[0]
		n := 1 + rng.IntN(len(keys)+5)
		some := log.Log
		some.Calls = some.Calls[:min(n, len(keys))]
		curve := keylog.CurveOf(some)
		for size := 1; size <= curve.Keys()+1; size++ {
			rec := log.Leaves(n, size)
			infos, err := calls.Replay{}.Run(rec)
			if err != nil {
				t.Fatal(err)
			}
			want := lru.CacheInfo{Hits: int64(curve.Hits(size)), Misses: int64(curve.Calls() - curve.Hits(size)), MaxSize: size, CurrSize: min(size, curve.Keys())}
			if infos[0] != want || len(rec.Keys) != curve.Keys() {
				t.Fatalf("%d of %q at maxsize %d: %v of %d keys, want %v of %d", n, keys, size, infos[0], len(rec.Keys), want, curve.Keys())
			}
		}
	}
}

// Calls read as Python would write them.
func TestLeavesRead(t *testing.T) {
	for text, want := range map[string]string{
		"user:1\n17\nit's\n007\n": `lookup('user:1') lookup(17) lookup("it's") lookup('007')`,
		"lru_cache log 1\nfunction get maxsize=128 typed=False\ncall get(1, k=2)\ncall get(1, k=2)\n": "get(1, k=2)",
	} {
		in := callstest.Read(t, text)
		rec := in.Logs[0].Leaves(10, 3)
		var got []string
		for k := range rec.Keys {
			got = append(got, rec.Call(k))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
		if d := rec.Functions[0].Decorator(); d != "@lru_cache(maxsize=3)" {
			t.Errorf("%q is decorated %s", text, d)
		}
	}
}
