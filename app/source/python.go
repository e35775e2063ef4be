package source

import (
	"fmt"
	"strings"

	"playground/app/trace"
)

// Python returns a script that CPython runs to the results of the recording,
// printing each as its prompt would, and to the same cache_info() at the end.
//
// A statement that was stopped cannot be repeated. It becomes a comment, and
// another one warns of the counts then.
func Python(rec *trace.Recording) string {
	s := newPlan(rec)
	name := rec.Program.Name
	var b strings.Builder
	fmt.Fprintf(&b, "# %s with maxsize=%s, copied from the lru_cache playground\n", name, rec.Script.Size)
	if s.guarded || s.deep || s.long {
		b.WriteString("import sys\n")
	}
	b.WriteString("from functools import lru_cache\n")
	b.WriteString(pythonLimits(s))
	fmt.Fprintf(&b, "\n\n@lru_cache(maxsize=%s)\n%s\n\n\n", rec.Script.Size, rec.Program.Python)
	for _, st := range s.statements {
		b.WriteString(pythonStatement(st, name))
	}
	if !s.exact {
		b.WriteString("\n# The counts differ from those of the playground, for want of the above:\n")
		fmt.Fprintf(&b, "# %s\n", rec.Info())
	}
	fmt.Fprintf(&b, "print(%s.cache_info())\n", name)
	return b.String()
}

func pythonStatement(st statement, name string) string {
	if st.missing != "" {
		return fmt.Sprintf("# %s  (%s)\n", st.Statement.Python(name), st.missing)
	}
	if st.Op == trace.Clear {
		return st.Statement.Python(name) + "\n"
	}
	call := fmt.Sprintf("%s(%s)", name, st.Args)
	text := fmt.Sprintf("print(%s)\n", call)
	if st.Times > 1 {
		text = fmt.Sprintf("for _ in range(%d):\n    result = %s\nprint(result)\n", st.Times, call)
	}
	if st.guarded {
		text = "try:\n" + indent(text, "    ") +
			"except RecursionError as error:\n    print(\"RecursionError:\", error)\n"
	}
	return text
}

// pythonLimits sets what the script needs set.
//
// The playground has the recursion limit of CPython 3.13, 1000: the script
// itself and 999 calls in one another, the cache taking nothing. Up to 3.11 the
// cache takes a level of its own with each call, so there the same calls need
// 1 + 2·999 levels, and one more for a hit in the innermost. With 2000 the miss of
// the call that fails is counted and its body does not run, as with 1000 in 3.13.
// On 3.12 no setting helps: its limit on C calls ends a cached function at 500.
func pythonLimits(s plan) string {
	var b strings.Builder
	switch {
	case s.guarded:
		b.WriteString(`
# Python 3.13 allows 999 calls in one another. A cached call counts twice before
# 3.12, so this limit is the same. (3.12 itself has a fixed limit on calls through
# C and stops earlier, whatever is set here.) Run this as a file of its own: what
# calls it would count too.
sys.setrecursionlimit(1000 if sys.version_info >= (3, 12) else 2000)
`)
	case s.deep:
		b.WriteString(`
# A cached call counts twice before Python 3.12. (3.12 itself has a fixed limit on
# calls through C and may stop with a RecursionError, whatever is set here.)
sys.setrecursionlimit(3000)
`)
	}
	if s.long {
		fmt.Fprintf(&b, `
# Newer versions print no more than %d digits unless told to.
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)
`, maxDigits)
	}
	return b.String()
}

// indent puts prefix in front of every line.
func indent(text, prefix string) string {
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	return prefix + strings.Join(lines, prefix) + "\n"
}
