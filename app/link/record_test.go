package link

import (
	"strings"
	"testing"
)

const aRecord = "lru_cache record 1\nfunction total maxsize=128 typed=False\nkey 0 total((1, 'é'))\ncall 0\nbody 0 returns 3\nend\n"

// TestRecord: what was encoded is what is read, whatever was done to the address.
func TestRecord(t *testing.T) {
	for _, want := range []Record{{aRecord, 3}, {aRecord, 0}, {aRecord, -1}, {"", -1}, {"~%41&#=\x00\xff", 7}} {
		fragment, err := EncodeRecord(want)
		if err != nil {
			t.Fatal(err)
		}
		for _, sent := range []string{fragment, "#" + fragment, "(#" + fragment + ").", strings.ReplaceAll(fragment, "&", "&amp;"), fragment + "&utm_source=mail", strings.ReplaceAll(fragment, "=", "%3D")} {
			if got, ok, notice := DecodeRecord(sent); !ok || got != want || notice != "" {
				t.Errorf("%q is read as %+v, %v, %q", sent, got, ok, notice)
			}
		}
	}
}

func TestRecordIsNotRead(t *testing.T) {
	for _, other := range []string{"", "#", "own", "example=shop", "v=1&max=3&run=10", strings.Repeat("record", MaxRecordLength)} {
		if _, ok, notice := DecodeRecord(other); ok || notice != "" {
			t.Errorf("%.40q is taken for a record: %q", other, notice)
		}
	}
	for fragment, want := range map[string]string{
		"v=1&record=a~0":                "damaged",
		"v=1&record=a~zz":               "damaged",
		"v=1&record=a+b":                "damaged",
		"v=1&record=a&step=-1":          "step cannot be \"-1\": it is a whole number, 0 or more.",
		"v=1&record=a&step=99999999999": "it is a whole number",
		"v=2&record=a":                  "A newer version",
		"record=a":                      "A newer version",
	} {
		if r, ok, notice := DecodeRecord(fragment); !ok || r != (Record{}) || !strings.Contains(notice, want) {
			t.Errorf("%q is read as %+v, %v, %q, want %q", fragment, r, ok, notice, want)
		}
	}
	if _, err := EncodeRecord(Record{Text: strings.Repeat("x", MaxRecordLength)}); err == nil || !strings.Contains(err.Error(), "too long for a link") {
		t.Errorf("a record that is too long: %v", err)
	}
}
