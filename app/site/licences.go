package site

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

// A Program is one that people get from us, as a package and what it is built for.
type Program struct{ Package, GOOS, GOARCH, Tags string }

// Licences returns what the programs are made of besides our own code, and under
// which licences: of Go, of every module of which a package is linked in, and of the
// sources of Go's library that came with a notice of their own. It asks go list, in
// the working directory. It is an error if a module has no licence.
func Licences(programs ...Program) ([]byte, error) {
	modules := map[string]*work{}
	notices := map[string][]string{} // the files that have it, by notice
	for _, p := range programs {
		pkgs, err := p.linked()
		if err != nil {
			return nil, err
		}
		for _, pkg := range pkgs {
			switch {
			case pkg.Standard:
				err = pkg.addNotices(notices)
			case pkg.Module != nil && !pkg.Module.Main:
				name := pkg.Module.Path + " " + pkg.Module.Version
				if modules[name] == nil {
					modules[name] = &work{name: name, licences: map[string]string{}}
				}
				err = modules[name].add(pkg.Dir, pkg.Module.Dir)
			}
			if err != nil {
				return nil, err
			}
		}
	}

	var b bytes.Buffer
	b.WriteString("The playground, the page as well as the program that serves it, is made of these\nworks besides its own code. Each is followed by its licence.\n")
	section(&b, "Go ("+runtime.Version()+"): the language, its library, and wasm_exec.js", goLicence)
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		m := modules[name]
		if len(m.licences) == 0 {
			return nil, fmt.Errorf("the module %s has no licence: find out under which terms it may be passed on, or do without it", name)
		}
		for _, file := range slices.Sorted(maps.Keys(m.licences)) {
			section(&b, name+": "+file, m.licences[file])
		}
	}
	for _, notice := range slices.SortedFunc(maps.Keys(notices), func(a, b string) int {
		return strings.Compare(notices[a][0], notices[b][0])
	}) {
		section(&b, "Parts of Go: "+strings.Join(notices[notice], ", "), notice)
	}
	return b.Bytes(), nil
}

// Of Go's own licence there is a copy here, since not every distribution of Go has
// it where the others have it.
//
//go:embed shell/go-licence.txt
var goLicence string

func section(b *bytes.Buffer, title, text string) {
	fmt.Fprintf(b, "\n\n%s\n\n%s\n%s\n\n%s\n", strings.Repeat("=", 80), title, strings.Repeat("-", 80), strings.TrimSpace(text))
}

// A work is a module with the licences that are valid for what is linked in of it.
type work struct {
	name     string
	licences map[string]string // by name of the file within the module
}

var isLicence = regexp.MustCompile(`(?i)^(un)?(licen[sc]e|copying|notice|patents)([.-].*)?$`)

// Add adds the licences of a package: those in its own folder and above it.
func (w *work) add(dir, module string) error {
	for ; strings.HasPrefix(dir, module); dir = filepath.Dir(dir) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if e.IsDir() || !isLicence.MatchString(e.Name()) || filepath.Ext(e.Name()) == ".go" {
				continue
			}
			file := filepath.Join(dir, e.Name())
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(module, file)
			if err != nil {
				return err
			}
			w.licences[filepath.ToSlash(name)] = string(text)
		}
	}
	return nil
}

// A pkg is what go list tells of a package.
type pkg struct {
	ImportPath      string
	Dir             string
	Standard        bool
	GoFiles, SFiles []string
	Module          *struct {
		Path, Version, Dir string
		Main               bool
	}
}

func (p Program) linked() (pkgs []pkg, err error) {
	cmd := exec.Command("go", "list", "-tags", p.Tags, "-deps", "-json=ImportPath,Dir,Standard,GoFiles,SFiles,Module", p.Package)
	cmd.Env = append(os.Environ(), "GOOS="+p.GOOS, "GOARCH="+p.GOARCH, "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmd, err)
	}
	for in := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			return pkgs, nil
		} else if err != nil {
			return nil, err
		}
		pkgs = append(pkgs, p)
	}
}

// AddNotices adds what the package's sources say of other authors than Go's.
func (p pkg) addNotices(notices map[string][]string) error {
	for _, name := range slices.Concat(p.GoFiles, p.SFiles) {
		source, err := os.ReadFile(filepath.Join(p.Dir, name))
		if err != nil {
			return err
		}
		file := p.ImportPath + "/" + name
		for _, n := range noticesIn(string(source)) {
			if !slices.Contains(notices[n], file) {
				notices[n] = append(notices[n], file)
			}
		}
	}
	return nil
}

// NoticesIn returns the comments of a source that claim a copyright for others than
// Go's authors, from the claim to the end of the comment. Between two lines of equal
// signs only what is there counts: what comes after is about the program.
func noticesIn(source string) (notices []string) {
	claim := regexp.MustCompile(`(?i)copyright (©|\(c\)|[12][0-9]{3})`)
	var notice []string // what was read of one that has begun
	fenced, fence := false, false
	end := func() {
		if notice != nil {
			notices = append(notices, strings.TrimSpace(strings.Join(notice, "\n")))
		}
		notice = nil
	}
	for line := range strings.Lines(source) {
		text, comment := strings.CutPrefix(strings.TrimSpace(line), "//")
		text = strings.TrimSpace(text)
		isFence := len(text) > 10 && strings.Trim(text, "=") == ""
		switch {
		case !comment, fenced && isFence:
			end()
			fenced = false
		case notice != nil:
			notice = append(notice, text)
		case claim.MatchString(text) && !strings.Contains(text, "The Go Authors"):
			notice, fenced = []string{text}, fence
		}
		fence = isFence
	}
	end()
	return notices
}
