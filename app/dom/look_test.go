package dom

import "testing"

func TestPlainColour(t *testing.T) {
	for computed, want := range map[string]string{
		"rgb(1, 2, 3)":                       "rgb(1, 2, 3)",
		"none":                               "none",
		`url("#shade")`:                      `url("#shade")`,
		"oklab(1 0 0)":                       "rgb(255, 255, 255)",
		"oklab(0 0 0)":                       "rgb(0, 0, 0)",
		"oklab(0.627955 0.224863 0.125846)":  "rgb(255, 0, 0)", // CSS Color 4's own figures for red
		"oklab(0.519752 -0.140302 0.107676)": "rgb(0, 128, 0)", // and for green
		"oklab(1 0 0 / 0.5)":                 "rgba(255, 255, 255, 0.5)",
		"oklab(none 0 0)":                    "rgb(0, 0, 0)",
		"color(srgb 1 0.5 0)":                "rgb(255, 128, 0)",
		"color(srgb 1.2 -0.1 0 / 0.3)":       "rgba(255, 0, 0, 0.3)",
		"color(display-p3 1 0 0)":            "color(display-p3 1 0 0)",
		"oklab(a b c)":                       "oklab(a b c)",
		"4px, 4px":                           "4px, 4px",
		"blur(2px)":                          "blur(2px)",
	} {
		if got := plainColour(computed); got != want {
			t.Errorf("plainColour(%q) = %q, want %q", computed, got, want)
		}
	}
}

func TestDeclarations(t *testing.T) {
	style := func(m map[string]string) func(string) string { return func(p string) string { return m[p] } }
	parent := style(map[string]string{"fill": "rgb(0, 0, 0)", "font-family": "serif", "opacity": "0.5"})
	child := style(map[string]string{"fill": "oklab(1 0 0)", "font-family": "serif", "opacity": "1", "display": "none"})

	if got, want := declarations(parent, nil, 2), "fill:rgb(0, 0, 0);font-family:serif;opacity:0.5;"; got != want {
		t.Errorf("the outermost: %q, want %q", got, want)
	}
	if got, want := declarations(child, parent, 2), "fill:rgb(255, 255, 255);display:none;"; got != want {
		t.Errorf("inside: %q, want %q", got, want)
	}
}

// Lines that keep their width when a picture grows are drawn wider in one that is
// drawn larger than it is shown.
func TestDeclarationsMagnified(t *testing.T) {
	style := func(p string) string {
		return map[string]string{"vector-effect": "non-scaling-stroke", "stroke-width": "1.5px", "stroke-dasharray": "4px, 2px"}[p]
	}
	const once = "stroke-width:1.5px;stroke-dasharray:4px, 2px;vector-effect:non-scaling-stroke;"
	if got := declarations(style, nil, 1); got != once {
		t.Errorf("as it is: %q, want %q", got, once)
	}
	if got, want := declarations(style, nil, 2), once+"stroke-width:3px;stroke-dasharray:8px, 4px;"; got != want {
		t.Errorf("twice as large: %q, want %q", got, want)
	}
}

func TestTimes(t *testing.T) {
	for lengths, want := range map[string]string{"1px": "2px", "4px, 2.5px": "8px, 5px", "none": "none", "": "", "50%": "50%"} {
		if got := times(lengths, 2); got != want {
			t.Errorf("times(%q, 2) = %q, want %q", lengths, got, want)
		}
	}
}
