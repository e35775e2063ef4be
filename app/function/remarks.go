package function

import (
	"strconv"
	"strings"
)

// Remarks are what the page's own Python says of a record besides, in comments behind
// the first line. In their texts, \n stands for the end of a line and \\ for a backslash:
//
//	# source from functools import …   the program
//	# link py=…                        the fragment of a link to it
//	# printed 3 0 1 text               what the body of key 3 printed in its run 0, after its first call
type remarks struct {
	source, link string
	prints       []print
}

// remarksOf reads them. What is none is passed over.
func remarksOf(text string) (r remarks) {
	unescaped := strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r")
	_, text, _ = strings.Cut(text, "\n")
	for line := range strings.Lines(text) {
		line, comment := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "# ")
		if !comment {
			break
		}
		kind, rest, _ := strings.Cut(line, " ")
		switch kind {
		case "source":
			r.source = unescaped.Replace(rest)
		case "link":
			r.link = rest
		case "printed":
			if p, ok := printOf(rest); ok {
				p.text = unescaped.Replace(p.text)
				r.prints = append(r.prints, p)
			}
		}
	}
	return r
}

func printOf(text string) (p print, ok bool) {
	parts := strings.SplitN(text, " ", 4)
	if len(parts) < 4 {
		return p, false
	}
	for i, number := range []*int{&p.key, &p.run, &p.after} {
		var err error
		if *number, err = strconv.Atoi(parts[i]); err != nil {
			return p, false
		}
	}
	p.text = parts[3]
	return p, true
}
