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

// ReadFiles returns the files of the site by the path they are asked for. A
// folder's page has two, its own and that of the folder.
func readFiles(site fs.FS) (map[string]file, error) {
	files := map[string]file{}
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || IsCopy(name) || IsSource(name) {
			return err
		}
		f, err := readFile(site, name)
		files["/"+name] = f
		if folder, found := strings.CutSuffix("/"+name, "/"+Index); found {
			files[folder+"/"] = f
		}
		return err
	})
	return files, err
}

func readFile(site fs.FS, name string) (file, error) {
	kind, known := KindOf(name)
	if !known {
		return nil, fmt.Errorf("%s: a file with the extension %q is not expected in the site", name, path.Ext(name))
	}
	cacheControl := "no-cache"
	if IsLasting(name) {
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
		if strings.HasPrefix(name, PythonWorker) {
			header.Set("Content-Security-Policy", pythonPolicy)
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
	accepted := parseAcceptEncoding(r.Header.Values("Accept-Encoding"))
	part := asksForPart(r)
	if part && accepted.of("") > 0 {
		f = f[len(f)-1:] // who asks for a part means a part of the content itself
	} else if part {
		part = false // and who does not take that gets the whole, as RFC 9110, section 14.2, allows
	}
	chosen, ok := accepted.choose(f)
	if !ok {
		w.Header().Set("Vary", "Accept-Encoding")
		reply(w, http.StatusNotAcceptable, "this is not available in any encoding that Accept-Encoding allows; br, gzip and identity are tried")
		return
	}
	maps.Copy(w.Header(), chosen.header)
	switch {
	case part || conditional(r):
		if !part {
			r = r.Clone(r.Context())
			r.Header.Del("Range")
		}
		http.ServeContent(&refusing{ResponseWriter: w, size: len(chosen.body)}, r, "", time.Time{}, bytes.NewReader(chosen.body))
	case r.Method == http.MethodGet: // ServeContent would do this too, in pieces of 32 kB; one write is faster
		w.Write(chosen.body)
	}
}

// AsksForPart reports whether there is a Range to follow. One in units other than
// bytes is as if it were not there, and so is one with HEAD (RFC 9110, section 14.2).
func asksForPart(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.HasPrefix(r.Header.Get("Range"), "bytes=")
}

func conditional(r *http.Request) bool {
	return r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Match") != ""
}
