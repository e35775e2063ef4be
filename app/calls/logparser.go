package calls

import (
	"bytes"
	"strings"

	"playground/app/calls/keylog"
)

// A logParser reads a log, as FORMAT.md describes it.
type logParser struct {
	*Reader
	functions map[string]int
	logs      []keylog.Builder
}

func (p *logParser) line(line []byte) {
	switch {
	case len(line) == 0 || line[0] == '#':
	case bytes.HasPrefix(line, []byte("lru_cache ")):
		p.version(line, "log")
	case bytes.HasPrefix(line, []byte("function ")):
		f, want := parseFunction(string(line[len("function "):]))
		if want != "" {
			p.bad(line, want)
			return
		}
		if i, ok := p.find(f.Name); ok {
			p.in.Logs[i].Function, p.in.Logs[i].Declared = f, true
		}
	case bytes.HasPrefix(line, []byte("call ")):
		p.call(line)
	default:
		p.bad(line, "a line of a log begins with call, function or #")
	}
}

func (p *logParser) call(line []byte) {
	call := line[len("call "):]
	open := bytes.IndexByte(call, '(')
	if open < 1 || call[len(call)-1] != ')' || bytes.IndexByte(call[:open], ' ') >= 0 {
		p.bad(line, "it must read like call get_user(17)")
		return
	}
	i, known := p.functions[string(call[:open])]
	if !known {
		var ok bool
		if i, ok = p.find(string(call[:open])); !ok {
			return
		}
	}
	p.add(&p.logs[i], call[open+1:len(call)-1])
}

// find returns the log of a function, which is a new one if there is none yet;
// ok is false if there must be no more.
func (p *logParser) find(name string) (i int, ok bool) {
	if i, known := p.functions[name]; known {
		return i, true
	}
	if !p.take(0, 1, len(name)) {
		return 0, false
	}
	i = len(p.logs)
	p.functions[strings.Clone(name)] = i
	p.logs = append(p.logs, keylog.Builder{})
	p.in.Logs = append(p.in.Logs, Logged{Function: Function{Name: name, Within: -1}})
	return i, true
}

func (p *logParser) end() {
	for i := range p.logs {
		p.in.Logs[i].Log = p.logs[i].Log()
	}
}

// add adds a call to a log, if the limits allow it.
func (r *Reader) add(b *keylog.Builder, key []byte) {
	if !r.take(1, 0, 0) {
		return
	}
	if b.Add(key) {
		r.take(0, 1, len(key))
	}
}

func isLogLine(line []byte) bool {
	return isComment(line) || bytes.HasPrefix(line, []byte("function ")) && bytes.Contains(line, []byte(" maxsize=")) ||
		bytes.HasPrefix(line, []byte("call ")) && isCall(line)
}
