// Package link writes a script and a cursor as the fragment of an address, and
// reads them back.
//
// A link looks like
//
//	#v=1&f=factorial&max=128&run=500x1000,clear,5&step=77
//
// f is the function, max the maxsize (None is unbounded), run the statements in
// order (an argument, with xN if called N times in a row, or clear), step the
// cursor; view=embed shows the page without its frame. What is left out is as in
// the page that opens without a link; without step the cursor is at the end.
//
// The state is in the fragment, and not in the query, so that it never leaves
// the browser and a cached page serves every link.
package link

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"playground/app/trace"
)

// MaxLength is how many bytes a link's fragment may have.
const MaxLength = 2000

const version = "1"

// A View is what a link shows.
type View struct {
	Script trace.Script
	Step   int // negative: the end
	Embed  bool
}

// Encode returns the fragment, without its #, that Decode reads as v, with what
// is as in the opening script left out. It fails if the script is too long for a
// link.
func Encode(v, opening View) (string, error) {
	s, o := v.Script, opening.Script
	parts := []string{"v=" + version}
	if s.Program != o.Program {
		parts = append(parts, "f="+s.Program)
	}
	if s.Size != o.Size {
		parts = append(parts, "max="+s.Size.String())
	}
	if !slices.Equal(s.Statements, o.Statements) {
		parts = append(parts, "run="+encodeRun(s.Statements))
	}
	if v.Step >= 0 {
		parts = append(parts, "step="+strconv.Itoa(v.Step))
	}
	if v.Embed {
		parts = append(parts, "view=embed")
	}
	fragment := strings.Join(parts, "&")
	if len(fragment) > MaxLength {
		return "", fmt.Errorf("this script is too long for a link: its %d statements take %d characters, and a link holds %d", len(s.Statements), len(fragment), MaxLength)
	}
	return fragment, nil
}

func encodeRun(statements []trace.Statement) string {
	var b strings.Builder
	for i, st := range statements {
		if i > 0 {
			b.WriteByte(',')
		}
		switch {
		case st.Op == trace.Clear:
			b.WriteString("clear")
		case st.Times > 1:
			fmt.Fprintf(&b, "%dx%d", st.Arg, st.Times)
		default:
			b.WriteString(strconv.Itoa(st.Arg))
		}
	}
	return b.String()
}

// Decode reads a fragment, with or without its #. An empty one is the opening
// view. The error says in a sentence what is wrong with any other; a View that
// is returned without one can be run.
func Decode(fragment string, opening View) (View, error) {
	v := opening
	v.Step = -1
	fragment = strings.TrimPrefix(fragment, "#")
	if fragment == "" {
		return v, nil
	}
	if len(fragment) > MaxLength {
		return opening, fmt.Errorf("it is longer than %d characters", MaxLength)
	}
	q, err := url.ParseQuery(fragment)
	if err != nil {
		return opening, errors.New("it cannot be read")
	}
	for name, values := range q {
		if len(values) > 1 {
			return opening, fmt.Errorf("it says %q twice", name)
		}
	}
	switch got := q.Get("v"); {
	case got == "":
		return opening, errors.New("it does not begin with v=1")
	case got != version:
		if n, err := strconv.Atoi(got); err == nil && n > 1 {
			return opening, errors.New("a newer version of this page made it; reload to get that version")
		}
		return opening, fmt.Errorf("%q is no version of a link", clip(got))
	}
	for name, values := range q {
		if err := v.set(name, values[0]); err != nil {
			return opening, err
		}
	}
	if err := v.Script.Check(); err != nil {
		return opening, err
	}
	return v, nil
}

func (v *View) set(name, value string) (err error) {
	switch name {
	case "v":
	case "f":
		v.Script.Program = value
	case "max":
		if value == trace.None.String() {
			v.Script.Size = trace.None
			break
		}
		var n int
		hint := fmt.Sprintf("a number from 0 to %d, or None", trace.MaxSize)
		if n, err = number("max", hint, value, 0, int(trace.MaxSize)); err == nil {
			v.Script.Size = trace.Size(n)
		}
	case "run":
		v.Script.Statements, err = decodeRun(value)
	case "step":
		v.Step, err = number("step", "a number from 0 on", value, 0, 1<<30)
	case "view":
		if value != "embed" {
			return fmt.Errorf("there is no view %q", clip(value))
		}
		v.Embed = true
	default:
		return fmt.Errorf("it says %q, which means nothing here", clip(name))
	}
	return err
}

func decodeRun(run string) ([]trace.Statement, error) {
	if run == "" {
		return nil, nil
	}
	hint := fmt.Sprintf("a list of numbers, such as 10, or 10x3 for three times (%d at most), and of clear", trace.MaxTimes)
	var list []trace.Statement
	for word := range strings.SplitSeq(run, ",") {
		if len(list) == trace.MaxStatements {
			return nil, fmt.Errorf("it holds more than %d statements", trace.MaxStatements)
		}
		if word == "clear" {
			list = append(list, trace.Statement{Op: trace.Clear, Times: 1})
			continue
		}
		st := trace.Statement{Op: trace.Call, Times: 1}
		arg, times, repeated := strings.Cut(word, "x")
		var err error
		if st.Arg, err = number("run", hint, arg, -1<<30, 1<<30); err != nil {
			return nil, err
		}
		if repeated {
			if st.Times, err = number("run", hint, times, 1, trace.MaxTimes); err != nil {
				return nil, err
			}
		}
		list = append(list, st)
	}
	return list, nil
}

// number reads a whole number that is written in one way only: no sign but a
// minus, no leading zero. The hint says what would be accepted.
func number(name, hint, text string, lo, hi int) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || strconv.Itoa(n) != text || n < lo || n > hi {
		return 0, fmt.Errorf("%s cannot be %q; it is %s", name, clip(text), hint)
	}
	return n, nil
}

// clip keeps a message short whatever it quotes.
func clip(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}
