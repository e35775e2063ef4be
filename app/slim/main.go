// Slim keeps out of the program for the browser what cannot run there, or need
// not.
//
// go-app is one package for server and browser. Its server half imports
// net/http, which brings TLS, HTTP/2 and certificates, and text/template; its
// router can take regular expressions; it can encrypt what it stores. That is a
// third of what visitors would download, and nothing of it is ever called.
//
// `go build -overlay` reads a file that names replacements for source files.
// Slim writes one that replaces these packages by the few lines in the folder of
// the same name beside this file. The Makefile uses it for the program for the
// browser alone, which builds without it as well, and is then larger:
//
//	go run ./app/slim > overlay.json
//	GOOS=js GOARCH=wasm go build -overlay overlay.json ./app
//
// Files to replace are asked of the Go that is installed. A name that go-app
// comes to use and the replacement lacks is a compile error. And slim fails the
// build if the overlay does not do what it is for, or does more than that.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Replaced are the packages left out. What stands in for each is in the folder
// of that name.
var replaced = []string{
	"crypto/aes", "crypto/cipher", "crypto/md5", "crypto/rand", "crypto/sha1", "encoding/json",
	"internal/godebug", "net/http", "net/netip", "regexp", "text/template",
}

// Importers are who may import them: nobody else means to get a stand-in.
var importers = []string{"github.com/maxence-charriere/go-app/v9/pkg/app", "github.com/maxence-charriere/go-app/v9/pkg/errors", "github.com/google/uuid",
	"math/rand", "net/url", "time"}

// Gone are packages that come with those; they must not be there in the end.
var gone = []string{"crypto/internal/fips140/aes", "crypto/tls", "regexp/syntax", "text/template/parse", "unique", "internal/bisect"}

func main() {
	overlay, err := overlay()
	if err == nil {
		err = check(overlay)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "slim:", err)
		os.Exit(1)
	}
	os.Stdout.Write(overlay)
}

// Overlay replaces the first file of each package by what stands in for it and
// its other files by nothing.
func overlay() ([]byte, error) {
	replace := map[string]string{}
	for _, pkg := range replaced {
		content, err := filepath.Abs(filepath.Join("app", "slim", pkg, path.Base(pkg)+".go"))
		if err != nil {
			return nil, err
		}
		files, err := list("-f", `{{range .GoFiles}}{{$.Dir}}/{{.}}{{"\n"}}{{end}}`, pkg)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			replace[file] = content
			content = ""
		}
	}
	return json.MarshalIndent(map[string]any{"Replace": replace}, "", "  ")
}

// Check looks at the program as it is under the overlay.
func check(overlay []byte) error {
	file, err := os.CreateTemp("", "overlay-*.json")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	if _, err := file.Write(overlay); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	lines, err := list("-overlay", file.Name(), "-deps", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./app")
	if err != nil {
		return err
	}
	for _, line := range lines {
		pkg, imports, _ := strings.Cut(line, " ")
		if slices.Contains(gone, pkg) {
			return fmt.Errorf("%s is part of the program in spite of the overlay; find who imports it with go list -deps", pkg)
		}
		for _, i := range strings.Fields(imports) {
			if slices.Contains(replaced, i) && !slices.Contains(importers, pkg) && !slices.Contains(replaced, pkg) {
				return fmt.Errorf("%s imports %s, which is left out of the program for the browser; do without it, or take it from the list in app/slim/main.go, which is %v",
					pkg, i, replaced)
			}
		}
	}
	return nil
}

// List returns the lines that go list prints, asked as for the browser.
func list(args ...string) ([]string, error) {
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmd, err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n"), nil
}
