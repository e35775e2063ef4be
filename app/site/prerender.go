package site

import (
	"fmt"
	"html"
	"html/template"
	"slices"
	"strconv"
	"strings"
)

// Prerendered turns the markup that go-app prints for a component into HTML
// that is the same at every build and means what the component said:
//
//   - go-app prints attributes in the order of a map; here they are sorted.
//   - It quotes values as Go source does ("\"" and "\u00a0"); HTML knows
//     nothing of backslashes, so they are read back and escaped as HTML.
//   - It prints a true value as a bare name, which HTML reads as empty. That is
//     right for boolean attributes and wrong for the others: aria-hidden must
//     say "true". Nor may a boolean attribute that is false be there at all.
//
// Text needs nothing: go-app escapes it.
func Prerendered(markup string) (template.HTML, error) {
	var b strings.Builder
	for markup != "" {
		open := strings.IndexByte(markup, '<')
		if open < 0 {
			break
		}
		b.WriteString(markup[:open])
		markup = markup[open:]

		end := strings.IndexAny(markup, " >")
		if end < 0 {
			return "", fmt.Errorf("prerendered tag %.40q does not end", markup)
		}
		b.WriteString(markup[:end])
		attrs, rest, err := readAttributes(markup[end:])
		if err != nil {
			return "", fmt.Errorf("prerendered tag %.40q: %v", markup, err)
		}
		for _, a := range attrs {
			b.WriteString(" " + a)
		}
		markup = rest
	}
	b.WriteString(markup)
	return template.HTML(b.String()), nil
}

// ReadAttributes reads ` name="value" name>` up to the closing bracket and
// returns the attributes as HTML, sorted, and what begins with that bracket.
func readAttributes(s string) (attrs []string, rest string, err error) {
	for strings.HasPrefix(s, " ") {
		s = s[1:]
		n := strings.IndexAny(s, "= >")
		if n < 0 {
			return nil, "", fmt.Errorf("attribute %.40q does not end", s)
		}
		name := s[:n]
		value, bare := "", true
		if s = s[n:]; s[0] == '=' {
			quoted, err := strconv.QuotedPrefix(s[1:])
			if err != nil {
				return nil, "", fmt.Errorf("value of attribute %q: %v", name, err)
			}
			if value, err = strconv.Unquote(quoted); err != nil {
				return nil, "", fmt.Errorf("value of attribute %q: %v", name, err)
			}
			s, bare = s[1+len(quoted):], false
		}
		switch {
		case boolean[name] && value == "false":
		case boolean[name]:
			attrs = append(attrs, name)
		case bare && (strings.HasPrefix(name, "aria-") || strings.HasPrefix(name, "data-")):
			attrs = append(attrs, name+`="true"`)
		default:
			attrs = append(attrs, name+`="`+html.EscapeString(value)+`"`)
		}
	}
	slices.Sort(attrs)
	return attrs, s, nil
}

// Boolean are the attributes whose mere presence says yes.
var boolean = map[string]bool{
	"async": true, "autofocus": true, "autoplay": true, "checked": true, "controls": true,
	"default": true, "defer": true, "disabled": true, "hidden": true, "inert": true, "loop": true,
	"multiple": true, "muted": true, "novalidate": true, "open": true, "readonly": true,
	"required": true, "reversed": true, "selected": true,
}
