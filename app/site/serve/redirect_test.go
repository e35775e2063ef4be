package serve

import (
	"net/url"
	"strings"
	"testing"
)

func TestRedirects(t *testing.T) {
	for _, c := range []struct{ from, to string }{
		// A folder's page.
		{"/keys", "/keys/"},
		{"/keys?a=b&c=%23", "/keys/?a=b&c=%23"},
		// An encoded fragment.
		{"/%23", "/"},
		{"/%23v=1&max=3", "/#v=1&max=3"},
		{"/%23v%3D1%26max%3D3", "/#v%3D1%26max%3D3"}, // whoever reads the fragment decodes it
		{"/%23v=1%231", "/#v=1%231"},
		{"/%23v=1?utm=x", "/?utm=x#v=1"},
		{"/%23a/b/c", "/#a/b/c"},
		{"/%23a/", "/#a/"},
		{"/keys/%23v=1", "/keys/#v=1"},
		{"/keys/%23a/b", "/keys/#a/b"},
		{"/keys%23v=1", "/keys/#v=1"},
		{"/keys%23a/b", "/keys/#a/b"},
		{"/index.html%23v=1", "/index.html#v=1"},
		{"/keys/index.html%23v=1", "/keys/index.html#v=1"},
	} {
		for _, under := range []string{"", "/some/path"} { // which a proxy takes away
			r := ask(t, "GET", c.from)
			base, err := url.Parse("http://host" + under + c.from)
			if err != nil {
				t.Fatal(err)
			}
			to, err := base.Parse(r.Header.Get("Location"))
			if err != nil || r.StatusCode != 301 {
				t.Errorf("%s: status %d, Location %q, %v", c.from, r.StatusCode, r.Header.Get("Location"), err)
				continue
			}
			if want := "http://host" + under + c.to; to.String() != want {
				t.Errorf("%s under %q leads by %s to %s, not to %s", c.from, under, r.Header.Get("Location"), to, want)
			}
			if r.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s: Cache-Control %q", c.from, r.Header.Get("Cache-Control"))
			}
		}
	}
	for _, path := range []string{
		"/missing%23v=1", "/assets%23v=1", "/assets/%23v=1", "/assets/app.1.js%23v=1", "/%2523v=1", "/keys/missing%23",
		"//example.com%23v=1", "//example.com/%23v=1", "/%5cexample.com%23", "//keys", "/keys//", "/KEYS",
	} {
		if r := ask(t, "GET", path); r.StatusCode != 404 {
			t.Errorf("%s: status %d, Location %q", path, r.StatusCode, r.Header.Get("Location"))
		}
	}
}

// Wherever somebody is sent, it is not to another site.
func FuzzRedirect(f *testing.F) {
	for _, seed := range []string{"/keys", "/%23v=1", "//x%23", "/%23//x", "/%23/..//x", "/keys%23\\x", "/%23http://x", "/keys?//x"} {
		f.Add(seed)
	}
	handler, err := Handler(testSite)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, path string) {
		request, err := url.Parse("http://host" + path)
		if err != nil || request.Host != "host" || !strings.HasPrefix(path, "/") {
			return
		}
		r := answerTo(handler, request)
		if r.StatusCode != 301 {
			return
		}
		to, err := request.Parse(r.Header.Get("Location"))
		if err != nil || to.Host != "host" || to.Scheme != "http" {
			t.Fatalf("%s leads by %q to %s, %v", path, r.Header.Get("Location"), to, err)
		}
		if next := answerTo(handler, to); next.StatusCode != 200 {
			t.Errorf("%s leads by %q to %s, where the answer is %d", path, r.Header.Get("Location"), to, next.StatusCode)
		}
	})
}
