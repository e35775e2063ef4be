package site

import "testing"

func TestPrerendered(t *testing.T) {
	for _, c := range []struct{ name, markup, want string }{
		{"nothing", "", ""},
		{"text", "a &lt; b", "a &lt; b"},
		{"sorted", `<p title="t" id="i" class="c">x</p>`, `<p class="c" id="i" title="t">x</p>`},
		{"nested", "<div>\n<a href=\"#x\">b</a>\n</div>", "<div>\n<a href=\"#x\">b</a>\n</div>"},
		{"quotes", `<p title="say \"hi\" & <go>">x</p>`, `<p title="say &#34;hi&#34; &amp; &lt;go&gt;">x</p>`},
		{"brackets in a value", `<p title="a>b c=d">x</p>`, `<p title="a&gt;b c=d">x</p>`},
		{"backslash", `<p title="C:\\x">x</p>`, `<p title="C:\x">x</p>`},
		{"not printable to Go", `<p title="1\u00a0000\n">x</p>`, "<p title=\"1\u00a0000\n\">x</p>"},
		{"aria true", `<svg aria-hidden focusable="false"></svg>`, `<svg aria-hidden="true" focusable="false"></svg>`},
		{"data true", `<g data-live></g>`, `<g data-live="true"></g>`},
		{"other empty", `<img alt>`, `<img alt="">`},
		{"boolean true", `<input checked>`, `<input checked>`},
		{"boolean false", `<input checked="false" disabled="false">`, `<input>`},
		{"raw", `<br><hr>`, `<br><hr>`},
	} {
		got, err := Prerendered(c.markup)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
	for _, bad := range []string{"<p", `<p title="x`, `<p title=x>`, `<p title`} {
		if got, err := Prerendered(bad); err == nil {
			t.Errorf("%q gave %q, want an error", bad, got)
		}
	}
}
