package calls

import (
	"bytes"
	"fmt"
	"slices"
)

// A text comes in pieces of any size, and is read line by line.

func (r *Reader) lines(p []byte) {
	if r.in.Lines == 0 && len(r.rest) == 0 {
		p = bytes.TrimPrefix(p, []byte("\ufeff"))
	}
	for r.err == nil && !r.in.Cut {
		i := bytes.IndexByte(p, '\n')
		if i < 0 {
			r.keep(p)
			return
		}
		if len(r.rest) == 0 && !r.tooLong && i <= r.maxLine() {
			r.line(p[:i])
		} else {
			r.keep(p[:i])
			r.line(r.rest)
			r.rest, r.tooLong = r.rest[:0], false
		}
		p = p[i+1:]
	}
}

// A record may say of one body that it asked for millions of keys.
func (r *Reader) maxLine() int {
	if r.in.Kind == Records {
		return 16 * MaxLine
	}
	return MaxLine
}

func (r *Reader) keep(p []byte) {
	if len(r.rest)+len(p) > r.maxLine() {
		r.tooLong = true
		p = p[:min(len(p), max(0, 100-len(r.rest)))] // enough to show
	}
	if !r.tooLong || len(r.rest) < 100 {
		r.rest = append(r.rest, p...)
	}
}

func (r *Reader) line(line []byte) {
	r.in.Lines++
	if r.tooLong {
		r.bad(line, fmt.Sprintf("the line is longer than %d million characters; lines end with a line feed", r.maxLine()>>20))
		return
	}
	r.parser.line(bytes.TrimSuffix(line, []byte{'\r'}))
}

// sampleLines returns the lines of a head that are not empty, 200 at most, all
// of them complete where there is more than one.
func sampleLines(head []byte) [][]byte {
	var sample [][]byte
	complete := bytes.LastIndexByte(head, '\n')
	if complete > 0 && len(head) >= headSize {
		head = head[:complete]
	}
	for line := range bytes.Lines(bytes.TrimPrefix(head, []byte("\ufeff"))) {
		if line = bytes.TrimRight(line, "\r\n"); len(bytes.TrimSpace(line)) > 0 {
			sample = append(sample, line)
		}
		if len(sample) == 200 {
			break
		}
	}
	return slices.Clip(sample)
}
