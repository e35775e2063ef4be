package dom

import (
	"math"
	"strconv"
	"strings"
)

// inherited are the properties that make up the look of a picture and that an
// element has from its parent unless it says otherwise.
var inherited = []string{
	"color", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-dashoffset",
	"stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "paint-order",
	"font-family", "font-size", "font-weight", "font-style", "font-variant-numeric", "letter-spacing", "word-spacing",
	"text-anchor", "dominant-baseline", "visibility",
}

// own are those that each element has for itself, with what they are if nothing
// is said.
var own = []struct{ name, initial string }{
	{"opacity", "1"}, {"text-decoration-line", "none"}, {"vector-effect", "none"}, {"mix-blend-mode", "normal"},
	{"stop-color", "rgb(0, 0, 0)"}, {"stop-opacity", "1"}, {"clip-path", "none"}, {"mask-image", "none"}, {"filter", "none"},
}

// declarations writes the computed style of an element as CSS that needs no style
// sheet. The parent's is nil for the outermost element. What an element has from
// its parent or by itself is left out. The file is to be drawn magnified so many
// times: that is told to lines that would not grow with it.
func declarations(computed, parent func(property string) string, magnified float64) string {
	var b strings.Builder
	say := func(property, value string) {
		b.WriteString(property + ":" + plainColour(value) + ";")
	}
	for _, property := range inherited {
		if v := computed(property); v != "" && (parent == nil || parent(property) != v) {
			say(property, v)
		}
	}
	for _, p := range own {
		if v := computed(p.name); v != "" && v != p.initial {
			say(p.name, v)
		}
	}
	if magnified != 1 && computed("vector-effect") == "non-scaling-stroke" {
		say("stroke-width", times(computed("stroke-width"), magnified))
		say("stroke-dasharray", times(computed("stroke-dasharray"), magnified))
	}
	if computed("display") == "none" {
		say("display", "none")
	}
	return b.String()
}

// times multiplies the lengths of a list by a factor. It returns what is no list
// of lengths as it is.
func times(lengths string, factor float64) string {
	list := strings.Split(lengths, ",")
	for i, length := range list {
		x, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(length), "px"), 64)
		if err != nil {
			return lengths
		}
		list[i] = strconv.FormatFloat(x*factor, 'f', -1, 64) + "px"
	}
	return strings.Join(list, ", ")
}

// plainColour turns a colour that browsers compute, but few other programs can
// read, into rgb(): oklab(), as color-mix makes it, and color(srgb …). What is
// neither is returned as it is.
func plainColour(value string) string {
	function, rest, _ := strings.Cut(value, "(")
	inner, closed := strings.CutSuffix(rest, ")")
	if !closed {
		return value
	}
	numbers, alpha, hasAlpha := strings.Cut(inner, "/")
	numbers, isSRGB := strings.CutPrefix(numbers, "srgb ")
	var v [3]float64
	fields := strings.Fields(numbers)
	if len(fields) != len(v) {
		return value
	}
	for i, f := range fields {
		x, err := strconv.ParseFloat(f, 64)
		if err != nil && f != "none" {
			return value
		}
		v[i] = x
	}
	switch {
	case function == "oklab" && !isSRGB:
		v = oklabToSRGB(v)
	case function != "color" || !isSRGB:
		return value
	}
	var c [3]string
	for i, x := range v {
		c[i] = strconv.Itoa(int(math.Round(255 * max(0, min(x, 1)))))
	}
	if hasAlpha {
		return "rgba(" + strings.Join(c[:], ", ") + ", " + strings.TrimSpace(alpha) + ")"
	}
	return "rgb(" + strings.Join(c[:], ", ") + ")"
}

// oklabToSRGB is the conversion of Björn Ottosson, https://bottosson.github.io/posts/oklab/,
// as in CSS Color 4.
func oklabToSRGB(lab [3]float64) (rgb [3]float64) {
	cube := func(x float64) float64 { return x * x * x }
	l := cube(lab[0] + 0.3963377774*lab[1] + 0.2158037573*lab[2])
	m := cube(lab[0] - 0.1055613458*lab[1] - 0.0638541728*lab[2])
	s := cube(lab[0] - 0.0894841775*lab[1] - 1.2914855480*lab[2])
	linear := [3]float64{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
	for i, x := range linear {
		if x <= 0.0031308 {
			rgb[i] = 12.92 * x
		} else {
			rgb[i] = 1.055*math.Pow(x, 1/2.4) - 0.055
		}
	}
	return rgb
}
