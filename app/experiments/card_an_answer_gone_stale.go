package experiments

import (
	"strconv"
	"time"

	"playground/app/experiments/ttl"
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"
)

func anAnswerGoneStale() Card {
	return Card{Name: "an-answer-gone-stale", Group: NotFor, Title: "An answer gone stale", Story: func(Measured) *Story {
		const at, live = 30, 60
		clock := 0
		now := witnessed("now", func(programs.Arg) programs.Value { return number(clock) })
		fresh := ttl.New[string, int](1, live*time.Second)
		type row struct{ at, kept, lived int }
		ask := func() row {
			kept := int(now.call("").(number))
			lived, ok := fresh.Get(time.Duration(clock)*time.Second, "now")
			if !ok {
				lived = clock
				fresh.Set(time.Duration(clock)*time.Second, "now", lived)
			}
			return row{clock, kept, lived}
		}
		var rows []row
		for ; clock <= 3*at; clock += at {
			rows = append(rows, ask())
		}
		last := rows[len(rows)-1]
		now.clear()
		rec, record := now.replayed(), now.text()
		emptied := first(rec, 0, func(e trace.Event) bool { return e.Kind == trace.Cleared })
		kept, asked := now.step(first(rec, 0, stored)), now.step(emptied-1)
		cleared := ask()
		prints := ""
		for _, r := range append(rows, cleared) {
			prints += lines(strconv.Itoa(r.kept))
		}
		return &Story{
			Ask:   text("^now()^ reads a clock, is decorated, and is asked at second #, then every # seconds. *What does it answer at second *#?", n(rows[0].at), n(at), n(last.at)),
			Guess: Guess{Kind: Choice, Options: texts(last.at, rows[2].at, rows[1].at, last.kept), Truth: 3},
			Tone:  words.Again.Name,
			Why: text("##: at # the cache answers what it stored at #, since lru_cache has no clock; only after cache_clear() is it #. A TTL cache forgets an entry some time after it was stored: with # it answers # at second #, and never anything older than that time.",
				tone(words.Again, ""), n(last.kept), asked, kept, n(cleared.kept), ran("ttl="+strconv.Itoa(live)), n(last.lived), n(last.at)),
			Watch: asked.Link,
			There: text("*Watch it* stands at the stale answer; one step on is cache_clear(). A call record has one answer for each call, so the # that comes next is in the table alone.", n(cleared.kept)),
			Picture: func(_ int, shown bool) markup.Node {
				t := markup.El("tbody")
				for _, r := range append(rows, cleared) {
					say := func(n int) string {
						switch {
						case !shown:
							return "?"
						case n == r.at:
							return words.Count(n) + " ✓"
						case r.at-n > live:
							return words.Count(n) + " " + words.Again.Glyph + " " + words.Count(r.at-n) + " s old"
						}
						return words.Count(n) + ", " + words.Count(r.at-n) + " s old"
					}
					name := "at " + words.Count(r.at) + " s"
					if r == cleared {
						name += ", cleared"
					}
					kept, lived := markup.El("td").Say(say(r.kept)), markup.El("td").Say(say(r.lived))
					if shown && r.at-r.kept > live {
						kept = kept.With("data-tone", "again")
					}
					t = t.Of(markup.El("tr").Of(markup.El("th", "scope", "row").Say(name), kept, lived))
				}
				return markup.El("table").Of(
					markup.El("caption").Say("The same clock behind two caches; before the last line, cache_clear()"),
					markup.El("thead").Of(markup.El("tr").Of(
						markup.El("th", "scope", "col").Say("asked"),
						markup.El("th", "scope", "col").Say("@lru_cache"),
						markup.El("th", "scope", "col").Say("TTLCache, ttl="+strconv.Itoa(live)))), t)
			},
			Python: `from functools import lru_cache

@lru_cache
def now():
    return clock

for clock in 0, 30, 60, 90:
    print(now())

now.cache_clear()
clock = 120
print(now())

# The other one is of cachetools:
# @cached(TTLCache(maxsize=1, ttl=60))
`,
			Prints: prints,
			Record: record,
			Words:  []string{"stale", "TTL"},
			More: []Source{functools, {"cachetools: TTLCache", "https://cachetools.readthedocs.io/en/stable/#cachetools.TTLCache"},
				{"Redis: EXPIRE", "https://redis.io/docs/latest/commands/expire/"}},
		}
	}}
}
