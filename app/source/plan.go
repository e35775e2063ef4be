package source

import (
	"fmt"

	"playground/app/programs"
	"playground/app/trace"
)

// A statement is one of the recording's as a copy repeats it.
type statement struct {
	trace.Statement
	missing string // why it cannot be repeated; empty if it can
	guarded bool   // it raises a RecursionError, or might
}

// A plan is what the copies in both languages need to know of a recording.
type plan struct {
	statements []statement
	exact      bool // every statement is repeated
	guarded    bool // some statement is
	deep       bool // so many calls wait in one another that Python may need a higher limit
	long       bool // a result has, or may have, more digits than Python prints by default
	depth      func(programs.Args) int
}

const (
	// CPython up to 3.11 spends two levels of its limit of 1000 on a cached
	// call. So 499 are the most in a script of its own, and fewer where
	// something, a notebook say, calls the script.
	deepCalls = 400

	// maxDigits is sys.int_info.default_max_str_digits.
	maxDigits = 4300
)

func newPlan(rec *trace.Recording) plan {
	s := plan{exact: true, depth: rec.Program.Depth}
	if s.depth == nil {
		s.depth = func(programs.Args) int { return programs.Endless }
	}
	for _, e := range rec.Events {
		if e.Depth >= deepCalls {
			s.deep = true
			break
		}
	}
	for i, st := range rec.Script.Statements {
		res := trace.Result{Statement: st, Outcome: trace.NotRun}
		if i < len(rec.Results) {
			res = rec.Results[i]
		}
		s.add(res)
	}
	return s
}

func (s *plan) add(res trace.Result) {
	st := statement{Statement: res.Statement}
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
		s.statements = append(s.statements, st)
		return
	}
	if st.Op == trace.Call {
		depth := s.depth(st.Args)
		// What a missing statement left in the cache is missing too, and it may
		// have been what kept this one from going too deep.
		if !s.exact && depth > trace.MaxDepth {
			st.guarded, s.long = true, true
		}
		if (!s.exact || res.Skipped > 0) && depth > deepCalls {
			s.deep = true
		}
	}
	if res.Value != nil && len(res.Value.String()) > maxDigits {
		s.long = true
	}
	s.guarded = s.guarded || st.guarded
	s.statements = append(s.statements, st)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
