//go:build !js

// Under js there is no python3 to start.

package programs_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
	"unicode/utf8"

	"playground/app/programs"
)

// TestQuote has CPython read every character as it is written, and compares with
// its own repr. The two may differ only where one of them does not know a
// character yet, and then the escape reads the same.
func TestQuote(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: whether it reads strings as they are written is NOT TESTED")
	}
	texts := []string{"", "ab", "it's", `say "a"`, `it's "b"`, `\`, `\n`, "tab\tnewline\nreturn\r"}
	for r := rune(0); r < utf8.MaxRune; r++ {
		if r > 0x3100 && r < 0xd700 && r%16 != 0 || r > 0x20000 && r%256 > 1 {
			continue // of what is alike some is enough
		}
		if utf8.ValidRune(r) {
			texts = append(texts, string(r))
		}
	}
	var quoted []string
	for _, s := range texts {
		quoted = append(quoted, programs.Str(s).String())
	}
	in, err := json.Marshal([2][]string{texts, quoted})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", `
import ast, json, sys, unicodedata
texts, quoted = json.load(sys.stdin)
wrong = [q for s, q in zip(texts, quoted) if ast.literal_eval(q) != s]
differ = [q for s, q in zip(texts, quoted) if repr(s) != q and not (len(s) == 1 and unicodedata.category(s) == "Cn")]
json.dump([wrong, differ], sys.stdout)
`)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", cmd, err)
	}
	var answer [2][]string
	if err := json.Unmarshal(out, &answer); err != nil {
		t.Fatal(err)
	}
	if len(answer[0]) > 0 {
		t.Errorf("Python reads %d of %d strings as other ones: %.20q", len(answer[0]), len(texts), answer[0])
	}
	if len(answer[1]) > 0 {
		t.Errorf("%d of %d strings are not Python's repr: %.20q", len(answer[1]), len(texts), answer[1])
	}
}
