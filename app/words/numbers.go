package words

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"playground/app/programs"
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
// no limit; ok is false where it never ends.
func Uncached(rec *trace.Recording) (n *big.Int, ok bool) {
	n = new(big.Int)
	for _, res := range rec.Results {
		if res.Statement.Op != trace.Call || res.Outcome == trace.NotRun {
			continue
		}
		once := bodies(rec.Program, res.Statement.Args)
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
// where arithmetic cannot tell, which is wherever a cache has two places or more.
func needed(rec *trace.Recording, res trace.Result) *big.Int {
	st, size := res.Statement, rec.Script.Size
	if st.Op != trace.Call || size != 0 && size != 1 {
		return nil
	}
	p := rec.Program
	n := bodies(p, st.Args)
	if n == nil || p.Depth == nil || p.Depth(st.Args) > trace.MaxDepth {
		return nil // it ends in a RecursionError, and who knows when
	}
	if size == 0 {
		return n.Mul(n, big.NewInt(int64(st.Times)))
	}
	if !p.OneEntryUseless {
		return nil
	}
	// The one entry answers in two cases only: it is from before, and found on the
	// way down to the first result if at all; or it is the last result, so only the
	// first of many calls runs the body.
	events := rec.Events[res.First:res.Last]
	if i := slices.IndexFunc(events, func(e trace.Event) bool { return !e.Missed() }); i >= 0 {
		switch e := events[i]; e.Kind {
		case trace.Hit:
			return n.Sub(n, bodies(p, rec.Args(e.Key)))
		case trace.Store:
			return n
		}
	}
	return nil
}

// bodies is how often the body runs for one call without any cache; nil where
// arithmetic cannot tell.
func bodies(p programs.Program, args programs.Args) *big.Int {
	if p.Bodies == nil {
		return nil
	}
	return p.Bodies(args)
}
