package calls

import (
	"bytes"

	"playground/app/calls/keylog"
)

// A keysParser reads one key a line.
type keysParser struct {
	*Reader
	log keylog.Builder
}

func newKeysParser(r *Reader) *keysParser {
	r.in.Logs = []Logged{{Function: Function{Within: -1}}}
	return &keysParser{Reader: r}
}

func (p *keysParser) line(line []byte) {
	if key := bytes.TrimSpace(line); len(key) > 0 {
		p.add(&p.log, key)
	}
}

func (p *keysParser) end() { p.in.Logs[0].Log = p.log.Log() }
