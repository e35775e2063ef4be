package dom

import "strings"

// cssTransform turns the value of an SVG transform attribute into what CSS takes,
// where lengths have units: translations and scalings. It is "" for any other.
func cssTransform(attribute string) string {
	function, rest, _ := strings.Cut(attribute, "(")
	inner, after, closed := strings.Cut(rest, ")")
	if !closed || after != "" {
		return ""
	}
	numbers := strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ' ' })
	switch {
	case len(numbers) == 0 || len(numbers) > 2:
		return ""
	case function == "translate":
		return "translate(" + strings.Join(numbers, "px,") + "px)"
	case function == "scale":
		return "scale(" + strings.Join(numbers, ",") + ")"
	}
	return ""
}

// svgTransform turns what cssTransform returns, as a browser may write it, into
// the value of an attribute again.
func svgTransform(css string) string {
	return strings.ReplaceAll(strings.ReplaceAll(css, "px", ""), ", ", ",")
}
