package calls

import (
	"bytes"
	"fmt"
	"slices"
)

// A tableParser reads a column of a table: CSV as of RFC 4180, but with comma,
// semicolon or tab between the fields. The standard library's encoding/csv reads
// until its source ends and cannot be fed piece by piece; tests compare the two.
type tableParser struct {
	keysParser
	separator byte
	column    int // from 0
	skip      bool

	row      []byte // a row whose last line ends inside quotes
	rowAt    int    // the line where it began
	unclosed int    // how many rows did not end
	fields   [][]byte
	unquot   []byte
}

// A row goes on for at most so many lines. If a quote is not closed by then, the
// line that opened it is not understood. After so many of those, what they have
// in common is not an oversight, and rows are lines: to try each time would be slow.
const (
	maxRowLines = 100
	maxUnclosed = 20
)

func newTableParser(r *Reader, sample [][]byte) *tableParser {
	p := &tableParser{keysParser: *newKeysParser(r), separator: separator(sample)}
	if p.separator == 0 {
		p.separator = ','
	}
	var rows [][]string
	for _, line := range sample {
		fields, open := p.split(line)
		if open { // the sample has no empty lines, so this is not to be trusted
			continue
		}
		row := make([]string, len(fields))
		for i, f := range fields {
			row[i] = string(f)
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		rows = [][]string{{""}}
	}
	switch r.options.Header {
	case WithHeader:
		p.skip = true
	case DetectHeader:
		p.skip = hasHeader(rows)
	}
	r.in.Header = p.skip
	first := rows[0]
	if p.skip && len(rows) > 1 {
		first = rows[1]
	}
	for i := range max(len(first), len(rows[0])) {
		c := Column{Name: fmt.Sprintf("column %d", i+1)}
		if p.skip && i < len(rows[0]) && rows[0][i] != "" {
			c.Name = rows[0][i]
		}
		if i < len(first) {
			c.Example = first[i]
		}
		r.in.Columns = append(r.in.Columns, c)
	}
	p.column = r.options.Column - 1
	if p.column < 0 || p.column >= len(r.in.Columns) {
		p.column = likeliest(r.in.Columns, rows, p.skip)
	}
	r.in.Column = p.column + 1
	return p
}

func (p *tableParser) line(line []byte) {
	if len(p.row) == 0 {
		if len(bytes.TrimSpace(line)) == 0 {
			return
		}
		p.rowAt = p.in.Lines
	} else {
		p.row = append(append(p.row, '\n'), line...)
		line = p.row
	}
	fields, open := p.split(line)
	if open {
		if len(p.row) == 0 {
			p.row = append(p.row, line...)
		}
		if p.unclosed > maxUnclosed || p.in.Lines-p.rowAt >= maxRowLines || len(line) >= MaxLine {
			p.giveUp()
		}
		return
	}
	p.keyOf(fields, line)
	p.row = p.row[:0]
}

// giveUp gives up the line that opened a quote and reads those after it again.
func (p *tableParser) giveUp() {
	p.unclosed++
	lines := bytes.Split(bytes.Clone(p.row), []byte{'\n'})
	at, now := p.rowAt, p.in.Lines
	p.row = p.row[:0]
	p.badAt(at, lines[0], `a quote (") opens a field and is not closed; a quote inside a field is written twice`)
	for i, line := range lines[1:] {
		p.in.Lines = at + 1 + i
		p.line(line)
	}
	p.in.Lines = now
}

func (p *tableParser) keyOf(fields [][]byte, line []byte) {
	if p.skip {
		p.skip = false
		return
	}
	if p.column >= len(fields) {
		p.badAt(p.rowAt, line, fmt.Sprintf("there are %d columns, and the keys are in column %d", len(fields), p.column+1))
		return
	}
	p.add(&p.log, fields[p.column])
}

func (p *tableParser) end() {
	for len(p.row) > 0 {
		p.giveUp()
	}
	p.keysParser.end()
}

// split takes a row apart; open reports that it ends inside quotes. What it
// returns is good until the next call. A quote that does not begin a field is
// like any other character, as it is to encoding/csv's LazyQuotes.
func (p *tableParser) split(row []byte) (fields [][]byte, open bool) {
	p.fields, p.unquot = p.fields[:0], p.unquot[:0]
	p.unquot = slices.Grow(p.unquot, len(row)) // so that it stays where it is
	for {
		if len(row) == 0 || row[0] != '"' {
			end := bytes.IndexByte(row, p.separator)
			if end < 0 {
				p.fields = append(p.fields, row)
				return p.fields, false
			}
			p.fields, row = append(p.fields, row[:end]), row[end+1:]
			continue
		}
		from := len(p.unquot)
		for row = row[1:]; ; {
			end := bytes.IndexByte(row, '"')
			if end < 0 {
				return nil, true
			}
			p.unquot = append(p.unquot, row[:end]...)
			row = row[end+1:]
			if len(row) == 0 {
				p.fields = append(p.fields, p.unquot[from:])
				return p.fields, false
			}
			if row[0] == p.separator {
				break
			}
			p.unquot = append(p.unquot, '"') // written twice, or alone
			if row[0] == '"' {
				row = row[1:]
			}
		}
		p.fields, row = append(p.fields, p.unquot[from:len(p.unquot):len(p.unquot)]), row[1:]
	}
}
