package calls

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"playground/app/calls/keylog"
)

// A recordParser reads a record, as FORMAT.md describes it.
type recordParser struct {
	*Reader
	rec       *Record
	functions map[string]int
	texts     keylog.Texts
	arena     []Step // space for what bodies asked for
	begun     bool   // the first line was read
	ended     bool   // by its last line
}

func (p *recordParser) line(line []byte) {
	if !p.begun {
		if len(bytes.TrimSpace(line)) > 0 {
			p.begun = true
			p.version(line, "record")
		}
		return
	}
	if len(line) == 0 || line[0] == '#' {
		return
	}
	if p.ended {
		p.bad(line, "after the line end a record has nothing more; if this is another record, read it alone")
		return
	}
	word, rest, _ := strings.Cut(string(line), " ")
	var want string
	switch word {
	case "function":
		want = p.function(rest)
	case "key":
		want = p.key(rest)
	case "call":
		want = p.call(rest)
	case "clear":
		want = p.clear(rest)
	case "body":
		want = p.body(rest)
	case "end":
		p.ended = rest == ""
		p.rec.Whole = p.ended
		if !p.ended {
			want = "the last line is end and nothing more"
		}
	default:
		want = "a line of a record begins with function, key, call, clear, body, end or #"
	}
	if want != "" {
		p.bad(line, want)
	}
}

func (p *recordParser) end() {}

func (p *recordParser) function(rest string) string {
	f, want := parseFunction(rest)
	if want != "" {
		return want
	}
	if int(f.Within) >= len(p.rec.Keys) {
		return "the key after within= has no line yet"
	}
	if _, known := p.functions[f.Name]; known {
		return "there is a function of that name already; the second one is called " + f.Name + "#2"
	}
	if !p.take(0, 1, len(f.Name)) {
		return ""
	}
	p.functions[f.Name] = len(p.rec.Functions)
	p.rec.Functions = append(p.rec.Functions, f)
	return ""
}

func (p *recordParser) key(rest string) string {
	number, call, _ := strings.Cut(rest, " ")
	name, args, ok := cutCall(call)
	n, err := strconv.Atoi(number)
	if !ok || err != nil {
		return "it must read like key 3 fib(0)"
	}
	if n != len(p.rec.Keys) {
		return fmt.Sprintf("keys are numbered from 0 in the order of their lines, so here key %d is due", len(p.rec.Keys))
	}
	f, known := p.functions[name]
	if !known {
		return "there is no line yet with function " + name
	}
	if p.take(0, 1, len(args)) {
		p.rec.Keys = append(p.rec.Keys, Key{Function: int32(f), Args: p.texts.KeepString(args)})
	}
	return ""
}

func (p *recordParser) call(rest string) string {
	k, ok := p.number(rest)
	if !ok {
		return p.noKey(rest)
	}
	p.statement(Ask(k))
	return ""
}

func (p *recordParser) clear(rest string) string {
	f, ok := p.functions[rest]
	if !ok {
		return "after clear there must be the name of a function that has a line"
	}
	p.statement(Clear(f))
	return ""
}

func (p *recordParser) statement(s Step) {
	if !p.take(1, 0, 0) {
		return
	}
	st := &p.rec.Statements
	if n := len(*st); n > 0 && (*st)[n-1].Step == s {
		(*st)[n-1].Times++
		return
	}
	*st = append(*st, Statement{s, 1})
}

// number reads the number of a key that has a line.
func (p *recordParser) number(s string) (int, bool) {
	k, err := strconv.ParseUint(s, 10, 31)
	return int(k), err == nil && k < uint64(len(p.rec.Keys))
}

func (p *recordParser) noKey(s string) string {
	if len(s) > 20 {
		s = s[:20] + "…"
	}
	return fmt.Sprintf("there is no line before it with key %s; the last key is number %d", s, len(p.rec.Keys)-1)
}
