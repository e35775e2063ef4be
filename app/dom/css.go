package dom

import (
	"strconv"
	"strings"
)

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

// milliseconds reads a CSS time, such as 160ms or .2s. It is 0 for what is none.
func milliseconds(time string) float64 {
	time = strings.TrimSpace(time)
	if number, ok := strings.CutSuffix(time, "ms"); ok {
		return parse(number)
	}
	if number, ok := strings.CutSuffix(time, "s"); ok {
		return 1000 * parse(number)
	}
	return 0
}

func parse(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return x
}
