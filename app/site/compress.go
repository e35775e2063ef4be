package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"playground/app/site/serve"

	"github.com/andybalholm/brotli"
)

// Compress adds compressed copies beside every file that gets smaller by it.
//
// Brotli at its best takes many seconds for the program, so copies are kept in
// the cache folder by content and quality, and looked up there first.
func (s Site) compress(files map[string][]byte) error {
	if err := os.MkdirAll(s.Cache, 0o777); err != nil {
		return err
	}
	codecs := map[string]codec{
		"br":   {s.Quality, func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriterLevel(w, s.Quality), nil }},
		"gzip": {gzip.BestCompression, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) }},
	}
	used := map[string]bool{}
	for _, name := range sortedNames(files) {
		kind, known := serve.KindOf(name)
		if !known {
			return fmt.Errorf("%s: nobody knows how to send a file with the extension %q; app/site/serve/kinds.go lists those that can be", name, path.Ext(name))
		}
		if !kind.Compress {
			continue
		}
		for _, e := range serve.Encodings {
			c, known := codecs[e.Name]
			if !known {
				return fmt.Errorf("nothing here compresses in the encoding %q", e.Name)
			}
			key := fmt.Sprintf("%x-%d%s", sha256.Sum256(files[name]), c.level, e.Ext)
			used[key] = true
			small, err := c.compress(filepath.Join(s.Cache, key), files[name])
			if err != nil {
				return err
			}
			if len(small) < len(files[name]) {
				files[name+e.Ext] = small
			}
		}
	}
	return forget(s.Cache, used)
}

// A codec is one way to compress.
type codec struct {
	level int
	open  func(io.Writer) (io.WriteCloser, error)
}

// Compress returns the compressed content, from the cached file if there is one.
func (c codec) compress(cached string, content []byte) ([]byte, error) {
	if small, err := os.ReadFile(cached); err == nil {
		return small, nil
	}
	var b bytes.Buffer
	w, err := c.open(&b)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	// Under another name first: a build that is interrupted here must not
	// leave half a copy that the next one trusts.
	half := cached + ".half"
	if err := os.WriteFile(half, b.Bytes(), 0o666); err != nil {
		return nil, err
	}
	return b.Bytes(), os.Rename(half, cached)
}

// Forget removes copies of contents that the site no longer has, whatever
// their quality: `make run` and `make build` keep one copy each.
func forget(cache string, used map[string]bool) error {
	hash := func(key string) string { return key[:min(len(key), 2*sha256.Size)] }
	current := map[string]bool{}
	for key := range used {
		current[hash(key)] = true
	}
	entries, err := os.ReadDir(cache)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if current[hash(e.Name())] {
			continue
		}
		if err := os.Remove(filepath.Join(cache, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
