package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

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
	copies := map[string]*compressed{} // by their names in the cache: two files may have the same content
	var names [][2]string              // of a file, and of its copy in the cache
	for _, name := range sortedNames(files) {
		kind, known := serve.KindOf(name)
		if !known {
			return fmt.Errorf("%s: nobody knows how to send a file with the extension %q; app/site/serve/kinds.go lists those that can be", name, path.Ext(name))
		}
		if !kind.Compress {
			continue
		}
		for _, e := range serve.Encodings {
			c, err := s.codec(e.Name, name)
			if err != nil {
				return err
			}
			key := fmt.Sprintf("%x-%d%s", sha256.Sum256(files[name]), c.level, e.Ext)
			copies[key] = &compressed{codec: c, cached: filepath.Join(s.Cache, key), content: files[name]}
			names = append(names, [2]string{name + e.Ext, key})
		}
	}
	if err := together(slices.Collect(maps.Values(copies))); err != nil {
		return err
	}
	for _, n := range names {
		if c := copies[n[1]]; len(c.small) < len(c.content) {
			files[n[0]] = c.small
		}
	}
	return forget(s.Cache, copies)
}

// A compressed is a copy in the making.
type compressed struct {
	codec
	cached         string
	content, small []byte
	err            error
}

// Together makes the copies, as many at a time as there are processors, the largest
// files first.
func together(copies []*compressed) error {
	waiting := make(chan *compressed, len(copies))
	slices.SortFunc(copies, func(a, b *compressed) int { return len(b.content) - len(a.content) })
	for _, c := range copies {
		waiting <- c
	}
	close(waiting)
	var working sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		working.Go(func() {
			for c := range waiting {
				c.small, c.err = c.compress(c.cached, c.content)
			}
		})
	}
	working.Wait()
	for _, c := range copies {
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// A codec is one way to compress.
type codec struct {
	level int
	open  func(io.Writer) (io.WriteCloser, error)
}

// codec returns the one for an encoding of a file.
func (s Site) codec(encoding, file string) (codec, error) {
	switch encoding {
	case "br":
		quality := s.Quality
		if _, apart := s.Apart[file]; apart {
			quality = s.QualityApart
		}
		return codec{quality, func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriterLevel(w, quality), nil }}, nil
	case "gzip":
		return codec{gzip.BestCompression, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) }}, nil
	}
	return codec{}, fmt.Errorf("nothing here compresses in the encoding %q", encoding)
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
func forget(cache string, used map[string]*compressed) error {
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
