package function

import (
	"strconv"
	"strings"

	"playground/app/trace"
)

// Remarks are what the page's own Python says of a record besides, in comments behind
// the first line. Texts in them are quoted:
//
//	# source "from functools import …"   the program
//	# link py=…                          the fragment of a link to it
//	# printed 3 0 1 "text"               what the body of key 3 printed in its run 0, after its first call
type remarks struct {
	source, link string
	prints       []trace.Print
}

// remarksOf reads them. What is none is passed over.
func remarksOf(text string) (r remarks) {
	_, text, _ = strings.Cut(text, "\n")
	for line := range strings.Lines(text) {
		line, comment := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "# ")
		if !comment {
			break
		}
		kind, rest, _ := strings.Cut(line, " ")
		switch kind {
		case "source":
			r.source, _ = strconv.Unquote(rest)
		case "link":
			r.link = rest
		case "printed":
			if p, ok := printOf(rest); ok {
				r.prints = append(r.prints, p)
			}
		}
	}
	return r
}

func printOf(text string) (p trace.Print, ok bool) {
	parts := strings.SplitN(text, " ", 4)
	if len(parts) < 4 {
		return p, false
	}
	var err error
	for i, number := range []*int{&p.Key, &p.Run, &p.After} {
		if *number, err = strconv.Atoi(parts[i]); err != nil {
			return p, false
		}
	}
	p.Text, err = strconv.Unquote(parts[3])
	return p, err == nil
}
