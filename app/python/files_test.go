package python

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const (
	loader      = "var dt=1,U=2;export{dt as loadPyodide,U as version};\n//# sourceMappingURL=pyodide.mjs.map\n"
	interpreter = "async function _createPyodideModule(){}export default _createPyodideModule;\n"
	lock        = `{"info": {"python": "3.99.1", "abi_version": "x"}, "packages": {"numpy": {"name": "numpy"}}}`
)

// built is a folder as `make site` leaves it, but for what is in the files.
func built(t *testing.T, change map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"pyodide.mjs": loader, "pyodide.asm.mjs": interpreter, "pyodide.asm.wasm": "\x00asm", "pyodide-lock.json": lock, "stdlib.zip": "PK"} {
		if other, ok := change[name]; ok {
			content = other
		}
		if content == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFiles(t *testing.T) {
	part, err := Read(built(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	files, page := part.Files, part.Page
	if part.Version != "3.99.1" {
		t.Errorf("version %q", part.Version)
	}
	for _, want := range []string{"https://github.com/pyodide/pyodide", "Mozilla Public License Version 2.0", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2", "Emscripten authors"} {
		if !strings.Contains(string(files[part.Licences]), want) {
			t.Errorf("the licences do not say %q", want)
		}
	}
	name := regexp.MustCompile(`^python/(page|worker|python|stdlib|licences)\.[0-9a-f]{8}\.(js|wasm|zip|txt)$`)
	for n := range files {
		if !name.MatchString(n) {
			t.Errorf("a file %s", n)
		}
	}
	head, _, _ := strings.Cut(strings.TrimPrefix(string(files[page]), "const files = "), ";\n")
	var list struct {
		Python               string
		Worker, WASM, Stdlib struct {
			Name string
			Size int
		}
	}
	if err := json.Unmarshal([]byte(head), &list); err != nil {
		t.Fatalf("%v in %.300s", err, files[page])
	}
	if list.Python != "3.99.1" {
		t.Errorf("version %q", list.Python)
	}
	for _, f := range []struct {
		Name string
		Size int
	}{list.Worker, list.WASM, list.Stdlib} {
		if content, ok := files["python/"+f.Name]; !ok || len(content) != f.Size {
			t.Errorf("the page is told of %s with %d bytes, there are %d", f.Name, f.Size, len(content))
		}
	}
	worker := string(files["python/"+list.Worker.Name])
	for _, refused := range []string{"export", "sourceMappingURL", "numpy"} {
		if strings.Contains(worker, refused) {
			t.Errorf("the worker has %q", refused)
		}
	}
	again, err := Read(built(t, nil))
	if err != nil || len(again.Files) != len(files) {
		t.Fatal(err)
	}
	for n, content := range again.Files {
		if string(content) != string(files[n]) {
			t.Errorf("built twice, %s differs", n)
		}
	}
}

// Another Pyodide, or none, is noticed when the site is built.
func TestFilesRefused(t *testing.T) {
	for name, c := range map[string]struct{ file, content, want string }{
		"other exports":   {"pyodide.mjs", strings.Replace(loader, "dt as", "xy as", 1), "pyodide.mjs: its exports are not"},
		"one more export": {"pyodide.asm.mjs", interpreter + "export{x};", "pyodide.asm.mjs: its exports are not"},
		"no lock":         {"pyodide-lock.json", "{", "pyodide-lock.json: "},
		"not all there":   {"pyodide.asm.wasm", "", "pyodide.asm.wasm"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read(built(t, map[string]string{c.file: c.content})); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// Where nothing was built there is no Python, and that is no error.
func TestWithout(t *testing.T) {
	if part, err := Read(built(t, map[string]string{library: ""})); err != nil || part.Page != "" || len(part.Files) != 0 {
		t.Errorf("there are %d files, %q, %v", len(part.Files), part.Page, err)
	}
}
