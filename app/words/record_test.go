package words

import (
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/trace"
)

// TestRecordTooLong: a record that takes too long says so, and which calls were not made.
func TestRecordTooLong(t *testing.T) {
	r := &calls.Record{Whole: true, Functions: []calls.Function{{Name: "f", Within: -1}}}
	for n := range 60 {
		key := calls.Key{Args: "n", Outcome: calls.Returned, Text: "1"}
		for by := 1; by <= 2 && n+by < 60; by++ {
			key.Asks = append(key.Asks, calls.Ask(n+by))
		}
		r.Keys = append(r.Keys, key)
	}
	for range 2 {
		r.Statements = append(r.Statements, calls.Statement{Step: calls.Ask(0), Times: 1}, calls.Statement{Step: calls.Ask(59), Times: 1})
	}
	rec := trace.Record(trace.ScriptOf(r, r.Program(0)))
	var say strings.Builder
	for _, p := range First(rec, len(rec.Events), false) {
		say.WriteString(p.Text)
	}
	if want := "Stopped: with maxsize=0 this record takes too long. What is shown ends after 3,000,001 runs of the body of f."; say.String() != want {
		t.Errorf("it says %q, want %q", say.String(), want)
	}
	if got := Ending(rec, rec.Results[1]); got != "not run: an earlier call took too long" {
		t.Errorf("of a call that was not made it says %q", got)
	}
}
