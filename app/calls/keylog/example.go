package keylog

import (
	"math/rand/v2"
	"strconv"
)

// Sessions returns an example of a log for which a cache is good: a service looks
// users up while they click, for as long as they stay. Some come often, most
// seldom, and several are there at a time. It is the same log each time.
func Sessions() Log {
	rng := rand.New(rand.NewPCG(2009, 7))
	type session struct{ user, clicks int }
	var open []session
	var b Builder
	for len(b.log.Calls) < 5000 {
		if len(open) < 160 {
			u := rng.Float64()
			open = append(open, session{int(1100 * u * u), 1 + rng.IntN(5)})
		}
		i := rng.IntN(len(open))
		s := &open[i]
		b.Add(strconv.AppendInt([]byte("user:"), int64(s.user), 10))
		if s.clicks--; s.clicks == 0 {
			open[i] = open[len(open)-1]
			open = open[:len(open)-1]
		}
	}
	return b.Log()
}

// NightlyScan returns an example of a log for which a cache is hopeless unless it
// holds everything: a job goes through all articles, in the same order, night
// after night, and somebody reads a new one now and then. It is the same log each
// time.
func NightlyScan() Log {
	rng := rand.New(rand.NewPCG(2009, 8))
	const articles = 900
	var b Builder
	add := func(article int) { b.Add(strconv.AppendInt([]byte("article:"), int64(article), 10)) }
	draft := articles
	for range 5 {
		for article := range articles {
			add(article)
			if rng.IntN(60) == 0 {
				add(draft)
				draft++
			}
		}
	}
	return b.Log()
}
