package pycall

import (
	"errors"
	"strings"
	"testing"
)

// FuzzParse looks for a panic, for an error that is none of ours, and for a call
// that reads as another one when it is written out.
func FuzzParse(f *testing.F) {
	for _, w := range wrong {
		f.Add(w.text)
	}
	// Each took time that doubles with the depth, or grows with the square of the
	// length, in a parser that goes back.
	for _, nested := range []struct{ open, inner, close string }{
		{"{", "1", "}"}, {"{", "1: 2", "}"}, {"(", "1 2", ")"}, {"[a=", "1", "]"}, {"1 {", "1", "}"}, {"print {", "1", "}"}, {"_ _ ", "_", ""}, {"print a, ", "a", ""},
	} {
		const n = 199
		f.Add("f(" + strings.Repeat(nested.open, n) + nested.inner + strings.Repeat(nested.close, n) + ")")
	}
	d := newDrawer(1)
	for range 50 {
		f.Add(d.call())
		f.Add(d.spoiled())
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse(text)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Text == "" || e.Offset < 0 || e.Offset > len(text) {
				t.Fatalf("%q: %#v", text, err)
			}
			return
		}
		written := c.String()
		for _, typed := range []bool{false, true} {
			key, err := c.Key(typed)
			if err != nil {
				continue
			}
			if !Equal(key, key) {
				t.Errorf("%s: the key is not equal to itself", written)
			}
			if _, err := Hash(key); err != nil {
				t.Errorf("%s: %v", written, err)
			}
		}
		again, err := Parse(written)
		if err != nil {
			// inf, nan and Ellipsis are no literals, though Python prints them.
			if strings.Contains(written, "inf") || strings.Contains(written, "nan") || strings.Contains(written, "Ellipsis") || len(written) > MaxText ||
				strings.Contains(err.Error(), "Exceeds the limit") {
				return
			}
			t.Fatalf("%q is %q, which is not read: %v", text, written, err)
		}
		if s := again.String(); s != written && !strings.Contains(written, "j") { // -0j has no literal
			t.Errorf("%q is %q, and that is %q", text, written, s)
		}
	})
}
