package engine_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
)

// serve has the test visit a server of its own.
func (p *page) serve(handle http.HandlerFunc) *httptest.Server {
	server := httptest.NewServer(handle)
	p.Cleanup(server.Close)
	p.origin = anOrigin(server.URL)
	return server
}

// before has a script of the test run before those of the page.
func (p *page) before(script string) {
	p.Helper()
	page, err := os.ReadFile(filepath.Join(web, "index.html"))
	p.must(err)
	html := strings.Replace(string(page), "<head>", `<head><script src="before.js"></script>`, 1)
	files := http.FileServer(http.Dir(web))
	p.serve(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte(html))
		case "/before.js":
			w.Header().Set("Content-Type", "text/javascript")
			w.Write([]byte(script))
		default:
			files.ServeHTTP(w, r)
		}
	})
}
