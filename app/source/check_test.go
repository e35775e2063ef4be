//go:build !js

// Under js nothing that is copied can be run.

package source

import (
	"strings"
	"testing"
)

// check compares what a copy printed with the recording.
func (s sample) check(t *testing.T, printed, text string) {
	t.Helper()
	got := strings.Split(strings.TrimSuffix(printed, "\n"), "\n")
	want := s.want
	if last := len(want) - 1; !s.exact {
		if got[len(got)-1] == want[last] {
			t.Errorf("nothing was missing after all: it printed %s too", want[last])
		}
		if !strings.Contains(text, "The counts differ") {
			t.Error("no comment says that the counts differ")
		}
		got, want = got[:len(got)-1], want[:last]
	}
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Fatalf("line %d is missing: %s\n\n%s", i, want[i], text)
		case i >= len(want):
			t.Fatalf("line %d is too much: %s\n\n%s", i, got[i], text)
		case got[i] != want[i]:
			t.Fatalf("line %d is\n\t%s\nbut the recording says\n\t%s\n\n%s", i, got[i], want[i], text)
		}
	}
}
