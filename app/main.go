//go:build !js

// The playground's page. Compiled for the browser (GOOS=js GOARCH=wasm) this
// is the program that visitors run; compiled natively it writes the site that
// brings them that program, with the page as it opens already in the HTML.
package main

import (
	"flag"
	"fmt"
	"os"

	"playground/app/python"
	"playground/app/site"
	"playground/app/words"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

func main() {
	var s site.Site
	flag.StringVar(&s.Dir, "dir", "web", "write the site into this `folder`")
	flag.StringVar(&s.WASM, "wasm", "bin/app.wasm", "the program for the browser")
	flag.StringVar(&s.WASMExec, "wasm_exec", "", "wasm_exec.js of the Go that compiled the program")
	flag.IntVar(&s.Quality, "quality", 11, "of brotli, from 0 (fast) to 11 (small)")
	flag.StringVar(&s.Cache, "cache", "bin/compressed", "keep compressed copies in this `folder` between builds")
	flag.StringVar(&s.Version, "version", "development", "of the playground, for the foot of the page")
	flag.StringVar(&s.Source, "source", "", "the `address` where the source is to be had, for the foot of the page")
	flag.StringVar(&s.URL, "url", "", "the `address` that the site will have, for previews of links to it")
	built := flag.String("python", "", "the `folder` with CPython for the browser; without it, the site has none")
	flag.Parse()

	s.Tokens = words.StyleSheet()
	var err error
	if *built != "" {
		s.Apart, s.Python, err = python.Files(*built)
	}
	if err == nil {
		err = write(s)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "writing the site:", err)
		os.Exit(1)
	}
}

// Write writes the site with a page for each place of it.
func write(s site.Site) error {
	for _, place := range []struct {
		page site.Page
		body app.UI
	}{
		{site.Page{
			Folder:      "",
			Title:       "lru_cache playground: see what Python will not show you",
			Description: "Watch the inside of a function decorated with Python's functools.lru_cache: drag maxsize, call the function, see every hit, miss and eviction.",
		}, newFrame().playground()},
		{site.Page{
			Folder:      "experiments/",
			Title:       "Experiments with lru_cache: predict, run, understand",
			Description: "Predict what Python's functools.lru_cache will do, run it, and see what decided: maxsize, eviction, cache_info, and when not to use a cache.",
		}, newExperiments().page()},
		{site.Page{
			Folder:      "function/",
			Title:       "Your function in an lru_cache: every hit, miss and eviction",
			Description: "Record the calls of your own Python functions that are decorated with functools.lru_cache, and see what each of their caches does, at any maxsize. Nothing leaves your browser.",
		}, newFunction().page()},
		{site.Page{
			Folder:      "keys/",
			Title:       "Your keys: which maxsize is enough for lru_cache?",
			Description: "Paste or drop a log of keys and see the hit ratio for every maxsize, the smallest that is good enough, and what other policies would do. Nothing leaves your browser.",
		}, keysPage()},
	} {
		body, err := site.Prerendered(app.HTMLString(place.body))
		if err != nil {
			return err
		}
		place.page.Body = body
		s.Pages = append(s.Pages, place.page)
	}

	builds := []site.Program{{Package: "playground/app", GOOS: "js", GOARCH: "wasm"}}
	for _, system := range []string{"linux", "darwin", "windows"} {
		builds = append(builds, site.Program{Package: "playground", GOOS: system, GOARCH: "amd64"})
	}
	var err error
	if s.Licences, err = site.Licences(builds...); err != nil {
		return err
	}
	return s.Write()
}
