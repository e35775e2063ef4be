package serve

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"slices"
	"strings"
	"testing"
)

// Whatever is refused, by whichever method and in whichever encoding it was
// asked for: a sentence that comes whole, is kept by nobody, says nothing of the
// file, and leaves the connection as good as it was.
func TestRefusals(t *testing.T) {
	handler, err := Handler(testSite)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	transport := &http.Transport{DisableCompression: true, MaxConnsPerHost: 1}
	defer transport.CloseIdleConnections()
	first := true

	for _, c := range []struct {
		status  int
		methods string
		path    string
		headers []string
		says    string
	}{
		{404, "GET HEAD", "/missing", nil, "the playground is at /"},
		{404, "GET HEAD", "/missing", []string{"Range: bytes=0-1", `If-Match: "x"`}, "the playground is at /"},
		{404, "GET HEAD", "/assets/missing.wasm", nil, "the playground is at /"},
		{405, "POST PUT DELETE OPTIONS", "/", nil, "only GET and HEAD"},
		{405, "POST", "/missing", nil, "only GET and HEAD"},
		{406, "GET HEAD", "/", []string{"Accept-Encoding: identity;q=0, *;q=0"}, "br, gzip and identity are tried"},
		{406, "GET HEAD", "/icon-192.png", []string{"Accept-Encoding: br, identity;q=0"}, "br, gzip and identity are tried"},
		{406, "GET", "/icon-192.png", []string{"Accept-Encoding: br, identity;q=0", "Range: bytes=0-1"}, "br, gzip and identity are tried"},
		{412, "GET HEAD", "/", []string{`If-Match: "other"`}, "If-Match"},
		{412, "GET HEAD", "/assets/app.1.wasm", []string{`If-Match: "other"`}, "If-Match"},
		{412, "GET HEAD", "/icon-192.png", []string{`If-Match: "other"`, "If-None-Match: *"}, "If-Match"},
		{412, "GET", "/assets/app.1.wasm", []string{`If-Match: "other"`, "Range: bytes=0-1"}, "If-Match"},
		{412, "GET", "/assets/app.1.wasm", []string{`If-Match: "other"`, "Range: bytes=100-"}, "If-Match"},
		{416, "GET", "/assets/app.1.wasm", []string{"Range: bytes=100-"}, "Content-Range"},
		{416, "GET", "/", []string{"Range: bytes=9-1"}, "Content-Range"},
		{416, "GET", "/", []string{"Range: bytes=x"}, "Content-Range"},
	} {
		for method := range strings.FieldsSeq(c.methods) {
			for _, encoding := range []string{"br", "gzip", "identity", ""} {
				name := fmt.Sprintf("%s %s %q, Accept-Encoding %q", method, c.path, c.headers, encoding)
				r, err := http.NewRequest(method, server.URL+c.path, strings.NewReader(""))
				if err != nil {
					t.Fatal(err)
				}
				if encoding != "" {
					r.Header.Set("Accept-Encoding", encoding)
				}
				for _, h := range c.headers {
					name, value, _ := strings.Cut(h, ": ")
					r.Header.Set(name, value)
				}
				reused := false
				r = r.WithContext(httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{
					GotConn: func(info httptrace.GotConnInfo) { reused = info.Reused },
				}))
				got, err := transport.RoundTrip(r)
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				text := body(t, got)
				got.Body.Close()
				if got.StatusCode != c.status {
					t.Errorf("%s: status %d, want %d", name, got.StatusCode, c.status)
					continue
				}
				if !reused && !first {
					t.Errorf("%s: the answer before it cost the connection", name)
				}
				first = false
				if method == "HEAD" && text != "" || method != "HEAD" && (int64(len(text)) != got.ContentLength || strings.Count(text, "\n") != 1 || !strings.Contains(text, c.says)) {
					t.Errorf("%s: %q of %d bytes; want a line that says %q", name, text, got.ContentLength, c.says)
				}
				if got.ContentLength <= 0 {
					t.Errorf("%s: Content-Length %d", name, got.ContentLength)
				}
				for header, want := range map[string]string{
					"Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8",
					"ETag": "", "Content-Encoding": "", "Accept-Ranges": "", "Last-Modified": "",
					"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff",
				} {
					if got := got.Header.Get(header); got != want {
						t.Errorf("%s: %s is %q, want %q", name, header, got, want)
					}
				}
				if (c.status == 405) != (got.Header.Get("Allow") == "GET, HEAD") {
					t.Errorf("%s: Allow is %q", name, got.Header.Get("Allow"))
				}
				if (c.status == 416) != strings.HasPrefix(got.Header.Get("Content-Range"), "bytes */") {
					t.Errorf("%s: Content-Range is %q", name, got.Header.Get("Content-Range"))
				}
			}
		}
	}
}

// HEAD is answered by the header that GET has.
func TestHeadIsAsGet(t *testing.T) {
	for _, path := range []string{"/", "/worker.js", "/icon-192.png", "/assets/app.1.wasm", "/missing", "/healthz"} {
		for _, headers := range [][]string{nil, {"Accept-Encoding: br"}, {"If-None-Match: *"}, {`If-Match: "x"`}, {"Accept-Encoding: identity;q=0"}} {
			get, head := ask(t, "GET", path, headers...).Header, ask(t, "HEAD", path, headers...).Header
			if !maps.EqualFunc(get, head, slices.Equal) {
				t.Errorf("%s %q: GET has %v, HEAD %v", path, headers, get, head)
			}
		}
	}
}
