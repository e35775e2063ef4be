package source

import (
	"strings"
	"testing"

	"playground/app/programs"
	"playground/app/trace"
)

func (l Line) String() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.Text)
	}
	return b.String()
}

// marked writes a line with each span in brackets behind the letter of its kind.
func (l Line) marked() string {
	var b strings.Builder
	for _, s := range l {
		if s.Kind == Text {
			b.WriteString(s.Text)
		} else {
			b.WriteString(string("tkfns"[s.Kind]) + "[" + s.Text + "]")
		}
	}
	return b.String()
}

func TestListing(t *testing.T) {
	tests := []struct {
		program string
		size    trace.Size
		want    string
	}{
		{"fibonacci", 2, `
@f[lru_cache](maxsize=s[2])
k[def] f[fibonacci](n):
    k[if] n < n[2]:
        k[return] n
    k[return] f[fibonacci](n-n[1]) + f[fibonacci](n-n[2])`},
		{"calc_pi", trace.None, `
@f[lru_cache](maxsize=s[None])
k[def] f[calc_pi](terms):
    total, sign = n[0.0], n[1.0]
    k[for] k k[in] range(terms):
        total += sign / (n[2]*k + n[1])
        sign = -sign
    k[return] n[4] * total`},
	}
	for _, tt := range tests {
		p, _ := programs.Find(tt.program)
		var got strings.Builder
		for _, line := range Listing(p, tt.size) {
			got.WriteString("\n" + line.marked())
		}
		if got.String() != tt.want {
			t.Errorf("%s reads\n%s\nwant\n%s", tt.program, got.String(), tt.want)
		}
	}
}

// TestListingIsWhatIsCopied holds the listing against the script: the page shows
// what runs.
func TestListingIsWhatIsCopied(t *testing.T) {
	for _, p := range programs.All() {
		for _, size := range []trace.Size{0, 128, trace.None} {
			var lines []string
			for _, line := range Listing(p, size) {
				lines = append(lines, line.String())
				for i, s := range line {
					if s.Text == "" || i > 0 && s.Kind == Text && line[i-1].Kind == Text {
						t.Errorf("%s: a span too many in %q", p.ID, line)
					}
				}
			}
			text := "\n" + strings.Join(lines, "\n") + "\n"
			if !strings.Contains(Python(trace.Record(scriptOf(p.ID, size))), text) {
				t.Errorf("the script does not contain the listing%s", text)
			}
		}
	}
}
