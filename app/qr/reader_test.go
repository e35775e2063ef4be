//go:build !js

// Under js there is no other program to start.

package qr

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
)

// TestReader has jsQR read codes of every version. QR_READER=must makes it a
// failure that there is no node or no jsQR, which npm ci in app/e2e installs.
func TestReader(t *testing.T) {
	node, err := exec.LookPath("node")
	if err == nil {
		_, err = os.Stat("../e2e/node_modules/jsqr")
	}
	if err != nil {
		if os.Getenv("QR_READER") == "must" {
			t.Fatal(err)
		}
		t.Skip("whether another program reads the codes is NOT TESTED: ", err)
	}
	texts := []string{"https://example.org/", "é 日本 😀"}
	for v := version(1); v <= 40; v++ {
		if v != 23 { // jsQR 1.4.0 has a wrong number for it; zbarimg reads it
			texts = append(texts, longest(v))
		}
	}
	var codes [][]string
	for _, text := range texts {
		c, err := Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		codes = append(codes, rows(c))
	}
	in, err := json.Marshal(codes)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "testdata/read.mjs")
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", cmd, err)
	}
	var read []string
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	if len(read) != len(texts) {
		t.Fatalf("it read %d of %d codes", len(read), len(texts))
	}
	for i, text := range texts {
		if read[i] != text {
			t.Errorf("a code of %d modules reads as %.100q, want %.100q", len(codes[i]), read[i], text)
		}
	}
}
