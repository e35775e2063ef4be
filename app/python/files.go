package python

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"playground/app/site/serve"
)

//go:embed worker.js
var workerJS string

//go:embed page.js
var pageJS string

//go:embed editor.js
var editorJS string

//go:embed shim/*.py
var shimPY embed.FS

//go:embed licences/*.txt
var licenceTXT embed.FS

const library = "stdlib.zip"

// A Part is what a site has of Python.
type Part struct {
	Files    map[string][]byte // by name
	Page     string            // the one of them that the page imports
	Licences string            // the one that says under which licences the others are
	Version  string            // of Python: "3.14.2"
}

// Read returns Python for a site. The folder built has Pyodide's own files and
// the standard library: pyodide.mjs, pyodide.asm.mjs, pyodide.asm.wasm,
// pyodide-lock.json and stdlib.zip, as `make site` leaves them. Where the last of them
// is not there, nothing was built, and the Part is the zero one.
func Read(built string) (Part, error) {
	if _, err := os.Stat(filepath.Join(built, library)); errors.Is(err, fs.ErrNotExist) {
		return Part{}, nil
	}
	read := map[string][]byte{}
	for _, name := range []string{"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", library} {
		content, err := os.ReadFile(filepath.Join(built, name))
		if err != nil {
			return Part{}, err
		}
		read[name] = content
	}
	lock, version, err := emptyLock(read["pyodide-lock.json"])
	if err != nil {
		return Part{}, err
	}
	worker, err := join(string(read["pyodide.mjs"]), string(read["pyodide.asm.mjs"]), lock)
	if err != nil {
		return Part{}, err
	}
	licences, err := licences()
	if err != nil {
		return Part{}, err
	}

	files := map[string][]byte{}
	type file struct {
		Name string `json:"name"`
		Size int    `json:"size"`
	}
	add := func(name string, content []byte) file {
		sum := sha256.Sum256(content)
		stem, ext, _ := strings.Cut(name, ".")
		name = fmt.Sprintf("%s.%s.%s", stem, hex.EncodeToString(sum[:4]), ext)
		files[serve.Python+name] = content
		return file{name, len(content)}
	}
	list, err := json.MarshalIndent(map[string]any{
		"python": version,
		"worker": add("worker.js", worker),
		"wasm":   add("python.wasm", read["pyodide.asm.wasm"]),
		"stdlib": add("stdlib.zip", read[library]),
	}, "", "  ")
	if err != nil {
		return Part{}, err
	}
	examples, err := json.Marshal(Examples())
	if err != nil {
		return Part{}, err
	}
	page := add("page.js", fmt.Appendf(nil, "const files = %s;\nconst examples = %s;\n%s\n%s", list, examples, pageJS, editorJS)).Name
	return Part{
		Files: files, Page: serve.Python + page, Version: version,
		Licences: serve.Python + add("licences.txt", licences).Name,
	}, nil
}

// Licences is the text under whose terms Python is passed on.
func licences() ([]byte, error) {
	b := bytes.NewBufferString("Python runs in the page by Pyodide, which is CPython and its standard library,\n" +
		"compiled to WebAssembly by Emscripten. What else is in CPython, and under which\n" +
		"terms, is told in https://docs.python.org/3.14/license.html.\n")
	for _, part := range []struct{ title, file string }{
		{"Pyodide, whose source is at https://github.com/pyodide/pyodide", "pyodide.txt"},
		{"Python and its standard library, which is without comments and docstrings here", "python.txt"},
		{"Emscripten, https://emscripten.org", "emscripten.txt"},
	} {
		text, err := licenceTXT.ReadFile("licences/" + part.file)
		if err != nil {
			return nil, err
		}
		line := strings.Repeat("=", 80)
		fmt.Fprintf(b, "\n%s\n%s\n%s\n\n%s", line, part.title, line, text)
	}
	return b.Bytes(), nil
}

// EmptyLock returns Pyodide's list of packages without any package: whatever is
// not in the standard library would have to come from the network. It also
// returns the version of Python.
func emptyLock(shipped []byte) (lock, python string, err error) {
	var l struct {
		Info     json.RawMessage `json:"info"`
		Packages struct{}        `json:"packages"`
	}
	var info struct{ Python string }
	if err := json.Unmarshal(shipped, &l); err != nil {
		return "", "", fmt.Errorf("pyodide-lock.json: %w", err)
	}
	if err := json.Unmarshal(l.Info, &info); err != nil {
		return "", "", fmt.Errorf("pyodide-lock.json: info: %w", err)
	}
	b, err := json.Marshal(l)
	return string(b), info.Python, err
}

// Join makes one script of Pyodide's modules and our own: a worker that imports
// nothing needs no permission to import. Each module becomes the body of a
// function, because their names are short and the same.
func join(loader, interpreter, lock string) ([]byte, error) {
	loader, err := exporting(loader, "export{dt as loadPyodide,U as version};", "return dt;")
	if err != nil {
		return nil, fmt.Errorf("pyodide.mjs: %w", err)
	}
	interpreter, err = exporting(interpreter, "export default _createPyodideModule;", "return _createPyodideModule;")
	if err != nil {
		return nil, fmt.Errorf("pyodide.asm.mjs: %w", err)
	}
	shim, err := shim()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "// With Pyodide, https://github.com/pyodide/pyodide, under the Mozilla Public License 2.0.\n")
	fmt.Fprintf(&b, "const loadPyodide = (() => {\n%s\n})();\n", loader)
	fmt.Fprintf(&b, "const createPyodideModule = (() => {\n%s\n})();\n", interpreter)
	fmt.Fprintf(&b, "const lock = %s;\nconst shim = %s;\n%s", lock, shim, workerJS)
	return b.Bytes(), nil
}

// Shim returns the files of the shim, joined in the order of their names, as a
// string of JavaScript.
func shim() ([]byte, error) {
	entries, err := shimPY.ReadDir("shim")
	if err != nil {
		return nil, err
	}
	var text strings.Builder
	for _, e := range entries {
		part, err := shimPY.ReadFile("shim/" + e.Name())
		if err != nil {
			return nil, err
		}
		text.Write(part)
	}
	return json.Marshal(text.String())
}

// Exporting replaces a module's only export. Another version of Pyodide that
// exports in another way is noticed here, at build time.
func exporting(module, export, by string) (string, error) {
	if strings.Count(module, export) != 1 || strings.Count(module, "export{")+strings.Count(module, "export default") != 1 {
		return "", fmt.Errorf("its exports are not %q any more", export)
	}
	// Without the path of a source map, which the site does not have.
	module, _, _ = strings.Cut(strings.Replace(module, export, by, 1), "\n//# sourceMappingURL=")
	return module, nil
}
