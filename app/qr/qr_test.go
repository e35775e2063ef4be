package qr

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the codes in testdata anew; let a reader of QR codes read them then")

// longest returns a text that a version just holds.
func longest(v version) string {
	const part = "https://example.org/playground/#f=fibonacci&max=2&s=10,10x1000&at=37;"
	return strings.Repeat(part, 1+MaxBytes/len(part))[:(8*v.data()-v.header())/8]
}

// TestEncode reads codes of every version, the longest text of each and the
// shortest.
func TestEncode(t *testing.T) {
	texts := []string{"", "a", "https://example.org/", "é 日本 😀", "\x00\xff", strings.Repeat("\x00", 500), strings.Repeat("\xff", 500)}
	for v := version(1); v <= 40; v++ {
		text := longest(v)
		texts = append(texts, text)
		if v > 1 {
			texts = append(texts, text[:len(longest(v-1))+1])
		}
	}
	seen := map[version]bool{}
	for _, text := range texts {
		c, err := Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		got, v, err := decode(c)
		if err != nil {
			t.Errorf("a text of %d bytes: %v", len(text), err)
			continue
		}
		if got != text {
			t.Errorf("a text of %d bytes, version %d: it reads as %.100q", len(text), v, got)
		}
		if v > 1 && len(text) <= len(longest(v-1)) {
			t.Errorf("a text of %d bytes has version %d, but a smaller one holds it", len(text), v)
		}
		seen[v] = true
	}
	if len(seen) != 40 {
		t.Errorf("only %d versions were seen", len(seen))
	}
}

func TestTooLong(t *testing.T) {
	if _, err := Encode(strings.Repeat("a", MaxBytes)); err != nil {
		t.Error(err)
	}
	_, err := Encode(strings.Repeat("a", MaxBytes+1))
	if err == nil || err.Error() != "a QR code holds 2953 bytes at most, and this text has 2954" {
		t.Errorf("one byte too many: %v", err)
	}
}

// TestMask sees to it that no mask would have made the code easier to read, and
// that not all codes have the same.
func TestMask(t *testing.T) {
	used := map[int]bool{}
	for i := range 60 {
		text := fmt.Sprint("https://example.org/#", i*i)
		v := version(3)
		words := v.codewords(text)
		chosen := penalty(draw(v, words))
		least, best := -1, 0
		for mask := range masks {
			c := newCanvas(v)
			c.write(words)
			c.mask(mask)
			c.format(mask)
			if p := penalty(c.dark); least < 0 || p < least {
				least, best = p, mask
			}
		}
		if chosen != least {
			t.Errorf("%s: the penalty is %d, want %d", text, chosen, least)
		}
		used[best] = true
	}
	if len(used) < 4 {
		t.Errorf("only the masks %v were ever the best", used)
	}
}

// TestGolden compares with codes that other programs have read: zbarimg and
// jsQR.
func TestGolden(t *testing.T) {
	for _, v := range []version{1, 6, 7, 10, 20} {
		c, err := Encode(longest(v))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(rows(c), "\n") + "\n"
		file := filepath.Join("testdata", fmt.Sprintf("version-%d.txt", v))
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != got {
			t.Errorf("the code of version %d is not that of %s", v, file)
		}
	}
}

// rows returns a code as text, a row of # and spaces each.
func rows(c Code) (rows []string) {
	for _, row := range c {
		var b strings.Builder
		for _, dark := range row {
			if dark {
				b.WriteByte('#')
			} else {
				b.WriteByte(' ')
			}
		}
		rows = append(rows, b.String())
	}
	return rows
}

func FuzzEncode(f *testing.F) {
	f.Add("")
	f.Add("https://example.org/")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Encode(text)
		if err != nil {
			if len(text) <= MaxBytes {
				t.Fatal(err)
			}
			return
		}
		if got, _, err := decode(c); err != nil || got != text {
			t.Fatalf("%q reads as %q, %v", text, got, err)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	text := longest(10)
	for b.Loop() {
		if _, err := Encode(text); err != nil {
			b.Fatal(err)
		}
	}
}
