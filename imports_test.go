package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// The packages of the page stand in one line, and each knows only those before
// it. A name that is not there yet is passed over.
var line = []string{
	"lru", "app/markup", "app/qr",
	"app/programs", "app/pycall", "app/calls", "app/timing", "app/trace", "app/link", "app/source",
	"app/words", "app/draw", "app/views", "app/show", "app/model", "app/keys", "app",
}

const (
	goApp     = "github.com/maxence-charriere/go-app/v9/pkg/app"
	syscallJS = "syscall/js"
)

// Who knows whom, natively and in the browser.
func TestDirectionOfImports(t *testing.T) {
	for _, system := range []string{"linux/amd64", "js/wasm"} {
		t.Run(system, func(t *testing.T) {
			pkgs := list(t, system)
			for _, name := range []string{"", "lru", "app", "app/programs", "app/trace", "app/markup", "app/qr", "app/pycall", "app/calls", "app/timing", "app/link", "app/source", "app/words", "app/draw", "app/views", "app/show", "app/model", "app/keys", "app/dom", "app/site", "app/site/serve"} {
				if pkgs[project(name)] == nil {
					t.Errorf("there is no package %s: the rules below would say nothing of it", project(name))
				}
			}
			for _, problem := range problems(pkgs) {
				t.Error(problem)
			}
		})
	}
}

// Each rule is broken once, and must notice.
func TestDirectionIsHeld(t *testing.T) {
	sound := func() packages {
		return packages{
			"playground":                {Imports: []string{"net/http", "playground/app/site/serve"}},
			"playground/app/site/serve": {Imports: []string{"net/http"}},
			"playground/app/site":       {Imports: []string{"playground/app/site/serve", "example.com/brotli"}},
			"playground/lru":            {Imports: []string{"sync"}},
			"playground/app/trace":      {Imports: []string{"playground/lru"}},
			"playground/app/link":       {Imports: []string{"playground/app/trace"}},
			"playground/app/words":      {Imports: []string{"playground/app/trace"}},
			"playground/app/dom":        {Imports: []string{syscallJS}},
			"playground/app":            {Imports: []string{"playground/app/words", "playground/app/link", "playground/app/dom", goApp, syscallJS}, TestImports: []string{goApp}},
			goApp:                       {Imports: []string{syscallJS}},
			"example.com/brotli":        {},
			"net/http":                  {Standard: true, Imports: []string{syscallJS}},
			"sync":                      {Standard: true},
			syscallJS:                   {Standard: true},
		}
	}
	if got := problems(sound()); len(got) > 0 {
		t.Fatalf("where nothing is wrong, it says %q", got)
	}
	for _, c := range []struct{ importer, imported, want string }{
		{"lru", "app/trace", "playground/lru knows playground/app/trace, by way of playground/lru"},
		{"lru", "example.com/brotli", "playground/lru uses example.com/brotli, which is not of the standard library"},
		{"app/trace", "app/words", "playground/app/trace knows playground/app/words, by way of playground/app/trace"},
		{"app/trace", "app/link", "playground/app/trace knows playground/app/words, by way of playground/app/link"},
		{"app/trace", syscallJS, "playground/app/trace knows syscall/js, by way of playground/app/trace"},
		{"app/words", goApp, "playground/app/words knows " + goApp + ", by way of playground/app/words"},
		{"app/link", "app/dom", "playground/app/link knows syscall/js, by way of playground/app/dom"},
		{"app/dom", goApp, "playground/app/dom imports go-app"},
		{"", "app/words", "the server knows playground/app/words"},
		{"", goApp, "the server knows " + goApp},
		{"app/site/serve", "example.com/brotli", "the server knows example.com/brotli"},
	} {
		broken := sound()
		importer, imported := broken[project(c.importer)], c.imported
		if strings.HasPrefix(imported, "app/") {
			imported = project(imported)
		}
		importer.Imports = append(slices.Clone(importer.Imports), imported)
		if c.imported == "app/link" { // which knows words, then
			broken["playground/app/link"].Imports = []string{"playground/app/words"}
			broken["playground/app/words"].Imports = nil
		}
		if got := problems(broken); !slices.Contains(got, c.want) {
			t.Errorf("%s imports %s: it says %q, not %q", c.importer, c.imported, got, c.want)
		}
	}
	tested := sound()
	tested["playground/app/words"].XTestImports = []string{goApp}
	if got, want := problems(tested), []string{"playground/app/words imports go-app"}; !reflect.DeepEqual(got, want) {
		t.Errorf("a test imports go-app: it says %q", got)
	}
}

// Packages are what go list tells, by import path.
type packages map[string]*info

type info struct {
	ImportPath                         string
	Standard                           bool
	Imports, TestImports, XTestImports []string
}

// Problems says what is against the rules, in sentences.
func problems(pkgs packages) []string {
	var found []string
	complain := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }

	for _, pkg := range pkgs.inside() {
		known := pkgs.known(pkg)
		place := slices.IndexFunc(line, func(name string) bool { return project(name) == pkg })
		if place >= 0 {
			for _, later := range line[place+1:] {
				if by := known[project(later)]; by != "" {
					complain("%s knows %s, by way of %s", pkg, project(later), by)
				}
			}
		}
		// All of the page is pure but the component and what brings pictures into
		// the document. So are the tools, but for what app/slim puts in the place
		// of packages of the standard library.
		if pkg != project("app") && pkg != project("app/dom") && !strings.HasPrefix(pkg, project("app/slim/")) {
			for _, refused := range []string{goApp, syscallJS} {
				if by := known[refused]; by != "" {
					complain("%s knows %s, by way of %s", pkg, refused, by)
				}
			}
		}
		p := pkgs[pkg]
		if pkg != project("app") && slices.Contains(slices.Concat(p.Imports, p.TestImports, p.XTestImports), goApp) {
			complain("%s imports go-app", pkg)
		}
	}
	for name := range pkgs.known(project("lru")) {
		if !pkgs.standard(name) {
			complain("%s uses %s, which is not of the standard library", project("lru"), name)
		}
	}
	for name := range pkgs.known(project("")) {
		if !pkgs.standard(name) && name != project("app/site/serve") {
			complain("the server knows %s", name)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// Inside returns the packages of the project, sorted.
func (pkgs packages) inside() []string {
	var names []string
	for name := range pkgs {
		if name == project("") || strings.HasPrefix(name, project("")+"/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Known returns what a package imports, itself or through others outside the
// standard library, and who imports it there.
func (pkgs packages) known(pkg string) map[string]string {
	by := map[string]string{}
	next := []string{pkg}
	for len(next) > 0 {
		importer := next[0]
		next = next[1:]
		if pkgs.standard(importer) || pkgs[importer] == nil {
			continue
		}
		for _, imported := range pkgs[importer].Imports {
			if by[imported] == "" {
				by[imported] = importer
				next = append(next, imported)
			}
		}
	}
	return by
}

// Standard reports whether a package is of the standard library. One that is not
// listed is "C" or "unsafe", or imported under another system only.
func (pkgs packages) standard(name string) bool {
	if p := pkgs[name]; p != nil {
		return p.Standard
	}
	return !strings.Contains(name, ".") && !strings.HasPrefix(name, project(""))
}

func project(name string) string {
	return strings.TrimSuffix("playground/"+name, "/")
}

// List asks go list, once, for all packages of the project and what they import.
func list(t *testing.T, system string) packages {
	t.Helper()
	goos, goarch, _ := strings.Cut(system, "/")
	// -e, since some packages have no files for the browser.
	cmd := exec.Command("go", "list", "-e", "-deps", "-json=ImportPath,Standard,Imports,TestImports,XTestImports", "./...")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", cmd, err)
	}
	pkgs := packages{}
	for in := json.NewDecoder(strings.NewReader(string(out))); ; {
		p := new(info)
		if err := in.Decode(p); err == io.EOF {
			return pkgs
		} else if err != nil {
			t.Fatalf("%s: %v", cmd, err)
		}
		pkgs[p.ImportPath] = p
	}
}
