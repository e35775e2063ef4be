package serve

import (
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

// Python's worker has a policy under which it can reach nothing. All other files
// have that of the page; those of Python are kept for ever.
func TestPython(t *testing.T) {
	handler, err := Handler(fstest.MapFS{
		"index.html":              {Data: []byte("the page")},
		"worker.js":               {Data: []byte("the site's worker")},
		"python/page.1.js":        {Data: []byte("js")},
		"python/worker.1.js":      {Data: []byte("js")},
		"python/worker.1.js.br":   {Data: []byte("brotli")},
		"python/python.1.wasm":    {Data: []byte("wasm")},
		"python/stdlib.1.zip":     {Data: []byte("zip")},
		"assets/python/worker.js": {Data: []byte("another")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for path, c := range map[string]struct{ accept, policy, contentType, cacheControl string }{
		"/":                        {"", policy, "text/html; charset=utf-8", "no-cache"},
		"/worker.js":               {"", policy, "text/javascript; charset=utf-8", "no-cache"},
		"/assets/python/worker.js": {"", policy, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		"/python/page.1.js":        {"", policy, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		"/python/worker.1.js":      {"br", pythonPolicy, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		"/python/worker.1.js?x":    {"", pythonPolicy, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		"/python/python.1.wasm":    {"", policy, "application/wasm", "public, max-age=31536000, immutable"},
		"/python/stdlib.1.zip":     {"", policy, "application/zip", "public, max-age=31536000, immutable"},
	} {
		r := httptest.NewRequest("GET", path, nil)
		r.Header.Set("Accept-Encoding", c.accept)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		h := w.Result().Header
		if w.Code != 200 || h.Get("Content-Security-Policy") != c.policy || len(h["Content-Security-Policy"]) != 1 ||
			h.Get("Content-Type") != c.contentType || h.Get("Cache-Control") != c.cacheControl {
			t.Errorf("%s: %d %q", path, w.Code, h)
		}
	}
}
