package experiments

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"playground/app/calls"
	"playground/app/link"
	"playground/app/model"
	"playground/app/timing"
	"playground/app/trace"
)

// told is every story, with the card it is of.
func told(t *testing.T) map[string]*Story {
	t.Helper()
	stories := map[string]*Story{}
	for _, c := range All() {
		stories[c.Name] = c.Story(Measured{})
	}
	return stories
}

// TestCards checks what must be true of each card, whatever it is about.
func TestCards(t *testing.T) {
	groups, seen := []string{Saves, Size, Info, Pays, NotFor}, map[string]bool{}
	at := 0
	for _, c := range All() {
		if seen[c.Name] || c.Name == "" || strings.Trim(c.Name, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("%q is no name of its own", c.Name)
		}
		seen[c.Name] = true
		for at < len(groups) && groups[at] != c.Group {
			at++
		}
		if at == len(groups) {
			t.Fatalf("%s: the group %q is unknown, or comes twice", c.Name, c.Group)
		}
		s := c.Story(Measured{})
		if !strings.Contains(s.Ask.String(), "?") || s.Why == nil || s.Python == "" || s.Prints == "" || len(s.Words) == 0 || len(s.More) == 0 {
			t.Errorf("%s lacks a question, a reason, a program, its words, or a source", c.Name)
		}
		for _, w := range s.Words {
			if explained([]string{w}).Says() == "" {
				t.Errorf("%s: nobody says what %q means", c.Name, w)
			}
		}
		options, truth := s.Guess.offered()
		if len(options) < 2 || len(options) > 4 {
			t.Errorf("%s has %d choices", c.Name, len(options))
		}
		if c.Race == nil && (truth < 0 || truth >= len(options)) {
			t.Errorf("%s: choice %d is true, of %d", c.Name, truth, len(options))
		}
		different := map[string]bool{}
		for _, o := range options {
			different[o.String()] = true
		}
		if len(different) != len(options) {
			t.Errorf("%s: two choices are the same in %v", c.Name, options)
		}
		if g := s.Guess; (g.Kind == Dot || g.Kind == Number) && len(options) != 4 {
			t.Errorf("%s offers %d choices to a room, want 4", c.Name, len(options))
		}
		if s.Go != "" && s.Go != challengeGo {
			t.Errorf("%s: no test compiles its Go", c.Name)
		}
		watchable(t, c.Name, s)
		if name, ok := strings.CutPrefix(s.Own, "#exp="); ok && told(t)[name] == nil {
			t.Errorf("%s: there is no card %s to try", c.Name, name)
		}
	}
}

// watchable checks that the links of a card lead to what can be shown, at a step that
// there is.
func watchable(t *testing.T, name string, s *Story) {
	t.Helper()
	addresses := []string{s.Watch}
	if s.Own != "" && !strings.HasPrefix(s.Own, "#exp=") {
		addresses = append(addresses, s.Own)
	}
	named := 0 // events of the explanation
	for _, p := range s.Why {
		if p.Link != "" {
			named++
			addresses = append(addresses, p.Link)
		}
	}
	if named == 0 {
		t.Errorf("%s names no event that decided: %s", name, s.Why)
	}
	if !slices.ContainsFunc(s.Why, func(p Part) bool { return p.Link == s.Watch }) {
		t.Errorf("%s: Watch it leads to another step than the explanation", name)
	}
	for _, address := range addresses {
		if fragment, ok := strings.CutPrefix(address, "../function/#"); ok {
			r, ok, notice := link.DecodeRecord(fragment)
			if !ok || notice != "" || r.Text != s.Record {
				t.Errorf("%s: %s leads to the record %q, %s", name, address, r.Text, notice)
			}
			in, err := calls.Read(strings.NewReader(r.Text), calls.Options{})
			if err != nil || in.Bad > 0 || !in.Record.Whole {
				t.Fatalf("%s: the record cannot be read: %v\n%s", name, err, r.Text)
			}
			rec := trace.Record(trace.ScriptOf(in.Record, in.Record.Program(0)))
			if r.Step < 1 || r.Step > len(rec.Events) {
				t.Errorf("%s: there is no step %d of %d", name, r.Step, len(rec.Events))
			}
			continue
		}
		fragment, ours := strings.CutPrefix(address, "../#")
		if !ours {
			t.Errorf("%s leads to %q", name, address)
			continue
		}
		v, notices := link.Decode(fragment, model.Opening())
		if back, err := link.Encode(v, model.Opening()); len(notices) > 0 || err != nil || back != fragment {
			t.Errorf("%s leads to %q, which is read as %q, %v, %v", name, address, back, notices, err)
		}
		if v.Step == 0 {
			t.Errorf("%s leads to step 0", name)
		}
	}
}

// TestSentences: a question is one or two sentences, an explanation two.
func TestSentences(t *testing.T) {
	ends := regexp.MustCompile(`[.?!…](\s|$)`)
	count := func(text string) int { return len(ends.FindAllString(text, -1)) }
	for _, text := range []string{"One.", "One: it is.", "It is 1.5 s, f(1.0)."} {
		if count(text) != 1 {
			t.Errorf("%q has %d sentences", text, count(text))
		}
	}
	if count("One. Two? Three! Four … five") != 4 {
		t.Error("sentences are not counted")
	}
	check := func(name string, s *Story) {
		if n := count(s.Ask.String()); n < 1 || n > 2 {
			t.Errorf("%s asks in %d sentences: %s", name, n, s.Ask)
		}
		if why := s.Why.String(); count(why) != 2 || !strings.HasSuffix(why, ".") {
			t.Errorf("%s explains in %d sentences: %s", name, count(why), why)
		}
	}
	for name, s := range told(t) {
		check(name, s)
	}
	var rounds []timing.Round
	for range 3 {
		rounds = append(rounds, timing.Round{Took: time.Second, Calls: 1000})
	}
	for _, c := range All() {
		if c.Race != nil {
			check(c.Name, c.Story(Measured{Without: rounds, With: rounds, Done: true}))
		}
	}
}
