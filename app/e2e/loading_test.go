package e2e

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	cdp "github.com/chromedp/cdproto/page"
)

// A browser without WebAssembly is told what is missing.
func TestWithoutWebAssembly(t *testing.T) {
	t.Parallel()
	p := newPage(t, site, window{})
	p.do(func(ctx context.Context) error {
		_, err := cdp.AddScriptToEvaluateOnNewDocument("delete globalThis.WebAssembly").Do(ctx)
		return err
	})
	p.navigate("/")
	p.waitTrue(`document.querySelector("#loader[role=alert]")?.checkVisibility() && document.body.innerText.includes("runs WebAssembly")`)
}

// So is who waits for a program that does not come.
func TestProgramDoesNotCome(t *testing.T) {
	t.Parallel()
	files := http.FileServer(http.Dir(web))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			http.Error(w, "no", http.StatusServiceUnavailable)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	p := newPage(t, server.URL, window{})
	p.watch.allow("503")
	p.navigate("/")
	p.waitTrue(`document.querySelector("#loader[role=alert]")?.innerText.includes("the server answered 503")`)
}

// inParts serves the site, but sends the files that slow picks compressed and in that
// many parts. After each part it waits for next.
func inParts(t *testing.T, parts int, next <-chan struct{}, slow func(path string) bool) *httptest.Server {
	files := http.FileServer(http.Dir(web))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slow(r.URL.Path) {
			files.ServeHTTP(w, r)
			return
		}
		packed, err := os.ReadFile(filepath.Join(web, r.URL.Path+".gz"))
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "application/wasm")
		w.Header().Set("Content-Encoding", "gzip")
		for part := range parts {
			w.Write(packed[part*len(packed)/parts : (part+1)*len(packed)/parts])
			w.(http.Flusher).Flush()
			select {
			case <-next:
			case <-r.Context().Done():
				return
			}
		}
	}))
	t.Cleanup(server.Close)
	return server
}

// Loading tells how far it has come, also of a program that comes compressed.
func TestProgress(t *testing.T) {
	t.Parallel()
	rest := make(chan struct{})
	server := inParts(t, 2, rest, func(path string) bool { return strings.HasSuffix(path, ".wasm") })
	p := newPage(t, server.URL, window{})
	p.navigate("/")
	p.waitTrue(`document.getElementById("loader-bar").value > 20`)
	if percent := eval[int](p, `document.getElementById("loader-bar").value`); percent > 80 {
		t.Errorf("half of the program is shown as %d%%", percent)
	}
	if text := eval[string](p, `document.getElementById("loader").innerText`); !regexp.MustCompile(`Loading the playground: \d\d%`).MatchString(text) {
		t.Errorf("the loader says %q", text)
	}
	close(rest)
	p.waitLive()
	p.waitTrue(`!document.getElementById("loader")`)
}
