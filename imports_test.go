package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const goApp = "github.com/maxence-charriere/go-app/v9/pkg/app"

// The packages of the playground stand in one line, each knowing only those
// before it. All but the last are pure: they
// know nothing of the browser. The server knows none of them.
func TestDirectionOfImports(t *testing.T) {
	var order []string
	for _, name := range []string{"lru", "app/programs", "app/pycall", "app/trace", "app/link", "app/source", "app/draw", "app/words", "app/player", "app"} {
		order = append(order, "playground/"+name)
	}
	for i, pkg := range order[:len(order)-1] {
		imports := imported(t, pkg)
		for _, refused := range append(order[i+1:], goApp, "syscall/js") {
			if by := imports[refused]; by != "" {
				t.Errorf("%s depends on %s, by way of %s", pkg, refused, by)
			}
		}
	}
	for dep, by := range imported(t, "playground/lru") {
		if strings.Contains(dep, ".") || strings.HasPrefix(dep, "playground/") {
			t.Errorf("lru depends on %s, by way of %s; it may use the standard library alone", dep, by)
		}
	}
	for dep, by := range imported(t, "playground") {
		if dep == goApp || strings.HasPrefix(dep, "playground/") {
			t.Errorf("the server depends on %s, by way of %s", dep, by)
		}
	}
}

// go-app is known to the component in app/*.go alone.
func TestGoAppAtTheEdge(t *testing.T) {
	for _, line := range list(t, "-f", `{{.ImportPath}}: {{join .Imports " "}} {{join .TestImports " "}} {{join .XTestImports " "}}`, "./...") {
		pkg, imports, _ := strings.Cut(line, ": ")
		if pkg != "playground/app" && slices.Contains(strings.Fields(imports), goApp) {
			t.Errorf("%s imports go-app", pkg)
		}
	}
}

// Imported returns what a package imports, itself or through others outside the
// standard library, natively or in the browser, and who imports it there.
func imported(t *testing.T, pkg string) map[string]string {
	t.Helper()
	by := map[string]string{}
	for _, target := range []string{"linux amd64", "js wasm"} {
		system, arch, _ := strings.Cut(target, " ")
		t.Setenv("GOOS", system)
		t.Setenv("GOARCH", arch)
		for _, line := range list(t, "-deps", "-f", `{{if not .Standard}}{{.ImportPath}} {{join .Imports " "}}{{end}}`, pkg) {
			importer, imports, _ := strings.Cut(line, " ")
			for i := range strings.FieldsSeq(imports) {
				by[i] = importer
			}
		}
	}
	return by
}

func list(t *testing.T, args ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", cmd, err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}
