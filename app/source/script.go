package source

import (
	"fmt"

	"playground/app/trace"
)

// A step is one statement as a copied script repeats it.
type step struct {
	trace.Statement
	missing string // why it cannot be repeated; empty if it can
	guarded bool   // it raises a RecursionError, or might
}

// A script is what both languages need to know of a recording.
type script struct {
	steps   []step
	exact   bool // every statement is repeated
	guarded bool // some statement is
	nested  bool // calls wait in one another
	deep    bool // so many of them that Python may need a higher limit
	long    bool // a result has more digits than Python prints by default
}

const (
	// CPython up to 3.11 spends two levels of its limit of 1000 on a cached
	// call. So 499 are the most in a script of its own, and fewer where
	// something, a notebook say, calls the script.
	deepCalls = 400

	// maxDigits is sys.int_info.default_max_str_digits.
	maxDigits = 4300
)

func newScript(rec *trace.Recording) script {
	s := script{exact: true}
	depth := 0
	for _, e := range rec.Events {
		depth = max(depth, int(e.Depth))
	}
	s.nested = depth > 0
	s.deep = depth >= deepCalls
	for i, st := range rec.Script.Statements {
		res := trace.Result{Statement: st, Outcome: trace.NotRun}
		if i < len(rec.Results) {
			res = rec.Results[i]
		}
		s.add(res)
	}
	return s
}

func (s *script) add(res trace.Result) {
	st := step{Statement: res.Statement}
	switch res.Outcome {
	case trace.OverBudget:
		st.missing = "stopped, as it takes too long; the function ran " + times(res.Bodies)
	case trace.Stopped:
		st.missing = "stopped by hand; the function ran " + times(res.Bodies)
	case trace.NotRun:
		st.missing = "not run"
	case trace.RecursionError:
		st.guarded = true
	}
	if st.missing != "" {
		s.exact = false
		s.steps = append(s.steps, st)
		return
	}
	if st.Op == trace.Call && s.nested {
		// What a missing statement left in the cache is missing too, and it may
		// have been what kept this one from going too deep.
		if !s.exact && st.Arg >= trace.MaxDepth {
			st.guarded, s.long = true, true
		}
		if (!s.exact || res.Skipped > 0) && st.Arg >= deepCalls {
			s.deep = true
		}
	}
	if res.Value != nil && len(res.Value.String()) > maxDigits {
		s.long = true
	}
	s.guarded = s.guarded || st.guarded
	s.steps = append(s.steps, st)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
