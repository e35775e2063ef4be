package link

import (
	"fmt"
	"strconv"
	"strings"

	"playground/app/trace"
)

// Decode reads a fragment, with or without its #. An empty one is the opening
// view. What programs add to an address that they pass on is taken off, what can
// be read is in the View, which can be run whatever the fragment, and for the
// rest there is a notice: a sentence each, in the order of the fragment, that
// says what was not read and what would be accepted.
func Decode(fragment string, opening View) (v View, notices []string) {
	v = opening
	v.Step = -1
	if len(fragment) > MaxLength {
		return v, []string{fmt.Sprintf("This is longer than %d characters.", MaxLength)}
	}
	d := decoder{View: v, opening: opening}
	pairs := d.pairs(clean(fragment))
	if len(pairs) == 0 {
		return v, d.notices
	}
	switch version := value(pairs, "v"); version {
	case "1", "2":
	case "":
		return v, []string{fmt.Sprintf("%q is nothing to show: that begins with v=1.", clip(fragment))}
	default:
		if n, err := strconv.Atoi(version); err == nil && n > 2 {
			return v, []string{"A newer version of this page made this; reload to get that version."}
		}
		return v, []string{fmt.Sprintf("v cannot be %q: it is 1 or 2.", clip(version))}
	}
	d.chooseFunction(value(pairs, "f"))
	for _, p := range pairs {
		d.set(p.name, p.value)
	}
	return d.View, d.notices
}

type decoder struct {
	View
	opening View
	unknown bool // there is no such function, so its statements are of no use
	notices []string
}

func (d *decoder) note(format string, args ...any) {
	d.notices = append(d.notices, fmt.Sprintf(format, args...))
}

type pair struct{ name, value string }

// pairs takes the fragment apart, without what trackers add. Of two values for a
// name the first is taken.
func (d *decoder) pairs(fragment string) (pairs []pair) {
	for part := range strings.SplitSeq(fragment, "&") {
		name, val, _ := strings.Cut(part, "=")
		name = strings.TrimFunc(name, stray)
		val = strings.TrimFunc(val, stray)
		switch {
		case name == "" && val == "" || tracking(name):
		case has(pairs, name):
			if value(pairs, name) != val {
				d.note("%s is given twice: %q is not used.", clip(name), clip(val))
			}
		default:
			pairs = append(pairs, pair{name, val})
		}
	}
	return pairs
}

func has(pairs []pair, name string) bool {
	for _, p := range pairs {
		if p.name == name {
			return true
		}
	}
	return false
}

func value(pairs []pair, name string) string {
	for _, p := range pairs {
		if p.name == name {
			return p.value
		}
	}
	return ""
}

// chooseFunction makes the script one of the function with that ID. Its statements
// are still those of the opening script if they fit, or else a call to begin with.
func (d *decoder) chooseFunction(id string) {
	if id == "" || id == d.opening.Script.Program {
		return
	}
	s, p, ok := function(id, d.opening.Script)
	if !ok {
		d.unknown = true
		return
	}
	s.Size, s.Statements = d.Script.Size, d.Script.Statements
	if s.Check() != nil {
		s.Statements = []trace.Statement{{Op: trace.Call, Args: p.Defaults(), Times: 1}}
	}
	d.Script = s
}

func (d *decoder) set(name, value string) {
	switch name {
	case "v":
	case "f":
		if d.unknown {
			d.note("No function is called %q here.", clip(value))
		}
	case "max":
		d.setSize(value)
	case "run":
		if !d.unknown {
			d.setRun(value)
		}
	case "step":
		n, err := number(value, 0, 1<<30)
		if err != nil {
			d.note("step cannot be %q: it is a number from 0 on.", clip(value))
			break
		}
		d.Step = n
	case "view":
		d.Embed, d.Present = value == "embed", value == "present"
		if !d.Embed && !d.Present {
			d.note("view cannot be %q: it is embed or present.", clip(value))
		}
	case "hide":
		d.HideNext = value == "next"
		if !d.HideNext {
			d.note("hide cannot be %q: it is next.", clip(value))
		}
	case "show":
		d.setShow(value)
	default:
		d.note("%q means nothing here.", clip(name))
	}
}

func (d *decoder) setSize(value string) {
	if value == trace.None.String() {
		d.Script.Size = trace.None
		return
	}
	n, err := number(value, 0, int(trace.MaxSize))
	if err != nil {
		d.note("max cannot be %q: it is a number from 0 to %d, or None.", clip(value), trace.MaxSize)
		return
	}
	d.Script.Size = trace.Size(n)
}

// setRun takes the statements that can be read and run.
func (d *decoder) setRun(run string) {
	f := formOf(d.Script)
	list := trace.Script{Program: d.Script.Program, Given: d.Script.Given}
	var unread, refused []string
	var why error // of the first that is refused
	for word := range strings.SplitSeq(run, ",") {
		if word = strings.TrimFunc(word, stray); word == "" {
			continue
		}
		st := trace.Statement{Op: trace.Clear, Times: 1}
		if word != clearing {
			var err error
			if st, err = f.decode(word); err != nil {
				unread = append(unread, word)
				continue
			}
		}
		if len(list.Statements) == trace.MaxStatements {
			d.note("run is cut: it holds at most %d statements.", trace.MaxStatements)
			break
		}
		one := trace.Script{Program: list.Program, Given: list.Given}.With(st)
		if err := one.Check(); err != nil {
			if refused = append(refused, word); why == nil {
				why = err
			}
			continue
		}
		list = list.With(st)
	}
	if len(unread) > 0 {
		d.note("run cannot hold %s: it is %s.", first(unread), f.hint)
	}
	if len(refused) > 0 {
		d.note("run is shown without %s: %v.", first(refused), why)
	}
	d.Script.Statements = list.Statements
}

// first quotes the first of some words, and counts the others.
func first(words []string) string {
	if n := len(words) - 1; n > 0 {
		return fmt.Sprintf("%q and %d more", clip(words[0]), n)
	}
	return fmt.Sprintf("%q", clip(words[0]))
}

func (d *decoder) setShow(value string) {
	for name := range strings.SplitSeq(value, ",") {
		part := Parts(0)
		for i, known := range partNames {
			if name == known {
				part = 1 << i
			}
		}
		if part == 0 && name != "" {
			d.note("show cannot name %q: it is a list of %s.", clip(name), strings.Join(partNames, ", "))
		}
		d.Show |= part
	}
}

// clip keeps a message short whatever it quotes.
func clip(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}
