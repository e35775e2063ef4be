package experiments

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// TestNoNumberIsTypedIn: a digit in a sentence comes from a run.
func TestNoNumberIsTypedIn(t *testing.T) {
	digits := func(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }
	numbers := 0
	for name, s := range told(t) {
		texts := append([]Text{s.Ask, s.Why, s.There, text(s.Guess.Unit)}, s.Guess.Options...)
		if digits(s.Guess.Note) {
			t.Errorf("%s: a number stands behind the truth: %q", name, s.Guess.Note)
		}
		for _, text := range texts {
			for _, p := range text {
				if digits(p.Text) && !p.Ran {
					t.Errorf("%s says %q, which no run produced", name, p.Text)
				}
				if digits(p.Text) {
					numbers++
				}
			}
		}
	}
	for _, c := range All() {
		if digits(c.Title) || digits(c.Group) {
			t.Errorf("the title of %s has a number in it", c.Name)
		}
	}
	if numbers < 50 {
		t.Errorf("only %d numbers seen: this test looks in the wrong place", numbers)
	}
}

// TestNumbersAreNoLiterals reads the cards' source: what is told as the result of
// a run is never a literal.
func TestNumbersAreNoLiterals(t *testing.T) {
	files, err := filepath.Glob("card_*.go")
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name := ""
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				name = f.Sel.Name
			case *ast.Ident:
				name = f.Name
			}
			if name == "text" { // the format, and parts that are no texts
				return true
			}
			switch name {
			case "n", "times", "ran", "measured", "texts":
			default:
				return true
			}
			calls++
			for i, arg := range call.Args {
				if l, ok := arg.(*ast.BasicLit); ok && !(name == "times" && i > 0) && !(name == "texts" && l.Value == "0") {
					t.Errorf("%s(%s) is typed in", name, l.Value)
				}
			}
			return true
		})
	}
	if calls < 30 {
		t.Errorf("only %d numbers seen: this test looks in the wrong place", calls)
	}
}
