package serve

import (
	"math"
	"testing"
)

func TestChoose(t *testing.T) {
	all := []form{{encoding: "br"}, {encoding: "gzip"}, {encoding: ""}}
	const nothing = "nothing"
	for _, c := range []struct{ accept, want string }{
		{"", ""},
		{"br", "br"},
		{"gzip", "gzip"},
		{"x-gzip", "gzip"},
		{"GZIP", "gzip"},
		{"gzip, deflate, br, zstd", "br"},
		{"gzip, br;q=0.9", "gzip"},
		{"gzip;q=0.2, br;q=0.9", "br"},
		{"gzip ; q=0.2 , br ; q=0.9", "br"},
		{"br;Q=0.1, gzip;Q=0.2", "gzip"},
		{"br;q=0, gzip;q=0", ""},
		{"br;q=0.000", ""},
		{"gzip;q=0.001", "gzip"},
		{"identity", ""},
		{"identity, gzip;q=0.5", ""},
		{"identity;q=0.5, gzip", "gzip"},
		{"gzip, identity", "gzip"}, // equal weights: the smaller one
		{"*", "br"},
		{"*;q=0.5, gzip", "gzip"},
		{"*;q=0.5, br;q=0", "gzip"},
		{"*, br;q=0, gzip;q=0", ""},
		{"deflate", ""},
		{"identity;q=0", nothing},
		{"*;q=0", nothing},
		{"*;q=0, gzip", "gzip"},
		{"*;q=0, identity", ""},
		{"deflate, *;q=0", nothing},
		{"br;q=2, gzip", "gzip"},
		{"br;q=-1, gzip;q=NaN, identity;q=Inf", ""},
		{"br;level=5, gzip", "gzip"},
		{",, ,;q=1,br,", "br"},
		{"br;q=, gzip;q", ""},
	} {
		got, ok := parseAcceptEncoding([]string{c.accept}).choose(all)
		if !ok {
			got.encoding = nothing
		}
		if got.encoding != c.want {
			t.Errorf("Accept-Encoding %q: %q, want %q", c.accept, got.encoding, c.want)
		}
	}
	if got, ok := parseAcceptEncoding(nil).choose(all); !ok || got.encoding != "" {
		t.Errorf("no Accept-Encoding: %q, %t; want the content as it is", got.encoding, ok)
	}
}

// Whatever a client sends, weights are from 0 to 1, and what is chosen is never
// something it has refused.
func FuzzAcceptEncoding(f *testing.F) {
	for _, seed := range []string{"", "br", "gzip;q=0.5, *;q=0", "identity;q=0", "br;q=1e-400", "a;b;c,=;=q", "*;q=0x1p-2"} {
		f.Add(seed)
	}
	all := []form{{encoding: "br"}, {encoding: "gzip"}, {encoding: ""}}
	f.Fuzz(func(t *testing.T, header string) {
		weights := parseAcceptEncoding([]string{header})
		for coding, q := range weights {
			if !(q >= 0 && q <= 1) || math.IsNaN(q) {
				t.Errorf("weight of %q is %v", coding, q)
			}
		}
		if got, ok := weights.choose(all); ok && weights.of(got.encoding) <= 0 {
			t.Errorf("chose %q, which is refused", got.encoding)
		} else if !ok && weights.of("") > 0 {
			t.Error("chose nothing although the content as it is would do")
		}
	})
}
