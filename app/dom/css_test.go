package dom

import "testing"

func TestCSSTransform(t *testing.T) {
	for attribute, want := range map[string]string{
		"translate(3,4.5)":             "translate(3px,4.5px)",
		"translate(-3 4)":              "translate(-3px,4px)",
		"translate(3)":                 "translate(3px)",
		"scale(0.5,2)":                 "scale(0.5,2)",
		"rotate(45)":                   "",
		"translate(1,2) scale(2)":      "",
		"translate(1,2":                "",
		"translate()":                  "",
		"":                             "",
		"matrix(1,0,0,1,2,3)":          "",
		"translate(1,2);x:url(//evil)": "",
	} {
		if got := cssTransform(attribute); got != want {
			t.Errorf("cssTransform(%q) = %q, want %q", attribute, got, want)
		}
	}
}

func TestSVGTransform(t *testing.T) {
	for css, want := range map[string]string{"translate(3px, 4.5px)": "translate(3,4.5)", "translate(3px)": "translate(3)", "scale(0.5, 2)": "scale(0.5,2)", "": ""} {
		if got := svgTransform(css); got != want {
			t.Errorf("svgTransform(%q) = %q, want %q", css, got, want)
		}
	}
}

func TestMilliseconds(t *testing.T) {
	for time, want := range map[string]float64{"160ms": 160, " .2s ": 200, "0s": 0, "": 0, "fast": 0, "ms": 0, "3": 0} {
		if got := milliseconds(time); got != want {
			t.Errorf("milliseconds(%q) = %v, want %v", time, got, want)
		}
	}
}
