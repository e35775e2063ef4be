package source

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"playground/app/programs"
	"playground/app/trace"
)

// Go returns a complete program on package lru that prints what the script of
// [Python] prints, formatted as gofmt does.
func Go(rec *trace.Recording) string {
	s := newPlan(rec)
	p := rec.Program
	name := camel(p.Name)
	main := goMain(rec, s, name)
	var b strings.Builder
	fmt.Fprintf(&b, `// %s with maxsize=%s, copied from the lru_cache playground.
//
// Save it in a clone of the playground as main.go in a folder of its own, such
// as copied, and type
//
//	go run ./copied
package main

import (
	"fmt"
`, p.Name, rec.Script.Size)
	for _, path := range slices.Sorted(slices.Values(p.Go.Imports)) {
		fmt.Fprintf(&b, "\t%q\n", path)
	}
	b.WriteString("\n")
	if strings.Contains(main, "programs.") {
		b.WriteString("\t\"playground/app/programs\"\n")
	}
	b.WriteString("\t\"playground/lru\"\n)\n\n")
	if p.Go.Types != "" {
		b.WriteString(p.Go.Types + "\n\n")
	}
	b.WriteString(main)
	if s.guarded {
		fmt.Fprintf(&b, goGuard, trace.MaxDepth, trace.MaxDepth)
	}
	return b.String()
}

func goMain(rec *trace.Recording, s plan, name string) string {
	var b strings.Builder
	literal := indentRest(rec.Program.Go.Func, "\t")
	if s.guarded {
		literal = "limited(" + literal + ")"
	}
	fmt.Fprintf(&b, "func main() {\n\t%s := lru.NewRecursive(%s, %s)\n\n", name, literal, goSize(rec.Script.Size))
	for _, st := range s.statements {
		b.WriteString(indent(goStatement(st, rec.Program, name), "\t"))
	}
	if !s.exact {
		b.WriteString("\n\t// The counts differ from those of the playground, for want of the above:\n")
		fmt.Fprintf(&b, "\t// %s\n", rec.Info())
	}
	fmt.Fprintf(&b, "\tfmt.Println(%s.CacheInfo())\n}\n", name)
	return b.String()
}

func goSize(size trace.Size) string {
	if size == trace.None {
		return "lru.Unbounded()"
	}
	return fmt.Sprintf("lru.MaxSize(%d)", size)
}

func goStatement(st statement, p programs.Program, name string) string {
	call := fmt.Sprintf("%s.Call(%s)", name, goKey(p, st.Args))
	if st.Op == trace.Clear {
		call = name + ".CacheClear()"
	}
	shown := call
	if p.Go.Show != "" {
		shown = fmt.Sprintf(p.Go.Show, call)
	}
	text := fmt.Sprintf("fmt.Println(%s)\n", shown)
	if st.Times > 1 {
		text = fmt.Sprintf("for range %d {\n\t%s\n}\n%s", st.Times-1, call, text)
	}
	switch {
	case st.missing != "" && st.Times > 1:
		return fmt.Sprintf("// %s, %d times  (%s)\n", call, st.Times, st.missing)
	case st.missing != "":
		return fmt.Sprintf("// %s  (%s)\n", call, st.missing)
	case st.Op == trace.Clear:
		return call + "\n"
	case st.guarded:
		return "try(func() {\n" + indent(text, "\t") + "})\n"
	}
	return text
}

// goKey is what a call passes to the cache.
func goKey(p programs.Program, args programs.Args) string {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = a.String()
		if a.Kind() == programs.Text {
			words[i] = strconv.Quote(a.Str())
		}
	}
	text := strings.Join(words, ", ")
	if p.Go.Key == "" {
		return text
	}
	return p.Go.Key + "{" + text + "}"
}

// goGuard gives a Go program the recursion limit of Python. Go itself would go
// on for millions of calls, and end with a stack overflow that no program
// survives.
const goGuard = `
type recursionError string

// limited gives f the limit of Python 3.13: %d calls in one another. The miss of
// the call that fails is counted, as it is there.
func limited[K comparable, V any](f func(self func(K) V, key K) V) func(func(K) V, K) V {
	depth := 0
	return func(self func(K) V, key K) V {
		if depth == %d {
			panic(recursionError("maximum recursion depth exceeded"))
		}
		depth++
		defer func() { depth-- }()
		return f(self, key)
	}
}

// try runs f and prints the recursionError that ends it, if one does.
func try(f func()) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case recursionError:
			fmt.Println("RecursionError:", e)
		default:
			panic(e)
		}
	}()
	f()
}
`

// camel turns a Python name into a Go one: calc_pi into calcPi.
func camel(name string) string {
	parts := strings.Split(name, "_")
	for i, part := range parts[1:] {
		parts[i+1] = strings.ToUpper(part[:1]) + part[1:]
	}
	return strings.Join(parts, "")
}

// indentRest puts prefix in front of every line but the first.
func indentRest(text, prefix string) string {
	return strings.ReplaceAll(text, "\n", "\n"+prefix)
}
