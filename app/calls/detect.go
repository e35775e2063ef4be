package calls

import (
	"bytes"
)

// detect tells what kind of text begins with these lines, of which there is at
// least one. What is nothing else is a list of keys.
func detect(sample [][]byte) Kind {
	first := sample[0]
	switch {
	case bytes.HasPrefix(first, []byte("lru_cache record")):
		return Records
	case bytes.HasPrefix(first, []byte("lru_cache log")):
		return Logs
	case all(sample, isLogLine) && !all(sample, isComment): // the beginning of a log may have been thrown away
		return Logs
	case most(sample, isAccessLine):
		return Access
	case all(sample, isCall): // the commas are between arguments
		return Keys
	case separator(sample) != 0:
		return Table
	}
	return Keys
}

func all(lines [][]byte, is func([]byte) bool) bool {
	for _, line := range lines {
		if !is(line) {
			return false
		}
	}
	return true
}

// most reports whether it is true of at least two thirds.
func most(lines [][]byte, is func([]byte) bool) bool {
	n := 0
	for _, line := range lines {
		if is(line) {
			n++
		}
	}
	return 3*n >= 2*len(lines)
}

func isComment(line []byte) bool { return line[0] == '#' }

// isCall: f(1, 2), or a tuple.
func isCall(line []byte) bool {
	line = bytes.TrimSpace(line)
	return bytes.IndexByte(line, '(') >= 0 && bytes.HasSuffix(line, []byte{')'})
}

// notText says what a text is that is none, or "".
func notText(head []byte) string {
	const want = "; what can be read is text: one key a line, CSV, an access log, or what the recorder wrote"
	for _, known := range []struct{ begins, is string }{
		{"\x1f\x8b", "this is compressed by gzip: unpack it first"},
		{"PK\x03\x04", "this is a ZIP archive, or a spreadsheet: unpack it, or save the sheet as CSV"},
		{"\x28\xb5\x2f\xfd", "this is compressed by zstd: unpack it first"},
		{"BZh", "this is compressed by bzip2: unpack it first"},
		{"\xfd7zXZ", "this is compressed by xz: unpack it first"},
		{"\xff\xfe", "this is text in UTF-16: save it as UTF-8"},
		{"\xfe\xff", "this is text in UTF-16: save it as UTF-8"},
		{"%PDF", "this is a PDF" + want},
		{"\x89PNG", "this is a picture" + want},
		{"SQLite format 3\x00", "this is an SQLite database: export the column with the keys as CSV"},
	} {
		if bytes.HasPrefix(head, []byte(known.begins)) {
			return known.is
		}
	}
	odd := 0
	for _, b := range head {
		if b == 0 {
			return "this is not text" + want
		}
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\x1b' && b != '\f' && b != '\v' {
			odd++
		}
	}
	if 20*odd > len(head) {
		return "this is not text" + want
	}
	return ""
}
