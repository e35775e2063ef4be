// Package serve sends the site that package site has written, over HTTP: each
// file in the form that the visitor's browser prefers, with the headers that let
// it be kept for as long as it is right. It uses the standard library alone and
// knows nothing of the page.
package serve

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// A file of the site, in every form it can be sent in. All of them are in
// memory, found by the exact name in the request: there is no path to clean and
// no directory to list.
type file []form // best first; the last one is not encoded

// A form is a file's content in one encoding.
type form struct {
	encoding string // "br", "gzip", or "" for the content itself
	body     []byte
	header   http.Header
}

// The page runs its own script and program and fetches from its own origin;
// all else is refused. It does not say frame-ancestors, and nothing sends
// X-Frame-Options: other sites may show the playground in a frame.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// always is the header of every answer; a file has a kinder Cache-Control.
var always = http.Header{
	"Cache-Control":                {"no-store"},
	"Content-Security-Policy":      {policy},
	"Cross-Origin-Opener-Policy":   {"same-origin"},
	"Cross-Origin-Resource-Policy": {"same-origin"},
	"Referrer-Policy":              {"no-referrer"},
	"X-Content-Type-Options":       {"nosniff"},
}

// Handler serves the files of a site, which it reads into memory: some 10 MB,
// once. Compressed copies beside a file (app.wasm.br, app.wasm.gz) are forms of
// it, not files. The error says what is missing or does not belong there. The
// handler may be used by any number of goroutines.
func Handler(site fs.FS) (http.Handler, error) {
	files := map[string]file{}
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || IsCopy(name) {
			return err
		}
		files["/"+name], err = readFile(site, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	index, built := files["/"+Index]
	if !built {
		return nil, errors.New("this program was built without the site; run `make build`, which leaves a complete one in bin/playground")
	}
	files["/"] = index

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		maps.Copy(h, always)
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
	kind, known := KindOf(name)
	if !known {
		return nil, fmt.Errorf("%s: a file with the extension %q is not expected in the site", name, path.Ext(name))
	}
	cacheControl := "no-cache"
	if strings.HasPrefix(name, Assets) {
		cacheControl = "public, max-age=31536000, immutable"
	}
	var f file
	for _, e := range append(Encodings[:], Encoding{}) {
		body, err := fs.ReadFile(site, name+e.Ext)
		if errors.Is(err, fs.ErrNotExist) && e.Ext != "" {
			continue
		}
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(body)
		header := http.Header{
			"Cache-Control":  {cacheControl},
			"Content-Length": {strconv.Itoa(len(body))},
			"Content-Type":   {kind.ContentType},
			"Etag":           {fmt.Sprintf(`"%x"`, sum[:12])}, // from the body, so it differs by encoding, as it has to
			"Vary":           {"Accept-Encoding"},
		}
		if e.Name == "" {
			header.Set("Accept-Ranges", "bytes")
		} else {
			header.Set("Content-Encoding", e.Name)
		}
		f = append(f, form{e.Name, body, header})
	}
	return f, nil
}

// Serve sends the form of the file that the request prefers.
func (f file) serve(w http.ResponseWriter, r *http.Request) {
	ranges := r.Header.Get("Range") != ""
	if ranges { // who asks for a part means a part of the content itself
		f = f[len(f)-1:]
	}
	h := w.Header()
	chosen, ok := choose(f, r.Header.Values("Accept-Encoding"))
	if !ok {
		h.Set("Vary", "Accept-Encoding")
		http.Error(w, "this is not available in any encoding that Accept-Encoding allows; br, gzip and identity are tried", http.StatusNotAcceptable)
		return
	}
	maps.Copy(h, chosen.header)
	switch {
	case ranges || conditional(r.Header):
		if chosen.encoding == "" {
			h.Del("Content-Length") // it may be less
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(chosen.body))
	case r.Method == http.MethodGet: // ServeContent would do this too, in pieces of 32 kB; one write is faster
		w.Write(chosen.body)
	}
}

func conditional(h http.Header) bool {
	return h.Get("If-None-Match") != "" || h.Get("If-Match") != ""
}
