package views

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"playground/app/programs"
	"playground/app/words"
)

// Argument reads an argument as it was typed. The error says in whole sentences
// what would be accepted.
func Argument(p programs.Param, text string) (programs.Arg, error) {
	if p.Kind == programs.Text {
		arg := programs.Str(text)
		if err := p.Check(arg); err != nil {
			return arg, refusal("That does not fit: " + err.Error() + ".")
		}
		return arg, nil
	}
	n, err := Whole(p.Name, text, p.Min, p.Max)
	return programs.Int(n), err
}

// Typed is an argument as it stands in its field.
func Typed(a programs.Arg) string {
	switch a.Kind() {
	case programs.Number:
		return strconv.Itoa(a.Int())
	case programs.Text:
		return a.Str()
	}
	return a.String()
}

// Whole reads a whole number from low to high as people and Python write it; what
// names it in the error, which says in whole sentences what would be accepted.
func Whole(what, text string, low, high int) (int, error) {
	refuse := func(why string) (int, error) {
		return 0, refusal(fmt.Sprintf("%s: %s is a whole number from %s to %s.", why, what, words.Count(low), words.Count(high)))
	}
	text = strings.TrimSpace(text)
	if text == "" {
		return refuse("Nothing is typed here")
	}
	n, err := strconv.Atoi(joined(text))
	huge := errors.Is(err, strconv.ErrRange) // n is the nearest there is
	said := words.Count(n)
	if huge {
		said = "That"
	}
	switch {
	case err != nil && !huge:
		return refuse("That is not a whole number")
	case n > high || huge && n > 0:
		return refuse(said + " is too large")
	case n < low && low == 0:
		return refuse(said + " is negative")
	case n < low || huge:
		return refuse(said + " is too small")
	}
	return n, nil
}

// A refusal is what a field says to what it cannot use, in whole sentences.
type refusal string

func (r refusal) Error() string { return string(r) }

// joined leaves out what separates the thousands: 1_000, 1,000 and 1 000. What
// separates anything else stays, for 2,5 is not 25.
func joined(text string) string {
	for _, separator := range []string{"_", ",", " ", "\u00a0", "\u202f"} {
		groups := strings.Split(text, separator)
		if len(groups) > 1 && thousands(groups) {
			return strings.Join(groups, "")
		}
	}
	return text
}

func thousands(groups []string) bool {
	first := strings.TrimLeft(groups[0], "+-")
	for _, group := range groups[1:] {
		if len(group) != 3 {
			return false
		}
	}
	return 1 <= len(first) && len(first) <= 3
}
