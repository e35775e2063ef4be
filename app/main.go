//go:build !js

// The playground's page. Compiled for the browser (GOOS=js GOARCH=wasm) this
// is the program that visitors run; compiled natively it writes the site that
// brings them that program, with the page as it opens already in the HTML.
package main

import (
	"flag"
	"fmt"
	"os"

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
	flag.Parse()

	s.Tokens = words.StyleSheet()
	body, err := site.Prerendered(app.HTMLString(newFrame().playground()))
	if err == nil {
		s.Pages = []site.Page{{
			File:        "index.html",
			Title:       "lru_cache playground: see what Python will not show you",
			Description: "Watch the inside of a function decorated with Python's functools.lru_cache: drag maxsize, call the function, see every hit, miss and eviction.",
			Body:        body,
		}}
		err = s.Write()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "writing the site:", err)
		os.Exit(1)
	}
}
