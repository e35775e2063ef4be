package calls_test

import (
	"errors"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/calls/callstest"
	"playground/lru"
)

func TestReplay(t *testing.T) {
	none := lru.Unbounded()
	size := lru.MaxSize
	for _, test := range []struct {
		name, lines string
		sizes       []lru.Option // nil for that of the decorators
		want        string
	}{
		{"as decorated", `
function f maxsize=1 typed=False
key 0 f(0)
call 0
body 0 returns 0
key 1 f(1)
call 1
body 1 returns 1
call 0
call 0
`, nil, "CacheInfo(hits=1, misses=3, maxsize=1, currsize=1)"},
		{"what raises is not stored, and whoever asks for it goes on", `
function f maxsize=9 typed=False
key 0 f(0)
call 0
key 1 f(1)
body 1 raises ValueError: no
body 1 raises ValueError: no
body 0 asks 1 1 returns 0
call 0
call 1
body 1 raises ValueError: no
`, nil, "CacheInfo(hits=1, misses=4, maxsize=9, currsize=1)"},
		{"what was not finished is as if it raised", `
function f maxsize=9 typed=False
key 0 f(0)
call 0
call 0
`, nil, "CacheInfo(hits=0, misses=2, maxsize=9, currsize=0)"},
		{"cleared by a body that runs", `
function f maxsize=9 typed=False
key 0 f(0)
call 0
key 1 f(1)
body 1 returns 1
body 0 asks 1 clear:f 1 returns 0
call 1
`, nil, "CacheInfo(hits=1, misses=1, maxsize=9, currsize=2)"},
		{"a function decorated by a body: a new cache each time that it runs", `
function outer maxsize=9 typed=False
key 0 outer(1)
call 0
function inner maxsize=9 typed=False within=0
key 1 inner(1)
body 1 returns 1
body 0 asks 1 1 returns 2
key 2 outer(2)
call 2
body 2 returns 2
call 0
`, []lru.Option{size(1), none}, "CacheInfo(hits=0, misses=3, maxsize=1, currsize=1) CacheInfo(hits=1, misses=1, maxsize=None, currsize=1)"},
	} {
		rec := callstest.Read(t, "lru_cache record 1"+test.lines).Record
		replay := calls.Replay{Sizes: map[int]lru.Option{}}
		for i, s := range test.sizes {
			replay.Sizes[i] = s
		}
		infos, err := replay.Run(rec)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		var got []string
		for _, info := range infos {
			got = append(got, info.String())
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %s\nwant %s", test.name, s, test.want)
		}
	}
}

// A record may say anything, such as that a key asks for itself.
func TestReplayEnds(t *testing.T) {
	endless := callstest.Read(t, "lru_cache record 1\nfunction f maxsize=0 typed=False\nkey 0 f()\ncall 0\nbody 0 asks 0 returns 1\n").Record
	_, err := calls.Replay{}.Run(endless)
	var limit *calls.LimitError
	if !errors.As(err, &limit) || !limit.Deep || err.Error() != "more than 10000 bodies inside each other" {
		t.Error(err)
	}
	wide := callstest.Read(t, "lru_cache record 1\nfunction f maxsize=0 typed=False\nkey 0 f()\ncall 0\nbody 0 returns 1\n"+strings.Repeat("call 0\n", 99)).Record
	infos, err := calls.Replay{MaxBodies: 50}.Run(wide)
	if !errors.As(err, &limit) || limit.Deep || err.Error() != "more than 50 bodies to run" || infos[0].Misses != 51 {
		t.Error(err, infos)
	}
	if infos, err := (calls.Replay{MaxBodies: 100}).Run(wide); err != nil || infos[0].Misses != 100 {
		t.Error(err, infos)
	}
}
