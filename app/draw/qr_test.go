package draw_test

import (
	"fmt"
	"strings"
	"testing"

	"playground/app/draw"
	"playground/app/qr"
)

// Every dark module is drawn once and no other, within a light rim of four.
func TestQR(t *testing.T) {
	for _, address := range []string{"https://example.org/", "https://example.org/#" + strings.Repeat("v=1&", 200)} {
		code, err := qr.Encode(address)
		if err != nil {
			t.Fatal(err)
		}
		svg := draw.QR(address)
		checkMarkup(t, svg)
		if got, want := svg.Attr("viewBox"), fmt.Sprintf("0 0 %d %[1]d", len(code)+8); got != want {
			t.Errorf("the picture is %s, want %s", got, want)
		}
		dark := map[[2]int]int{}
		for _, run := range strings.Split(part(svg, "modules").Attr("d"), "M")[1:] {
			var x, y, n, back int
			if _, err := fmt.Sscanf(run, "%d %dh%dv1h%dz", &x, &y, &n, &back); err != nil || back != -n || n < 1 {
				t.Fatalf("a path %q", run)
			}
			for i := range n {
				dark[[2]int{x + i - 4, y - 4}]++
			}
		}
		for y, row := range code {
			for x, is := range row {
				want := 0
				if is {
					want = 1
				}
				if dark[[2]int{x, y}] != want {
					t.Fatalf("module %d, %d is drawn %d times, want %d", x, y, dark[[2]int{x, y}], want)
				}
				delete(dark, [2]int{x, y})
			}
		}
		if len(dark) > 0 {
			t.Errorf("drawn outside the code: %v", dark)
		}
	}
	if n := draw.QR(strings.Repeat("x", qr.MaxBytes+1)); n.Tag != "p" || !strings.HasSuffix(n.Says(), ".") {
		t.Errorf("what is too long is drawn as %s", n.Markup())
	}
}
