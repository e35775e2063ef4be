package e2e

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"playground/app/words"
)

// Contrast of the tokens in the style sheet, as WCAG measures it: 4.5:1 for text,
// 3:1 for marks and the edges of controls, in both themes.
func TestContrast(t *testing.T) {
	t.Parallel()
	css, err := os.ReadFile(filepath.Join("..", "..", "web", "style.css"))
	if err != nil {
		t.Fatal(err)
	}
	surfaces := []string{"paper", "panel", "well"}
	type pair struct {
		ink, on string
		least   float64
	}
	var pairs []pair
	for _, surface := range surfaces {
		for _, text := range []string{"ink", "soft", "accent", "hit", "miss", "again", "evict", "code-key", "code-num", "code-fn"} {
			pairs = append(pairs, pair{text, surface, 4.5})
		}
		for _, mark := range []string{"edge", "accent", "hit", "miss", "again", "evict"} {
			pairs = append(pairs, pair{mark, surface, 3})
		}
	}
	for _, meaning := range []string{"hit", "miss", "again", "evict"} {
		pairs = append(pairs, pair{meaning, meaning + "-bg", 4.5}, pair{"ink", meaning + "-bg", 4.5})
	}
	pairs = append(pairs, pair{"on-accent", "accent", 4.5})
	for _, heat := range []string{"hot", "cold"} { // an entry, and the note at its foot
		for _, note := range []string{"ink", "soft", "accent", "hit", "evict"} {
			pairs = append(pairs, pair{note, heat, 4.5})
		}
	}

	for name, theme := range tokens(words.StyleSheet() + string(css)) {
		for _, p := range pairs {
			got := contrast(theme.colour(t, p.ink), theme.colour(t, p.on))
			if got < p.least {
				t.Errorf("%s: %s on %s is %.2f:1, want %.1f:1", name, p.ink, p.on, got, p.least)
			}
		}
	}
}

// A theme is its custom properties.
type theme map[string]string

// tokens reads the custom properties that are a colour for each theme.
func tokens(css string) map[string]theme {
	light, dark := theme{}, theme{}
	property := regexp.MustCompile(`--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);`)
	for _, p := range property.FindAllStringSubmatch(css, -1) {
		light[p[1]], dark[p[1]] = p[2], p[3]
	}
	return map[string]theme{"light": light, "dark": dark}
}

type colour [3]float64

func (th theme) colour(t *testing.T, name string) (c colour) {
	t.Helper()
	hex, ok := th[name]
	if !ok {
		t.Fatalf("there is no token --%s", name)
	}
	for i := range c {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c[i] = float64(n) / 255
	}
	return c
}

// contrast is the ratio of WCAG 2.
func contrast(a, b colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func (c colour) luminance() float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}
