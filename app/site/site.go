// Package site writes the folder that visitors download: the pages, the
// program, the worker that keeps both for offline use, and compressed copies.
//
// Everything in it refers to everything else by relative links, so that any
// file server can hold it, under any path. Whatever can change between two
// versions has its content's hash in its name (assets/app.1a2b3c4d.wasm) and
// may be kept for ever; a page names the files that belong to it, so an old
// page never meets a new program.
package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"playground/app/site/serve"
)

// A Site is what to build and where to put it.
type Site struct {
	Dir            string // the folder to write, with the Sources of package serve and the icons in it
	Programs       string // the folder with the programs compiled for the browser, each with the name of its page and .wasm
	WASMExec       string // wasm_exec.js of the Go that compiled it
	Pages          []Page
	Python         string            // the module that brings Python into the page, one of Apart, or "" without Python
	PythonLicences string            // under which licences Python is, one of Apart too
	Apart          map[string][]byte // files, by name, that are fetched only when asked for: the worker does not keep them
	Script         []byte            // JavaScript that the programs need, put before the loader
	Tokens         string            // a style sheet that is put before the others
	Licences       []byte            // of what the programs are made of, as text; see Licences
	Version        string            // for the foot of each page
	Source         string            // the address where the source is to be had; may be empty
	URL            string            // the address of the site, for previews of links to it; may be empty
	Quality        int               // of brotli, from 0 (fast) to 11 (small)
	QualityApart   int               // the same, for Apart
	Cache          string            // a folder that keeps compressed copies between builds
}

// A Page is one place of the site, in a folder of its own, with a program of its own.
type Page struct {
	Folder      string // such as "keys/"; "" for the page at the top
	Program     string // the name of its program, a file in Programs without .wasm
	Title       string
	Description string
	Body        template.HTML // what is seen before the program has come
}

// File is the name of the page's HTML.
func (p Page) File() string { return p.Folder + serve.Index }

// Root leads from the page to the top of the site.
func (p Page) Root() string { return strings.Repeat("../", strings.Count(p.Folder, "/")) }

// Kept are the files of the site that are not written but tracked by git.
var kept = []string{"icon.svg", "icon-192.png", "icon-512.png", "icon-maskable-512.png", "apple-touch-icon.png", "manifest.webmanifest"}

//go:embed shell/page.html
var pageHTML string

//go:embed shell/standins.js
var standInsJS []byte

//go:embed shell/order.js
var orderJS []byte

//go:embed shell/early.js
var earlyJS []byte

//go:embed shell/loader.js
var loaderJS []byte

//go:embed shell/loader.css
var loaderCSS []byte

//go:embed shell/foot.css
var footCSS []byte

//go:embed shell/worker.js
var workerJS []byte

// Write builds the site. What an earlier build left behind is removed.
func (s Site) Write() error {
	if err := s.check(); err != nil {
		return err
	}
	styles := [][]byte{[]byte(s.Tokens)}
	for _, name := range serve.Sources {
		if path.Ext(name) != ".css" {
			continue
		}
		style, err := os.ReadFile(filepath.Join(s.Dir, name))
		if err != nil {
			return err
		}
		styles = append(styles, style)
	}
	exec, err := os.ReadFile(s.WASMExec)
	if err != nil {
		return err
	}

	w := writer{dir: s.Dir, files: map[string][]byte{}}
	shell := struct {
		Page
		Style, Script, WASM string
		Python              string
		PythonLicences      string
		Size                int
		Version, Source     string
		Licences            string
		URL, Preview        string
	}{
		Style:          w.asset("style.css", join(append(styles, loaderCSS, footCSS)...)),
		Script:         w.asset("app.js", join(exec, standInsJS, s.Script, orderJS, earlyJS, loaderJS)),
		Version:        s.Version,
		Source:         s.Source,
		Python:         s.Python,
		PythonLicences: s.PythonLicences,
		Licences:       w.asset("licences.txt", s.Licences),
		URL:            s.URL,
	}
	if s.URL != "" {
		preview, err := os.ReadFile(filepath.Join(s.Dir, "preview.png"))
		if err != nil {
			return err
		}
		shell.Preview = w.asset("preview.png", preview)
	}
	tmpl, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return err
	}
	for _, p := range s.Pages {
		wasm, err := os.ReadFile(filepath.Join(s.Programs, p.Program+".wasm"))
		if err != nil {
			return err
		}
		shell.Page, shell.Size = p, len(wasm)
		shell.WASM = w.asset(p.Program+".wasm", wasm)
		var b bytes.Buffer
		if err := tmpl.Execute(&b, shell); err != nil {
			return err
		}
		w.files[p.File()] = b.Bytes()
	}
	for _, name := range kept {
		if w.files[name], err = os.ReadFile(filepath.Join(s.Dir, name)); err != nil {
			return err
		}
	}
	w.files["worker.js"] = worker(w.files)
	maps.Copy(w.files, s.Apart)

	if err := s.compress(w.files); err != nil {
		return err
	}
	return w.write()
}

// Check says what of the site cannot be built as it is asked for.
func (s Site) check() error {
	folder := regexp.MustCompile(`^([a-z][a-z0-9-]*/)*$`)
	seen := map[string]bool{}
	for _, p := range s.Pages {
		if !folder.MatchString(p.Folder) || serve.IsLasting(p.Folder) {
			return fmt.Errorf("a page cannot be in the folder %q; expected is something like keys/, or nothing for the page at the top", p.Folder)
		}
		if seen[p.Folder] {
			return fmt.Errorf("two pages are in the folder %q", p.Folder)
		}
		seen[p.Folder] = true
	}
	if !seen[""] {
		return errors.New("there is no page at the top, whose folder is empty")
	}
	for name, address := range map[string]string{"the site": s.URL, "the source": s.Source} {
		if u, err := url.Parse(address); address != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
			return fmt.Errorf("%q is no address of %s; expected is something like https://example.org/playground/", address, name)
		}
	}
	if s.URL != "" && (!strings.HasSuffix(s.URL, "/") || strings.ContainsAny(s.URL, "?#")) {
		return fmt.Errorf("%q is no address of the site: it has to end in a slash, without ? and #, since names of files are put behind it", s.URL)
	}
	return nil
}

// Worker is the service worker, told what to keep from the beginning: every file so
// far but the icons in PNG, which only an installation needs, and the programs, of
// which each is kept when its page is first opened.
// Its version is the hash of their names and contents.
func worker(files map[string][]byte) []byte {
	var urls, programs []string
	sum := sha256.New()
	for _, name := range sortedNames(files) {
		if path.Ext(name) == ".png" {
			continue
		}
		fmt.Fprintf(sum, "%s %x\n", name, sha256.Sum256(files[name]))
		if path.Ext(name) == ".wasm" {
			programs = append(programs, name)
			continue
		}
		if path.Base(name) == serve.Index { // file servers redirect the long name to the folder's
			name = cmp.Or(strings.TrimSuffix(name, serve.Index), "./")
		}
		urls = append(urls, name)
	}
	head := fmt.Sprintf("const version = %q;\nconst files = %s;\nconst programs = %s;\n",
		hex.EncodeToString(sum.Sum(nil))[:16], jsStrings(urls), jsStrings(programs))
	return join([]byte(head), workerJS)
}

func jsStrings(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = fmt.Sprintf("%q", s)
	}
	return "[\n  " + strings.Join(quoted, ",\n  ") + ",\n]"
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, []byte("\n")) }

func sortedNames(files map[string][]byte) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.SortFunc(names, cmp.Compare[string])
	return names
}

// A writer collects the files of a site by name.
type writer struct {
	dir   string
	files map[string][]byte
}

// Asset adds a file whose name tells its content, and returns that name.
func (w *writer) asset(name string, content []byte) string {
	sum := sha256.Sum256(content)
	ext := path.Ext(name)
	name = serve.Assets + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
	w.files[name] = content
	return name
}

// Write puts the files in place, the pages last: whoever reads the folder
// meanwhile finds what a page asks for. Then it removes what is left over.
func (w *writer) write() error {
	names := sortedNames(w.files)
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Compare(rank(a), rank(b))
	})
	for _, name := range names {
		file := filepath.Join(w.dir, filepath.FromSlash(name))
		if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, w.files[name]) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(file, w.files[name], 0o666); err != nil {
			return err
		}
	}
	return w.removeLeftovers()
}

func rank(name string) int {
	switch {
	case serve.IsLasting(name):
		return 0
	case name == "worker.js":
		return 2
	}
	return 1
}

// RemoveLeftovers deletes what other builds have written and this one has not:
// assets, pages, and compressed copies. Folders that are empty then go too.
func (w *writer) removeLeftovers() error {
	var folders []string
	err := filepath.WalkDir(w.dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(w.dir, file)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if d.IsDir() {
			folders = append(folders, file)
			return nil
		}
		if _, ours := w.files[name]; ours || !serve.IsLasting(name) && path.Base(name) != serve.Index && !serve.IsCopy(name) {
			return nil
		}
		return os.Remove(file)
	})
	if err != nil {
		return err
	}
	for _, folder := range slices.Backward(folders[1:]) { // the innermost first
		os.Remove(folder) // refused unless it is empty
	}
	return nil
}
