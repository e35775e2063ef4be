package serve

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
)

// A site in miniature: the handler never looks into the files.
var testSite = fstest.MapFS{
	"index.html":            {Data: []byte("<!doctype html> the page")},
	"index.html.br":         {Data: []byte("page in brotli")},
	"index.html.gz":         {Data: []byte("page in gzip")},
	"style.css":             {Data: []byte("of this the build makes the one in assets")},
	"draw.css":              {Data: []byte("and of this")},
	"preview.png":           {Data: []byte("likewise")},
	"assets/licences.1.txt": {Data: []byte("licences")},
	"worker.js":             {Data: []byte("the worker")},
	"worker.js.gz":          {Data: []byte("worker in gzip")},
	"keys/index.html":       {Data: []byte("another page")},
	"keys/index.html.br":    {Data: []byte("another in brotli")},
	"icon.svg":              {Data: []byte("<svg/>")},
	"icon-192.png":          {Data: []byte("0123456789")},
	"manifest.webmanifest":  {Data: []byte("{}")},
	"assets/app.1.wasm":     {Data: []byte("the program")},
	"assets/app.1.wasm.br":  {Data: []byte("program in brotli")},
	"assets/style.1.css":    {Data: []byte("css")},
	"assets/app.1.js":       {Data: []byte("js")},
}

// Ask sends a request to the handler; headers are "Name: value".
func ask(t *testing.T, method, path string, headers ...string) *http.Response {
	t.Helper()
	handler, err := Handler(testSite)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(method, path, nil)
	for _, h := range headers {
		if name, value, found := strings.Cut(h, ": "); found {
			r.Header.Add(name, value)
		}
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w.Result()
}

// AnswerTo is what a handler answers to a plain GET of an address.
func answerTo(handler http.Handler, address *url.URL) *http.Response {
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, &http.Request{Method: "GET", URL: address, Header: http.Header{}})
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestFiles(t *testing.T) {
	const immutable = "public, max-age=31536000, immutable"
	for _, c := range []struct{ path, contentType, cacheControl, body string }{
		{"/", "text/html; charset=utf-8", "no-cache", "<!doctype html> the page"},
		{"/index.html", "text/html; charset=utf-8", "no-cache", "<!doctype html> the page"},
		{"/?a=b", "text/html; charset=utf-8", "no-cache", "<!doctype html> the page"},
		{"/keys/", "text/html; charset=utf-8", "no-cache", "another page"},
		{"/keys/?a=b", "text/html; charset=utf-8", "no-cache", "another page"},
		{"/keys/index.html", "text/html; charset=utf-8", "no-cache", "another page"},
		{"/worker.js", "text/javascript; charset=utf-8", "no-cache", "the worker"},
		{"/manifest.webmanifest", "application/manifest+json", "no-cache", "{}"},
		{"/icon.svg", "image/svg+xml", "no-cache", "<svg/>"},
		{"/icon-192.png", "image/png", "no-cache", "0123456789"},
		{"/assets/app.1.wasm", "application/wasm", immutable, "the program"},
		{"/assets/style.1.css", "text/css; charset=utf-8", immutable, "css"},
		{"/assets/licences.1.txt", "text/plain; charset=utf-8", immutable, "licences"},
		{"/assets/app.1.js", "text/javascript; charset=utf-8", immutable, "js"},
		{"/healthz", "text/plain; charset=utf-8", "no-store", "ok\n"},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			r := ask(t, method, c.path)
			want := c.body
			if method == "HEAD" {
				want = ""
			}
			if got := body(t, r); r.StatusCode != 200 || method == "GET" && got != want {
				t.Errorf("%s %s: status %d, body %q; want 200, %q", method, c.path, r.StatusCode, got, want)
			}
			if got := r.Header.Get("Content-Type"); got != c.contentType {
				t.Errorf("%s %s: Content-Type %q, want %q", method, c.path, got, c.contentType)
			}
			if got := r.Header.Get("Cache-Control"); got != c.cacheControl {
				t.Errorf("%s %s: Cache-Control %q, want %q", method, c.path, got, c.cacheControl)
			}
		}
	}
}

func TestSecurityHeaders(t *testing.T) {
	for _, c := range []struct{ method, path, header string }{
		{"GET", "/", ""}, {"HEAD", "/", ""}, {"GET", "/assets/app.1.wasm", ""}, {"GET", "/healthz", ""},
		{"GET", "/missing", ""}, {"POST", "/", ""}, {"GET", "/", "If-None-Match: *"}, {"GET", "/", `If-Match: "x"`},
		{"GET", "/", "Range: bytes=0-1"}, {"GET", "/", "Range: bytes=100-"}, {"GET", "/", "Accept-Encoding: *;q=0"},
		{"GET", "/", "Origin: null"}, {"GET", "/%23v=1", ""},
	} {
		h := ask(t, c.method, c.path, c.header).Header
		for name, want := range map[string]string{
			"Access-Control-Allow-Origin":  "*",
			"Cross-Origin-Opener-Policy":   "", // see always
			"Cross-Origin-Resource-Policy": "cross-origin",
			"Referrer-Policy":              "no-referrer",
			"X-Content-Type-Options":       "nosniff",
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s %s: %s is %q, want %q", c.method, c.path, name, got, want)
			}
		}
		policy := h.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "script-src 'self' 'wasm-unsafe-eval';") || strings.Contains(policy, "'unsafe-inline'") {
			t.Errorf("%s %s: Content-Security-Policy %q", c.method, c.path, policy)
		}
		if strings.Contains(policy, "frame-ancestors") || h.Get("X-Frame-Options") != "" {
			t.Errorf("%s %s: other sites could not show the page in a frame", c.method, c.path)
		}
	}
}

func TestUnknownPaths(t *testing.T) {
	for _, path := range []string{
		"/missing", "/assets", "/assets/", "/assets/missing.js", "/index.html/", "//", "//index.html", "/INDEX.HTML", "/.",
		"/style.css", "/draw.css", "/preview.png", // sources are no files
		"/assets/app.1.wasm.br", "/index.html.gz", "/index.html.br", // forms are no files
		"/healthz/", "/../server.go", "/assets/../index.html", "/./index.html", "/%2e%2e/server.go", "/..%2fserver.go", `/..%5cserver.go`, "/index.html%00",
	} {
		r := ask(t, "GET", path)
		if got := body(t, r); r.StatusCode != 404 || !strings.Contains(got, "the playground is at /") {
			t.Errorf("GET %s: status %d, body %q; want 404", path, r.StatusCode, got)
		}
	}
}

func TestOtherMethods(t *testing.T) {
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW", "get"} {
		r := ask(t, method, "/")
		if r.StatusCode != 405 || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s /: status %d, Allow %q; want 405, GET, HEAD", method, r.StatusCode, r.Header.Get("Allow"))
		}
	}
}

func TestEncodings(t *testing.T) {
	tags := map[string]string{}
	for _, c := range []struct{ accept, encoding, body string }{
		{"br", "br", "page in brotli"},
		{"gzip", "gzip", "page in gzip"},
		{"identity", "", "<!doctype html> the page"},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			r := ask(t, method, "/", "Accept-Encoding: "+c.accept)
			h := r.Header
			if h.Get("Content-Encoding") != c.encoding || method == "GET" && body(t, r) != c.body {
				t.Errorf("%s, Accept-Encoding %s: Content-Encoding %q", method, c.accept, h.Get("Content-Encoding"))
			}
			if got := r.ContentLength; got != int64(len(c.body)) {
				t.Errorf("%s, Accept-Encoding %s: Content-Length %d, want %d", method, c.accept, got, len(c.body))
			}
			if h.Get("Vary") != "Accept-Encoding" {
				t.Errorf("%s, Accept-Encoding %s: Vary %q", method, c.accept, h.Get("Vary"))
			}
			tag := h.Get("ETag")
			if other, seen := tags[tag]; strings.HasPrefix(tag, "W/") || len(tag) < 10 || seen && other != c.encoding {
				t.Errorf("%s, Accept-Encoding %s: ETag %s, also of %q", method, c.accept, tag, other)
			}
			tags[tag] = c.encoding
		}
	}
	if r := ask(t, "GET", "/icon-192.png", "Accept-Encoding: br, gzip"); r.Header.Get("Content-Encoding") != "" || body(t, r) != "0123456789" {
		t.Error("a file without compressed copies was not sent as it is")
	}
	if r := ask(t, "GET", "/", "Accept-Encoding: gzip;q=0.5", "Accept-Encoding: br;q=0.4"); r.Header.Get("Content-Encoding") != "gzip" {
		t.Error("two Accept-Encoding lines were not read as one list")
	}
	if r := ask(t, "GET", "/icon-192.png", "Accept-Encoding: br, identity;q=0"); r.StatusCode != 406 {
		t.Errorf("nothing acceptable: status %d, want 406", r.StatusCode)
	}
}

func TestConditional(t *testing.T) {
	tag := ask(t, "GET", "/", "Accept-Encoding: br").Header.Get("ETag")
	plain := ask(t, "GET", "/").Header.Get("ETag")
	for _, c := range []struct {
		header string
		status int
	}{
		{"If-None-Match: " + tag, 304},
		{"If-None-Match: W/" + tag, 304},
		{`If-None-Match: "other", ` + tag, 304},
		{`If-None-Match: "other" ,W/"x",` + tag + `, "y"`, 304},
		{"If-None-Match: *", 304},
		{"If-None-Match: " + plain, 200}, // of another encoding
		{`If-None-Match: "other"`, 200},
		{"If-None-Match: " + strings.Trim(tag, `"`), 200},
		{"If-Match: " + tag, 200},
		{"If-Match: *", 200},
		{`If-Match: "other"`, 412},
		{"If-Modified-Since: Mon, 01 Jan 2100 00:00:00 GMT", 200}, // there are no dates here
	} {
		for _, method := range []string{"GET", "HEAD"} {
			r := ask(t, method, "/", "Accept-Encoding: br", c.header)
			got := body(t, r)
			if r.StatusCode != c.status {
				t.Errorf("%s, %s: status %d, want %d", method, c.header, r.StatusCode, c.status)
			}
			switch {
			case c.status == 200 && method == "GET" && (got != "page in brotli" || r.ContentLength != int64(len(got))):
				t.Errorf("%s, %s: body %q, length %d", method, c.header, got, r.ContentLength)
			case c.status == 304 && (got != "" || r.Header.Get("ETag") != tag || r.Header.Get("Vary") == "" || r.Header.Get("Cache-Control") != "no-cache"):
				t.Errorf("%s, %s: body %q, headers %v", method, c.header, got, r.Header)
			}
		}
	}
}

func TestRanges(t *testing.T) {
	plain := ask(t, "GET", "/assets/app.1.wasm").Header
	packed := ask(t, "GET", "/assets/app.1.wasm", "Accept-Encoding: br").Header
	if plain.Get("Accept-Ranges") != "bytes" || packed.Get("Accept-Ranges") != "" {
		t.Errorf("Accept-Ranges %q as it is and %q in brotli; want bytes and none", plain.Get("Accept-Ranges"), packed.Get("Accept-Ranges"))
	}
	for _, c := range []struct {
		headers []string
		status  int
		body    string
	}{
		{[]string{"Range: bytes=4-6"}, 206, "pro"},
		{[]string{"Range: bytes=-3"}, 206, "ram"},
		{[]string{"Range: bytes=8-"}, 206, "ram"},
		{[]string{"Range: bytes=4-6", "Accept-Encoding: br, gzip"}, 206, "pro"}, // of the content, not of its copy
		{[]string{"Range: bytes=4-6", "Accept-Encoding: *;q=0, identity"}, 206, "pro"},
		{[]string{"Range: lines=4-6"}, 200, "the program"}, // a unit that nobody here knows
		{[]string{"Range: 4-6"}, 200, "the program"},
		{[]string{"Range: bytes=4-6", "If-Range: " + plain.Get("ETag")}, 206, "pro"},
		{[]string{"Range: bytes=4-6", "If-Range: " + packed.Get("ETag")}, 200, "the program"},
		{[]string{"Range: bytes=0-0,2-2"}, 206, ""},
		{[]string{"Range: bytes=100-"}, 416, ""},
		{[]string{"Range: bytes=4-6", "If-None-Match: " + plain.Get("ETag")}, 304, ""},
	} {
		r := ask(t, "GET", "/assets/app.1.wasm", c.headers...)
		if got := body(t, r); r.StatusCode != c.status || c.body != "" && got != c.body {
			t.Errorf("%v: status %d, body %q; want %d, %q", c.headers, r.StatusCode, got, c.status, c.body)
		}
		if r.Header.Get("Content-Encoding") != "" {
			t.Errorf("%v: Content-Encoding %q", c.headers, r.Header.Get("Content-Encoding"))
		}
	}
}

// Who asks for a part and refuses the content as it is gets the whole of what is
// acceptable.
func TestRangeOfWhatIsRefused(t *testing.T) {
	packed := ask(t, "GET", "/assets/app.1.wasm", "Accept-Encoding: br").Header.Get("ETag")
	for _, c := range []struct {
		headers        []string
		encoding, body string
	}{
		{[]string{"Accept-Encoding: br, identity;q=0"}, "br", "program in brotli"},
		{[]string{"Accept-Encoding: br, *;q=0"}, "br", "program in brotli"},
		{[]string{"Accept-Encoding: br, identity;q=0", "If-Range: " + packed}, "br", "program in brotli"},
		{[]string{"Accept-Encoding: br, identity;q=0", "If-Match: " + packed}, "br", "program in brotli"},
		{[]string{"Accept-Encoding: br, identity;q=0", `If-None-Match: "other"`}, "br", "program in brotli"},
	} {
		r := ask(t, "GET", "/assets/app.1.wasm", append(c.headers, "Range: bytes=4-6")...)
		if got := body(t, r); r.StatusCode != 200 || got != c.body || r.Header.Get("Content-Encoding") != c.encoding || r.ContentLength != int64(len(got)) {
			t.Errorf("%v: status %d, %q in %q of %d bytes", c.headers, r.StatusCode, got, r.Header.Get("Content-Encoding"), r.ContentLength)
		}
	}
	// HEAD knows no parts.
	if r := ask(t, "HEAD", "/assets/app.1.wasm", "Range: bytes=4-6"); r.StatusCode != 200 || r.ContentLength != int64(len("the program")) {
		t.Errorf("HEAD with Range: status %d, length %d", r.StatusCode, r.ContentLength)
	}
}

func TestWithoutSite(t *testing.T) {
	_, err := Handler(fstest.MapFS{"style.css": {Data: []byte("css")}})
	if err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("error %v does not say that make build is missing", err)
	}
}

func TestUnexpectedFile(t *testing.T) {
	_, err := Handler(fstest.MapFS{"index.html": {}, "notes.odt": {}})
	if err == nil || !strings.Contains(err.Error(), `notes.odt: a file with the extension ".odt" is not expected`) {
		t.Errorf("error %v does not name the file", err)
	}
}
