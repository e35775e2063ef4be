package serve

import (
	"path"
	"slices"
	"strings"
)

// What follows is known to whoever writes the site and to whoever sends it.

// Assets and Python are the folders of the files whose names tell their content.
// They may be kept for ever; all others are asked for anew each time.
const (
	Assets = "assets/"
	Python = "python/" // for the page that runs Python, and fetched by no other
)

// IsLasting reports whether the name of a file tells its content.
func IsLasting(name string) bool {
	return strings.HasPrefix(name, Assets) || strings.HasPrefix(name, Python)
}

// PythonWorker is how the name of the script begins that runs Python. It has a
// policy of its own.
const PythonWorker = Python + "worker."

// Index is the name of a folder's page, which is sent under the folder's name.
const Index = "index.html"

// An Encoding is a form that a file may be sent in, beside the content itself.
type Encoding struct {
	Name string // in the headers Accept-Encoding and Content-Encoding
	Ext  string // what the name of such a copy has after that of its file
}

// Encodings are the compressed copies that may lie beside a file, best first.
var Encodings = [...]Encoding{{"br", ".br"}, {"gzip", ".gz"}}

// A Kind is what is true of all files with the same extension.
type Kind struct {
	ContentType string
	Compress    bool // whether compressed copies pay; a PNG is compressed already
}

// KindOf returns the kind of a file by its name. It reports false for one that
// no site has: the table is short, and a name outside of it is a mistake.
// Content types are written down because those the operating system knows differ.
func KindOf(name string) (Kind, bool) {
	kind, known := kinds[path.Ext(name)]
	return kind, known
}

var kinds = map[string]Kind{
	".css":         {"text/css; charset=utf-8", true},
	".html":        {"text/html; charset=utf-8", true},
	".js":          {"text/javascript; charset=utf-8", true},
	".png":         {"image/png", false},
	".svg":         {"image/svg+xml", true},
	".txt":         {"text/plain; charset=utf-8", true},
	".wasm":        {"application/wasm", true},
	".webmanifest": {"application/manifest+json", true},
	".zip":         {"application/zip", true}, // Python's library, whose files lie in it as they are
}

// IsCopy reports whether a file is a compressed copy of another.
func IsCopy(name string) bool {
	for _, e := range Encodings {
		if strings.HasSuffix(name, e.Ext) {
			return true
		}
	}
	return false
}

// Sources are what the build makes files under Assets from. They lie in the same
// folder, but are not part of the site: nobody asks for them.
var Sources = [...]string{"style.css", "draw.css", "experiments.css", "function.css", "keys.css", "preview.png"}

// IsSource reports whether a file is one of the Sources.
func IsSource(name string) bool { return slices.Contains(Sources[:], name) }
