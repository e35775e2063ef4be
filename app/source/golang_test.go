package source

import (
	"go/format"
	"testing"

	"playground/app/trace"
)

func TestGoIsFormatted(t *testing.T) {
	for _, s := range samples(t) {
		text := Go(s.rec)
		formatted, err := format.Source([]byte(text))
		if err != nil {
			t.Errorf("%s: %v\n%s", s.name, err, text)
		} else if string(formatted) != text {
			t.Errorf("%s: gofmt would change\n%s", s.name, text)
		}
	}
}

// TestScriptStillRunning copies a recording that is not complete yet.
func TestScriptStillRunning(t *testing.T) {
	run := trace.Start(scriptOf("factorial", 2, 3, 900))
	for len(run.Recording().Results) < 1 {
		run.Next()
	}
	if made := newPlan(run.Recording()); made.exact || made.statements[1].missing == "" {
		t.Errorf("a statement without a result passes for one that ran: %+v", made)
	}
}
