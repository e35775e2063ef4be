package site

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// What is in the page and in the server is all there, each with its licence.
func TestLicences(t *testing.T) {
	text, err := Licences(Program{"playground/app", "js", "wasm", ""}, Program{"playground", "linux", "amd64", ""})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Go (" + runtime.Version() + ")", "Copyright 2009 The Go Authors.",
		"github.com/maxence-charriere/go-app/v9 v9.8.0: LICENSE", "Copyright (c) 2016 Maxence Charriere",
		"github.com/google/uuid v1.3.0: LICENSE", "Copyright (c) 2009,2014 Google Inc.",
		"math/log1p.go", "by Sun Microsystems, Inc.", "runtime/memmove_amd64.s", "Lucent Technologies",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	for _, tool := range []string{"brotli", "chromedp", "staticcheck", "playground/"} { // in no program, or our own
		if strings.Contains(string(text), tool) {
			t.Errorf("it names %s", tool)
		}
	}
	if again, err := Licences(Program{"playground/app", "js", "wasm", ""}, Program{"playground", "linux", "amd64", ""}); err != nil || string(again) != string(text) {
		t.Errorf("the second time it is another text, %v", err)
	}
	page, err := Licences(Program{"playground/app", "js", "wasm", ""})
	if err != nil || strings.Contains(string(page), "memmove_amd64.s") {
		t.Errorf("the page has what only the server has, %v", err)
	}
}

func TestGoLicence(t *testing.T) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(strings.TrimSpace(string(goroot)), "LICENSE")
	installed, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("this distribution of Go has its licence somewhere else")
	}
	if err != nil || string(installed) != goLicence {
		t.Errorf("shell/go-licence.txt is not %s, %v", file, err)
	}
}

// A module that nobody may pass on does not get into the site unseen.
func TestLicencesOfModules(t *testing.T) {
	dir := t.TempDir()
	put := func(name, content string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("go.mod", "module m\ngo 1.26\nrequire example.com/free v1.0.0\nrequire example.com/unused v1.0.0\nreplace example.com/free => ./free\nreplace example.com/unused => ./unused\n")
	put("main.go", "package main\nimport _ \"example.com/free/inner\"\nfunc main() {}\n")
	put("free/go.mod", "module example.com/free\n")
	put("free/inner/inner.go", "package inner\n")
	put("free/other/other.go", "package other\n")
	put("free/other/LICENSE", "of what is not linked in")
	put("unused/go.mod", "module example.com/unused\n")
	put("unused/unused.go", "package unused\n")
	t.Chdir(dir)
	t.Setenv("GOFLAGS", "-mod=mod")
	t.Setenv("GOPROXY", "off")
	program := Program{".", "linux", "amd64", ""}
	if _, err := Licences(program); err == nil || !strings.Contains(err.Error(), "the module example.com/free v1.0.0 has no licence") {
		t.Errorf("without a licence: %v", err)
	}
	put("free/COPYING.txt", "of the module")
	put("free/NOTICE", "and this")
	put("free/inner/LICENCE.md", "of the package")
	put("free/licence.go", "package free // no licence")
	text, err := Licences(program)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"example.com/free v1.0.0: COPYING.txt", "of the module", "NOTICE", "and this", "inner/LICENCE.md", "of the package"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("it does not say %q", want)
		}
	}
	for _, refused := range []string{"not linked in", "unused", "no licence"} {
		if strings.Contains(string(text), refused) {
			t.Errorf("it says %q", refused)
		}
	}
	if _, err := Licences(Program{"./missing", "linux", "amd64", ""}); err == nil {
		t.Error("a package that is not there has licences")
	}
}

func TestNotices(t *testing.T) {
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"none", "package p\n", nil},
		{"Go's", "// Copyright 2009 The Go Authors. All rights reserved.\n// Use of this is governed.\n\npackage p\n", nil},
		{"another's", "// Copyright 2009 The Go Authors.\n\n// Copyright 1984 by Somebody\n//\n// Do so.\n\n// Package p\npackage p\n", []string{"Copyright 1984 by Somebody\n\nDo so."}},
		{"fenced", "// Taken from\n// ====================\n// Copyright (C) 1993 by A\n// freely\n// ====================\n// How it works\npackage p", []string{"Copyright (C) 1993 by A\nfreely"}},
		{"at the end", "package p\n// Copyright © 1994 B", []string{"Copyright © 1994 B"}},
		{"two", "// Copyright 1984 A\n\n//\tCopyright (c) 1985 B\nx", []string{"Copyright 1984 A", "Copyright (c) 1985 B"}},
		{"in code", "const s = \"Copyright 1984 A\"\n", nil},
		{"a word", "// The copyright of this\n", nil},
	} {
		if got := noticesIn(c.source); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
