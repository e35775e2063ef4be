// Package serve sends the site that package site has written, over HTTP: each
// file in the form that the visitor's browser prefers, with the headers that let
// it be kept for as long as it is right. It uses the standard library alone and
// knows nothing of the page.
package serve

import (
	"errors"
	"io/fs"
	"maps"
	"net/http"
)

// Handler serves the files of a site, which it reads into memory: some 10 MB,
// once. Compressed copies beside a file (app.wasm.br, app.wasm.gz) are forms of
// it, not files. The error says what is missing or does not belong there. The
// handler may be used by any number of goroutines.
func Handler(site fs.FS) (http.Handler, error) {
	files, err := readFiles(site)
	if err != nil {
		return nil, err
	}
	if _, built := files["/"]; !built {
		return nil, errors.New("this program was built without the site; run `make build`, which leaves a complete one in bin/playground")
	}

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), always)
		path := r.URL.Path
		if path == "" { // GET http://localhost:8080, which proxies are asked
			path = "/"
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			reply(w, http.StatusMethodNotAllowed, "only GET and HEAD are served here")
		} else if path == "/healthz" {
			reply(w, http.StatusOK, "ok")
		} else if f, ok := files[path]; ok {
			f.serve(w, r)
		} else if !redirect(w, r.URL, files) {
			reply(w, http.StatusNotFound, "there is nothing here; the playground is at /")
		}
	}), nil
}

// The page runs its own script and program and fetches from its own origin;
// all else is refused. It does not say frame-ancestors, and nothing sends
// X-Frame-Options: other sites may show the playground in a frame.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// A worker has the policy of its own response, not that of the page. The page
// hands Python's worker all that it needs, so that it may fetch nothing, not even
// from here, nor import any script. It compiles WebAssembly, and that is all.
const pythonPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'"

// Always is the header of every answer; a file has a kinder Cache-Control.
//
// All of the site is public and no answer depends on who asks, so any other site
// may read it. One has to: a frame with sandbox="allow-scripts" and nothing more
// has an origin of its own, "null", which is another site than the one that its
// own style sheet and program come from. The first needs Cross-Origin-Resource-
// Policy, and to fetch the second needs Access-Control-Allow-Origin. There is no
// Cross-Origin-Opener-Policy, because a link out of such a frame opens a window
// that is sandboxed as well, and with that header browsers show an error there.
var always = http.Header{
	"Access-Control-Allow-Origin":  {"*"},
	"Cache-Control":                {"no-store"},
	"Content-Security-Policy":      {policy},
	"Cross-Origin-Resource-Policy": {"cross-origin"},
	"Referrer-Policy":              {"no-referrer"},
	"X-Content-Type-Options":       {"nosniff"},
}
