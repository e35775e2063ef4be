package views

import (
	"time"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/timing"
	"playground/app/words"
)

// Race shows what many calls take without a cache and with one.
func Race(call string, times int, without, with []timing.Round, width int) markup.Node {
	bar := func(name string, rounds []timing.Round, m words.Meaning) draw.Bar {
		median, low, high := timing.Spread(rounds, times)
		return draw.Bar{
			Name: name, Meaning: m, Said: words.Brief(median.Seconds()),
			Median: median.Seconds(), Low: low.Seconds(), High: high.Seconds(),
		}
	}
	bars := []draw.Bar{bar("without the decorator", without, words.Again), bar("with it", with, words.Hit)}
	tells := call + ": " + bars[0].Said + " without the decorator, " + bars[1].Said + " with it."
	note := "Medians of " + words.Plural(len(with), "round", "rounds") + ", thin lines from the fastest to the slowest. Go in WebAssembly, in this browser; nothing is recorded meanwhile."
	if n := partial(without, times); n > 0 {
		note += " Without the decorator " + words.Plural(n, "call was", "calls were") + " timed, and the rest computed from them."
	}
	d := markup.El("div", "class", "race").Of(draw.Bars("Time of "+call, tells, bars, width))
	if bars[1].Median > 0 {
		d = d.Of(markup.El("p").Of(markup.El("b").Say(faster(bars[0].Median / bars[1].Median))))
	}
	return d.Of(markup.El("p", "class", "ratio").Say(note))
}

// Waiting stands in for a race that has no result yet.
func Waiting(coming bool) markup.Node {
	return hidden(markup.El("p", "class", "ratio"), !coming).Say("Timing it, without the decorator and with it …")
}

// partial is how many calls a round made that did not make all of them; 0 if all
// did.
func partial(rounds []timing.Round, times int) int {
	for _, r := range rounds {
		if r.Calls < times {
			return r.Calls
		}
	}
	return 0
}

func faster(ratio float64) string {
	switch {
	case ratio >= 1.5:
		return words.Count(int(ratio+0.5)) + " times as fast with it."
	case ratio > 0.9:
		return "No faster with it."
	}
	return "Slower with it."
}

// tookNote says how long a statement took.
func tookNote(took time.Duration) markup.Node {
	return markup.El("span", "class", "took", "title", "here, step by step recorded").Say(words.Brief(took.Seconds()))
}
