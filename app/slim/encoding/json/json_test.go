package json

import (
	real "encoding/json"
	"testing"
)

// Strings are read and written as encoding/json does.
func TestStrings(t *testing.T) {
	for _, s := range []string{"", "plain", `quoted "so"`, `back\slash`, "tab\tline\nnul\x00", "ü → 😀", "v=1&max=3&run=10x3"} {
		ours, err := Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back string
		if err := real.Unmarshal(ours, &back); err != nil || back != s {
			t.Errorf("%q is written as %s, which encoding/json reads as %q, %v", s, ours, back, err)
		}
		theirs, err := real.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		back = ""
		if err := Unmarshal(theirs, &back); err != nil || back != s {
			t.Errorf("%s is read as %q, %v", theirs, back, err)
		}
	}
	var s string
	for _, bad := range []string{"", `"`, `"\`, `"\u12"`, `"\x"`, "7", `{"Theme":"dark"}`} {
		if Unmarshal([]byte(bad), &s) == nil {
			t.Errorf("%s is read", bad)
		}
	}
	if _, err := Marshal(7); err == nil {
		t.Error("a number is written")
	}
}
