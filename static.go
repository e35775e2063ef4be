package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// A file of the site, in every form it can be sent in. All of them are in
// memory, found by the exact name in the request: there is no path to clean and
// no directory to list.
type file struct {
	contentType  string
	cacheControl string
	forms        []form // best first; the last one is not encoded
}

// A form is a file's content in one encoding.
type form struct {
	encoding string // "br", "gzip", or "" for the content itself
	body     []byte
	etag     string // from the body, so it differs by encoding, as it has to
	length   string
}

// Types are written down because those the operating system knows differ.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// The page runs its own script and program and fetches from its own origin;
// all else is refused. It does not say frame-ancestors, and nothing sends
// X-Frame-Options: other sites may show the playground in a frame.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// NewHandler serves the files of the site. The build leaves compressed copies
// beside them (app.wasm.br, app.wasm.gz); those are forms, not files.
func newHandler(site fs.FS) (http.Handler, error) {
	files := map[string]file{}
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) == ".br" || path.Ext(name) == ".gz" {
			return err
		}
		files["/"+name], err = readFile(site, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	index, built := files["/index.html"]
	if !built {
		return nil, errors.New("this program was built without the site; run `make build`, which leaves a complete one in bin/playground")
	}
	files["/"] = index

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store") // a file has a kinder one
		h.Set("Content-Security-Policy", policy)
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")

		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "only GET and HEAD are served here", http.StatusMethodNotAllowed)
			return
		}
		if r.URL.Path == "/healthz" {
			h.Set("Content-Type", "text/plain; charset=utf-8")
			fmt.Fprintln(w, "ok")
			return
		}
		f, ok := files[r.URL.Path]
		if !ok {
			http.Error(w, "there is nothing here; the playground is at /", http.StatusNotFound)
			return
		}
		f.serve(w, r)
	}), nil
}

func readFile(site fs.FS, name string) (file, error) {
	f := file{contentType: types[path.Ext(name)], cacheControl: "no-cache"}
	if f.contentType == "" {
		return file{}, fmt.Errorf("%s: a file with the extension %q is not expected in the site", name, path.Ext(name))
	}
	if strings.HasPrefix(name, "assets/") { // where names tell the content
		f.cacheControl = "public, max-age=31536000, immutable"
	}
	for _, c := range []struct{ encoding, ext string }{{"br", ".br"}, {"gzip", ".gz"}, {"", ""}} {
		body, err := fs.ReadFile(site, name+c.ext)
		if errors.Is(err, fs.ErrNotExist) && c.ext != "" {
			continue
		}
		if err != nil {
			return file{}, err
		}
		sum := sha256.Sum256(body)
		f.forms = append(f.forms, form{c.encoding, body, fmt.Sprintf(`"%x"`, sum[:12]), strconv.Itoa(len(body))})
	}
	return f, nil
}

// Serve sends the form of the file that the request prefers.
func (f file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Vary", "Accept-Encoding")
	ranges := r.Header.Get("Range") != ""
	forms := f.forms
	if ranges { // who asks for a part means a part of the content itself
		forms = forms[len(forms)-1:]
	}
	chosen, ok := choose(forms, r.Header.Values("Accept-Encoding"))
	if !ok {
		http.Error(w, "this is not available in any encoding that Accept-Encoding allows; br, gzip and identity are tried", http.StatusNotAcceptable)
		return
	}
	h.Set("Cache-Control", f.cacheControl)
	h.Set("Content-Type", f.contentType)
	h.Set("ETag", chosen.etag)
	if chosen.encoding == "" {
		h.Set("Accept-Ranges", "bytes")
	} else {
		h.Set("Content-Encoding", chosen.encoding)
	}
	if ranges || conditional(r.Header) {
		if chosen.encoding != "" {
			h.Set("Content-Length", chosen.length)
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(chosen.body))
		return
	}
	// ServeContent would do this too, in pieces of 32 kB; one write is faster.
	h.Set("Content-Length", chosen.length)
	if r.Method == http.MethodGet {
		w.Write(chosen.body)
	}
}

func conditional(h http.Header) bool {
	return h.Get("If-None-Match") != "" || h.Get("If-Match") != ""
}
