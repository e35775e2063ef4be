package calls

import (
	"bytes"
	"fmt"
	"slices"
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

// version looks at the first line of a record or a log.
func (r *Reader) version(line []byte, kind string) {
	version := strings.TrimPrefix(strings.TrimSpace(string(line)), "lru_cache "+kind)
	if version == " 1" {
		return
	}
	p := Problem{Line: r.in.Lines, Text: beginning(line), Want: fmt.Sprintf("it must begin with lru_cache %s 1", kind)}
	if n, err := strconv.Atoi(strings.TrimSpace(version)); err == nil {
		p.Want = fmt.Sprintf("this is version %d of the format, and only version 1 can be read here; take the recorder from this page", n)
	}
	r.fail(p)
}

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

// parseFunction reads NAME maxsize=M typed=T [within=K].
func parseFunction(rest string) (f Function, want string) {
	const form = "it must read like function fib maxsize=128 typed=False"
	words := strings.Split(rest, " ")
	if len(words) < 3 || len(words) > 4 || words[0] == "" || strings.ContainsAny(words[0], "()") {
		return f, form
	}
	f = Function{Name: words[0], Within: -1}
	size, ok := strings.CutPrefix(words[1], "maxsize=")
	if f.Unbounded = size == "None"; !f.Unbounded {
		var err error
		if f.MaxSize, err = strconv.Atoi(size); !ok || err != nil || f.MaxSize < 0 {
			return f, "maxsize is None or a number, 0 or more; " + form
		}
	}
	f.Typed = words[2] == "typed=True"
	if !ok || !f.Typed && words[2] != "typed=False" {
		return f, form
	}
	if len(words) == 4 {
		within, ok := strings.CutPrefix(words[3], "within=")
		k, err := strconv.ParseUint(within, 10, 31)
		if !ok || err != nil {
			return f, "after typed= there may be within= and the number of a key"
		}
		f.Within = int32(k)
	}
	return f, ""
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

// cutCall takes fib(3, k=5) apart.
func cutCall(call string) (name, args string, ok bool) {
	name, args, ok = strings.Cut(call, "(")
	args, closed := strings.CutSuffix(args, ")")
	return name, args, ok && closed && name != "" && !strings.Contains(name, " ")
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

// body reads K [asks A B …] returns|raises TEXT.
func (p *recordParser) body(rest string) string {
	const form = "it must read like body 1 asks 2 3 returns 1"
	word, rest, _ := strings.Cut(rest, " ")
	k, ok := p.number(word)
	if !ok {
		return p.noKey(word)
	}
	word, rest, ok = strings.Cut(rest, " ")
	if !ok {
		return form
	}
	var asks []Step
	if word == "asks" {
		var want string
		if asks, word, rest, want = p.asks(rest); want != "" {
			return want
		}
	}
	run := Key{Outcome: Returned, Text: p.texts.KeepString(rest), Asks: asks} // the line itself may be long, and can go
	switch word {
	case "returns":
	case "raises":
		run.Outcome = Raised
		if interrupted(rest) {
			run.Outcome = Interrupted
		}
	default:
		return form
	}
	if p.take(len(asks), 0, len(rest)) {
		p.ran(&p.rec.Keys[k], run)
	}
	return ""
}

// asks reads A B … up to returns or raises, the word that it returns.
func (p *recordParser) asks(rest string) (asks []Step, word, after, want string) {
	from := len(p.arena)
	for {
		word, after, _ = strings.Cut(rest, " ")
		if word == "returns" || word == "raises" {
			break
		}
		rest = after
		if name, ok := strings.CutPrefix(word, "clear:"); ok {
			f, known := p.functions[name]
			if !known {
				return nil, "", "", "there is no line yet with function " + name
			}
			p.arena = append(p.arena, Clear(f))
			continue
		}
		if word == "" {
			return nil, "", "", "the line ends before it says what the body returns or raises"
		}
		k, ok := p.number(word)
		if !ok {
			return nil, "", "", p.noKey(word)
		}
		p.arena = append(p.arena, Ask(k))
	}
	if asks = slices.Clip(p.arena[from:]); len(asks) == 0 {
		asks = nil
	}
	if len(p.arena) > 4096 { // what it holds is in use and stays where it is
		p.arena = make([]Step, 0, 8192)
	}
	return asks, word, after, ""
}

// interrupted tells whether an exception says nothing about the function.
func interrupted(text string) bool {
	name, _, _ := strings.Cut(text, ":")
	return name == "RecursionError" || name == "MemoryError" || name == "KeyboardInterrupt"
}

// ran notes that the body of a key ran.
func (p *recordParser) ran(k *Key, run Key) {
	switch {
	case k.Outcome == Unfinished || k.Outcome == Interrupted:
		k.Outcome, k.Text, k.Asks = run.Outcome, run.Text, run.Asks
	case run.Outcome == Interrupted:
	case k.Outcome != run.Outcome || !slices.Equal(k.Asks, run.Asks):
		k.Contradicts = true
	}
}
