package words

import "playground/app/trace"

// A MissKind is how many misses there are for one cause.
type MissKind struct {
	Kind  string // its name in data-misses: first, early, forgotten, never or off
	Tone  string
	Count int
	Said  string // the cause in words
	First int    // the step of the first one, 0 where that was not recorded
}

// Misses splits the misses of a state by their causes. Of what did not happen
// nothing is said.
func Misses(st trace.State) []MissKind {
	var list []MissKind
	for _, k := range []struct {
		cause            trace.Cause
		kind, tone, said string
	}{
		{trace.FirstTime, "first", Miss.Name, "first time"},
		{trace.Evicted, "early", Again.Name, "evicted too early"},
		{trace.Forgotten, "forgotten", Again.Name, "forgotten by cache_clear()"},
		{trace.NeverStored, "never", Again.Name, "never stored"},
		{trace.Off, "off", Again.Name, "caching is off"},
	} {
		if m := st.Split[k.cause]; m.Count > 0 {
			list = append(list, MissKind{k.kind, k.tone, m.Count, k.said, m.First})
		}
	}
	return list
}
