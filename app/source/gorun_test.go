//go:build !js

// Under js there is no go command to start.

package source

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"playground/app/trace"
)

// TestGo compiles copied programs within this module and runs them.
//
// To link more than a hundred programs would take minutes. So they are made into
// one: each is a file of its own whose main has a number. What is the same in
// many is there once: the type of a function's arguments, and what guards some of
// them against deep recursion. See TestGoAsCopied for programs compiled exactly
// as copied.
func TestGo(t *testing.T) {
	all := samples(t)
	o := newOverlay(t)
	guard := fmt.Sprintf(goGuard, trace.MaxDepth, trace.MaxDepth)
	types := map[string]bool{}
	var calls strings.Builder
	for i, s := range all {
		text := strings.TrimSuffix(Go(s.rec), guard)
		if declared := s.rec.Program.Go.Types; declared != "" {
			text = strings.Replace(text, declared+"\n", "", 1)
			types[declared] = true
		}
		before, after, ok := strings.Cut(text, "\nfunc main() {\n")
		if !ok {
			t.Fatalf("%s has no main:\n%s", s.name, text)
		}
		o.add(fmt.Sprintf("copied/all/copied%d.go", i), fmt.Sprintf("%s\nfunc main%d() {\n%s", before, i, after))
		fmt.Fprintf(&calls, "\tmain%d()\n\tfmt.Print(%q)\n", i, separator)
	}
	o.add("copied/all/main.go", "package main\n\nimport \"fmt\"\n\nfunc main() {\n"+calls.String()+"}\n"+guard+
		strings.Join(slices.Sorted(maps.Keys(types)), "\n"))
	program := o.build("./copied/all")[0]
	out, err := exec.Command(program).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	printed := strings.Split(string(out), separator)
	if len(printed) != len(all)+1 {
		t.Fatalf("%d of %d programs ran to their end", len(printed)-1, len(all))
	}
	for i, s := range all {
		t.Run(s.name, func(t *testing.T) { s.check(t, printed[i], Go(s.rec)) })
	}
}

const separator = "\x00"

// TestGoAsCopied builds and runs programs exactly as they are copied, one for
// each form that the text can have.
func TestGoAsCopied(t *testing.T) {
	forms := map[string]sample{}
	for _, s := range samples(t) {
		made := newPlan(s.rec)
		form := fmt.Sprintf("%s guarded=%v exact=%v", s.rec.Program.Name, made.guarded, made.exact)
		if _, ok := forms[form]; !ok {
			forms[form] = s
		}
	}
	if len(forms) < 9 { // four functions, and with errors and gaps where they have them
		t.Errorf("only %d forms", len(forms))
	}
	o := newOverlay(t)
	var folders []string
	var chosen []sample
	for _, s := range forms {
		folder := fmt.Sprintf("copied/c%d", len(folders))
		o.add(folder+"/main.go", Go(s.rec))
		folders, chosen = append(folders, "./"+folder), append(chosen, s)
	}
	for i, program := range o.build(folders...) {
		t.Run(chosen[i].name, func(t *testing.T) {
			out, err := exec.Command(program).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			chosen[i].check(t, string(out), Go(chosen[i].rec))
		})
	}
}

// An overlay shows the go command files in this module that are not there, so
// that a test leaves nothing behind, and meets nobody else's.
type overlay struct {
	t       *testing.T
	dir     string
	Replace map[string]string
}

func newOverlay(t *testing.T) *overlay {
	return &overlay{t, t.TempDir(), map[string]string{}}
}

// add puts a file into the module.
func (o *overlay) add(file, text string) {
	o.t.Helper()
	shown, err := filepath.Abs(filepath.Join("..", "..", file))
	if err != nil {
		o.t.Fatal(err)
	}
	o.Replace[shown] = o.write(strings.ReplaceAll(file, "/", "-"), text)
}

func (o *overlay) write(name, text string) (path string) {
	o.t.Helper()
	path = filepath.Join(o.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		o.t.Fatal(err)
	}
	return path
}

// build compiles the folders, each a program, and returns the programs.
func (o *overlay) build(folders ...string) (programs []string) {
	o.t.Helper()
	list, err := json.Marshal(o)
	if err != nil {
		o.t.Fatal(err)
	}
	bin := filepath.Join(o.dir, "bin") + string(filepath.Separator)
	if err := os.Mkdir(bin, 0o777); err != nil {
		o.t.Fatal(err)
	}
	args := []string{"build", "-overlay", o.write("overlay.json", string(list)), "-o", bin}
	cmd := exec.Command("go", append(args, folders...)...)
	cmd.Dir = filepath.Join("..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		o.t.Fatalf("%s\n%v\n%s", cmd, err, out)
	}
	for _, folder := range folders {
		programs = append(programs, filepath.Join(bin, filepath.Base(folder)))
	}
	return programs
}
