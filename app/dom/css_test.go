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
