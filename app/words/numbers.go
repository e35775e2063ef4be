package words

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"playground/app/trace"
)

// Big writes a whole number so that it can be read: with thousands separators up
// to 15 digits, and beyond as "1.1 × 10²¹".
func Big(n *big.Int) string {
	s := n.String()
	if len(s) <= 15 {
		return Count(int(n.Int64()))
	}
	// The digits are cut off, not rounded: it never says more than there is.
	return s[:1] + "." + s[1:2] + " × 10" + superscript(len(s)-1)
}

func superscript(n int) string {
	digits := []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteRune(digits[d-'0'])
	}
	return b.String()
}

func were(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// Uncached is how often the body would run without any cache, by arithmetic, for
// all the statements that were run, if each ran to its end and the recursion had
// no limit; ok is false where it never ends, or where nobody can tell.
func Uncached(rec *trace.Recording) (n *big.Int, ok bool) {
	n = new(big.Int)
	if rec.Program.Bodies == nil {
		return nil, false
	}
	for _, res := range rec.Results {
		if res.Statement.Op != trace.Call || res.Outcome == trace.NotRun {
			continue
		}
		once := rec.Program.Bodies(res.Statement.Args)
		if once == nil {
			return nil, false
		}
		n.Add(n, once.Mul(once, big.NewInt(int64(res.Statement.Times))))
	}
	return n, true
}

// Needed says how often the body would run for a statement that was over budget,
// if it ran to its end; "" where arithmetic cannot tell.
func Needed(rec *trace.Recording, res trace.Result) string {
	if n := needed(rec, res); n != nil {
		return Big(n)
	}
	return ""
}

// needed is how often the body runs for a statement that runs to its end; nil
// where arithmetic cannot tell, which is wherever a cache keeps something that is
// asked for again.
func needed(rec *trace.Recording, res trace.Result) *big.Int {
	p, st, size := rec.Program, res.Statement, rec.Script.Size
	if st.Op != trace.Call || p.Bodies == nil || size != 0 && !(size == 1 && p.OneEntryUseless) {
		return nil
	}
	n := p.Bodies(st.Args)
	if n == nil || p.Depth(st.Args) > trace.MaxDepth {
		return nil // it ends in a RecursionError, and who knows when
	}
	if size == 0 {
		return n.Mul(n, big.NewInt(int64(st.Times)))
	}
	// An entry from before is found before the first result replaces it, if at all;
	// and of many calls only the first runs the body.
	events := rec.Events[res.First:res.Last]
	if i := slices.IndexFunc(events, func(e trace.Event) bool { return !e.Missed() }); i >= 0 {
		switch e := events[i]; e.Kind {
		case trace.Hit:
			return n.Sub(n, p.Bodies(rec.Args(e.Key)))
		case trace.Store:
			return n
		}
	}
	return nil
}
