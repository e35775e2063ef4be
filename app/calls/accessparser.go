package calls

import (
	"bytes"
	"fmt"
)

// An accessParser reads a field of an access log in the Common or the Combined
// Log Format, which Apache and nginx write:
//
//	10.0.0.7 - ann [10/Oct/2025:13:55:36 +0000] "GET /logo.png HTTP/1.1" 200 2326 "https://example.org/" "Mozilla/5.0"
type accessParser struct {
	keysParser
	field int
}

// accessFields name the fields. The first two are parts of the request.
var accessFields = [...]string{"path", "path with query", "host", "identity", "user", "time", "request", "status", "bytes", "referrer", "agent"}

func newAccessParser(r *Reader, sample [][]byte) *accessParser {
	p := &accessParser{keysParser: *newKeysParser(r), field: r.options.Column}
	if p.field < 1 || p.field > len(accessFields) {
		p.field = 1
	}
	r.in.Column = p.field
	example := sample[0]
	for _, line := range sample {
		if isAccessLine(line) {
			example = line
			break
		}
	}
	for i, name := range accessFields {
		value, _ := accessField(example, i+1)
		r.in.Columns = append(r.in.Columns, Column{name, string(value)})
	}
	return p
}

func (p *accessParser) line(line []byte) {
	if len(bytes.TrimSpace(line)) == 0 {
		return
	}
	key, ok := accessField(line, p.field)
	if !ok {
		p.bad(line, fmt.Sprintf(`there is no field %q; a line must read like 10.0.0.7 - - [10/Oct/2025:13:55:36 +0000] "GET /logo.png HTTP/1.1" 200 2326`, accessFields[p.field-1]))
		return
	}
	p.add(&p.log, key)
}

// accessField returns a field by its number; ok is false if there is none.
func accessField(line []byte, field int) (value []byte, ok bool) {
	n := field - 3 // the first two are made of the request
	if field <= 2 {
		n = 4
	}
	for range n + 1 {
		if value, line = nextField(line); value == nil {
			return nil, false
		}
	}
	if field > 2 {
		return value, true
	}
	method, rest, _ := bytes.Cut(value, []byte{' '})
	path, _, _ := bytes.Cut(rest, []byte{' '})
	if len(method) == 0 || len(path) == 0 {
		return nil, false
	}
	if field == 1 {
		path, _, _ = bytes.Cut(path, []byte{'?'})
	}
	return path, true
}

// nextField returns the first field of a line, without the quotes or brackets
// around it, and the rest. It returns nil if there is none.
func nextField(line []byte) (value, rest []byte) {
	line = bytes.TrimLeft(line, " \t")
	if len(line) == 0 {
		return nil, nil
	}
	var end int
	switch line[0] {
	case '[':
		end = bytes.IndexByte(line, ']')
	case '"':
		for end = 1; end < len(line) && line[end] != '"'; end++ {
			if line[end] == '\\' {
				end++
			}
		}
	default:
		if end = bytes.IndexAny(line, " \t"); end < 0 {
			end = len(line)
		}
		return line[:end], line[end:]
	}
	if end < 0 || end >= len(line) {
		return nil, nil // it does not end
	}
	return line[1:end], line[end+1:]
}

func isAccessLine(line []byte) bool {
	path, ok := accessField(line, 1)
	_, status := accessField(line, 8)
	return ok && status && len(path) > 0 && bytes.Contains(line, []byte(" [")) && bytes.Contains(line, []byte(` "`))
}
