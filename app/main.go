//go:build !js

// The playground's page. Compiled for the browser (GOOS=js GOARCH=wasm) this
// is the program that visitors run; compiled natively it writes the site that
// brings them that program, with the page as it opens already in the HTML.
package main

import (
	"flag"
	"fmt"
	"html/template"
	"os"

	"playground/app/dom"
	"playground/app/frame"
	"playground/app/python"
	"playground/app/site"
	"playground/app/words"
)

func main() {
	var s site.Site
	flag.StringVar(&s.Dir, "dir", "web", "write the site into this `folder`")
	flag.StringVar(&s.Programs, "programs", "bin", "the `folder` with the programs for the browser")
	flag.StringVar(&s.WASMExec, "wasm_exec", "", "wasm_exec.js of the Go that compiled the program")
	flag.IntVar(&s.Quality, "quality", 11, "of brotli, from 0 (fast) to 11 (small)")
	flag.IntVar(&s.QualityApart, "quality-apart", -1, "of brotli for what is not part of a first visit; `-1` means as the rest")
	flag.StringVar(&s.Cache, "cache", "bin/compressed", "keep compressed copies in this `folder` between builds")
	flag.StringVar(&s.Version, "version", "development", "of the playground, for the foot of the page")
	flag.StringVar(&s.Source, "source", "", "the `address` where the source is to be had, for the foot of the page")
	flag.StringVar(&s.URL, "url", "", "the `address` that the site will have, for previews of links to it")
	built := flag.String("python", "bin/python", "the `folder` with CPython for the browser; without it, the site has no Python")
	flag.Parse()
	if s.QualityApart < 0 {
		s.QualityApart = s.Quality
	}

	s.Tokens, s.Script = words.StyleSheet(), dom.Script
	if err := write(s, *built); err != nil {
		fmt.Fprintln(os.Stderr, "writing the site:", err)
		os.Exit(1)
	}
}

// Write writes the site with a page for each place of it, and Python from the folder
// where that was built.
func write(s site.Site, built string) error {
	py, err := python.Read(built)
	if err != nil {
		return err
	}
	s.Python, s.PythonLicences, s.Apart = py.Page, py.Licences, py.Files
	for _, page := range frame.Pages(py.Version) {
		s.Pages = append(s.Pages, site.Page{
			Folder: page.Folder, Program: page.Program, Title: page.Title,
			Description: page.Description, Body: template.HTML(page.Body.Markup()),
		})
	}

	var builds []site.Program
	for _, page := range s.Pages {
		builds = append(builds, site.Program{Package: "playground/app", GOOS: "js", GOARCH: "wasm", Tags: page.Program})
	}
	for _, system := range []string{"linux", "darwin", "windows"} {
		builds = append(builds, site.Program{Package: "playground", GOOS: system, GOARCH: "amd64"})
	}
	if s.Licences, err = site.Licences(builds...); err != nil {
		return err
	}
	return s.Write()
}
