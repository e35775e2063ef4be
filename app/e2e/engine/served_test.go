package engine_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// siteAfter serves the site with a script of the test that runs before those of
// the page, and returns its address.
func siteAfter(t *testing.T, script string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(web, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	html := strings.Replace(string(page), "<head>", `<head><script src="before.js"></script>`, 1)
	files := http.FileServer(http.Dir(web))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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
	}))
	t.Cleanup(server.Close)
	return server.URL
}
