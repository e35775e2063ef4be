// Package programstest has what tests of the catalogue need, in this package and
// in others: one more function, of two strings, which no package but this knows;
// arguments to try of any function; and a way to run one without a cache.
//
// A test that holds for every function ranges over [All]. A script for a function
// that is not in the catalogue carries it along; trace.NewScript makes one.
package programstest

import (
	"math/big"
	"strconv"
	"unicode/utf8"

	"playground/app/programs"
)

// EditDistance is a function of two strings: the smallest number of letters to
// remove, insert or change that makes t of s. Tests run it to show that the other
// packages take functions as they come.
func EditDistance() programs.Program {
	word := func(name, first string) programs.Param {
		return programs.Param{Name: name, Kind: programs.Text, Max: 8, Default: programs.Str(first)}
	}
	return programs.Program{
		ID:     "edit_distance",
		Name:   "edit_distance",
		Params: []programs.Param{word("s", "kitten"), word("t", "sitting")},
		Presets: []programs.Args{
			{programs.Str("ab"), programs.Str("ba")},
			{programs.Str("lru"), programs.Str("cache")},
			{programs.Str("it's"), programs.Str(`"é"`)},
		},
		StartSize: 16,
		Note: func(args programs.Args) string {
			if args[0] == args[1] {
				return "The function does not see at once that the two are the same."
			}
			return ""
		},
		Body: programs.OpenText(func(editDistance func(s, t string) count, s, t string) count {
			if s == "" || t == "" {
				return count(utf8.RuneCountInString(s + t))
			}
			a, i := utf8.DecodeRuneInString(s)
			b, j := utf8.DecodeRuneInString(t)
			remove, insert, change := editDistance(s[i:], t)+1, editDistance(s, t[j:])+1, editDistance(s[i:], t[j:])
			if a != b {
				change++
			}
			return min(remove, insert, change)
		}),
		Python: `def edit_distance(s, t):
    if not s or not t:
        return len(s) + len(t)
    return min(edit_distance(s[1:], t) + 1, edit_distance(s, t[1:]) + 1, edit_distance(s[1:], t[1:]) + (s[0] != t[0]))`,
		Go: programs.Go{
			Func: `func(editDistance func(pair) int, p pair) int {
	if p.s == "" || p.t == "" {
		return utf8.RuneCountInString(p.s + p.t)
	}
	a, i := utf8.DecodeRuneInString(p.s)
	b, j := utf8.DecodeRuneInString(p.t)
	remove := editDistance(pair{p.s[i:], p.t}) + 1
	insert := editDistance(pair{p.s, p.t[j:]}) + 1
	change := editDistance(pair{p.s[i:], p.t[j:]})
	if a != b {
		change++
	}
	return min(remove, insert, change)
}`,
			Key:     "pair",
			Types:   "type pair struct{ s, t string }",
			Imports: []string{"unicode/utf8"},
		},
		Line: func(args programs.Args, at programs.Phase) int {
			switch {
			case at == programs.Enter:
				return 1
			case args[0].Str() == "" || args[1].Str() == "":
				return 2
			}
			return 3
		},
		Bodies:          editDistanceBodies,
		Depth:           editDistanceDepth,
		OneEntryUseless: true,
	}
}

// editDistanceBodies counts the ways of removing letters: it depends on the
// lengths alone.
func editDistanceBodies(args programs.Args) *big.Int {
	m, n := lengths(args)
	row := make([]*big.Int, n+1) // the bodies for one length of s, by length of t
	for j := range row {
		row[j] = big.NewInt(1)
	}
	for range m {
		above := row[0]
		for j := 1; j <= n; j++ {
			sum := new(big.Int).Add(row[j], row[j-1])
			sum.Add(sum, above).Add(sum, big.NewInt(1))
			above, row[j] = row[j], sum
		}
	}
	return row[n]
}

// editDistanceDepth: the letters go one by one, until one string is empty.
func editDistanceDepth(args programs.Args) int {
	m, n := lengths(args)
	if m == 0 || n == 0 {
		return 1
	}
	return m + n
}

func lengths(args programs.Args) (m, n int) {
	return utf8.RuneCountInString(args[0].Str()), utf8.RuneCountInString(args[1].Str())
}

// A count prints as a number.
type count int

func (c count) String() string { return strconv.Itoa(int(c)) }
