package experiments

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"playground/app/show"
)

// drawn is a view of the place as markup.
func drawn(p *Place, id string) string {
	for _, v := range p.Views() {
		if v.ID == id {
			return v.Draw(640).Markup()
		}
	}
	return ""
}

// Every card goes from its question to its answer, and what was guessed stays
// beside the truth.
func TestEveryCardRuns(t *testing.T) {
	p := New(nil)
	for i, c := range All() {
		p.Visit("exp="+c.Name, false)
		if card := drawn(p, "card"); strings.Contains(card, "data-truth") || strings.Contains(card, "data-true") || strings.Contains(card, "data-why") {
			t.Errorf("%s tells its answer beforehand", c.Name)
		}
		switch p.told().Guess.Kind {
		case Dot:
			p.Do("share-of-dot", show.Input{Value: "0.5"})
		case Number:
			p.Do("number", show.Input{Value: "3"})
		default:
			p.Do("choose", show.Input{Value: "1"})
		}
		if p.guess < 0 {
			t.Errorf("%s takes no guess", c.Name)
		}
		guess := p.guess
		if change, ok := p.Do("run", show.Input{}); !ok || change == 0 {
			t.Errorf("%s does not run", c.Name)
		}
		card := drawn(p, "card")
		for _, part := range []string{`data-guess=""`, `data-why=""`, ">Next<"} {
			if !strings.Contains(card, part) {
				t.Errorf("%s: once it was run, there is no %s", c.Name, part)
			}
		}
		if c.Race == nil && !strings.Contains(card, `data-truth=""`) {
			t.Errorf("%s does not tell the truth", c.Name)
		}
		if len(p.done()) != i+1 || p.done()[c.Name] != guess {
			t.Errorf("after %s it was guessed: %v", c.Name, p.done())
		}
	}
	p.Do("reset", show.Input{})
	if len(p.done()) != 0 {
		t.Errorf("after starting over, %v are done", p.done())
	}
}

// judged is what of a card says how a guess compares with the truth, and what decided.
// Its picture has hits of its own.
func judged(p *Place) string {
	s := p.told()
	return p.states(s).Markup() + p.predict(s, 640).Markup() + p.hands(s).Markup() + why(s).Markup()
}

// The mark and the colour of a hit stand for a right prediction alone: by whatever it
// is predicted, on the page and to a room. Right or not, both are said in words.
func TestOnlyARightGuessIsMarked(t *testing.T) {
	marks := []string{"✓", "data-right", `data-state="right"`, `class="right"`}
	kinds := map[Kind]bool{}
	for _, view := range []string{"", "&view=present"} {
		for _, c := range All() {
			p := New(nil)
			p.Visit("exp="+c.Name+view, false)
			g := p.told().Guess
			if g.Truth < 0 {
				continue // it is measured, and never told beforehand
			}
			kinds[g.Kind] = true
			options := 2
			if len(g.Options) > 0 {
				options = len(g.Options)
			}
			for i := range options {
				guess := i // of a dot and a number: the right one, and another one
				if len(g.Options) == 0 {
					guess = g.Truth + i
				}
				p.Visit("exp="+c.Name+view, false)
				p.setGuess(guess)
				p.Do("run", show.Input{})
				card := judged(p)
				if !strings.Contains(card, ">It is ") || g.Kind == Choice && !strings.Contains(card, ">it is so") {
					t.Errorf("%s: the truth is not said in words", c.Name)
				}
				right := strings.Contains(card, "✓ Right, you said ") && strings.Contains(card, `data-state="right"`)
				if right != (guess == g.Truth) {
					t.Errorf("%s%s: for %d, where it is %d, it says that this is right: %t", c.Name, view, guess, g.Truth, right)
				}
				for _, mark := range marks {
					if guess != g.Truth && strings.Contains(card, mark) {
						t.Errorf("%s%s: %d is wrong, and %s stands there", c.Name, view, guess, mark)
					}
				}
				if n := strings.Count(card, "data-right"); guess == g.Truth && len(g.Options) > 0 && n != 1 {
					t.Errorf("%s%s: %d options are marked as guessed rightly", c.Name, view, n)
				}
				if list := drawn(p, "cards"); strings.Contains(list, "✓") || !strings.Contains(list, ", done") {
					t.Errorf("%s: the list marks more than that it was run", c.Name)
				}
			}
			p.Visit("exp="+c.Name+"&answer=shown"+view, false)
			p.setGuess(-1)
			for _, mark := range marks {
				if strings.Contains(judged(p), mark) {
					t.Errorf("%s%s: nothing was guessed, and %s stands there", c.Name, view, mark)
				}
			}
		}
	}
	if len(kinds) != 4 {
		t.Errorf("cards of %d kinds of prediction were run, want 4", len(kinds))
	}
}

// What an address says is what it says again.
func TestAddress(t *testing.T) {
	p := New(nil)
	for _, fragment := range []string{"exp=one-more-slot", "exp=a-list&answer=shown", "exp=two-threads&view=present", "exp=a-method&answer=shown&view=embed"} {
		p.Visit(fragment, false)
		if got, _ := p.Address(); got != fragment {
			t.Errorf("visited at %q, it is at %q", fragment, got)
		}
	}
	for _, wrong := range []string{"exp=nonsense", "v=1&max=3", "exp", "&&=", "view=x"} {
		p.Visit(wrong, false)
		if got, _ := p.Address(); got != "exp="+All()[0].Name {
			t.Errorf("visited at %q, it is at %q", wrong, got)
		}
	}
	p.Base("https://example.org/experiments/")
	p.Visit("exp=a-list&answer=shown", false)
	if s := p.Share(); s.Link != "https://example.org/experiments/#exp=a-list" || s.Answer != s.Link+"&answer=shown" {
		t.Errorf("shared as %q and %q", s.Link, s.Answer)
	}
}

// A link to a card that there is not says so, once, and no longer than until another
// card is gone to. What the browser kept is nobody's link.
func TestWrongLink(t *testing.T) {
	p := New(nil)
	for _, tt := range []struct {
		fragment string
		kept     bool
		want     string
	}{
		{"", false, ""},
		{"exp=bigger", false, "There is no experiment “bigger”"},
		{"exp=Bigger-and-slower&answer=shown", false, "There is no experiment “Bigger-and-slower”"},
		{"exp=a-list", false, ""},
		{"bigger", false, "This link names no experiment"},
		{"exp=", false, "This link names no experiment"},
		{"v=1&max=3", false, "This link names no experiment"},
		{"exp=gone-since", true, ""},
		{"exp=<b>" + strings.Repeat("x", 1000), false, "There is no experiment “&lt;b&gt;x"},
		{"", false, ""},
	} {
		p.Visit(tt.fragment, tt.kept)
		said := drawn(p, "notices")
		if tt.want == "" && strings.Contains(said, "<p>") || !strings.Contains(said, tt.want) || strings.Count(said, "<p>") > 1 || len(said) > 500 {
			t.Errorf("visited at %q, it says %q, not %q", tt.fragment, said, tt.want)
		}
		if tt.want != "" && p.at != 0 {
			t.Errorf("visited at %q, it shows card %d", tt.fragment, p.at+1)
		}
	}
}

// The guess is kept with the settings, and is there when the card is come back to.
func TestGuessIsKept(t *testing.T) {
	p := New(nil)
	p.Visit("exp=one-more-slot", false)
	p.Do("nudge", show.Input{Value: "-19"})
	p.Do("run", show.Input{})
	kept := p.Settings().String()

	later := New(nil)
	later.Adjust(show.ReadSettings(kept))
	later.Visit("exp=one-more-slot&answer=shown", true)
	if later.guess != 45 {
		t.Errorf("45 was guessed, and %d is shown", later.guess)
	}
	later.Visit("exp=one-more-slot", false)
	if later.guess >= 0 || later.shown {
		t.Error("a link without the answer shows it")
	}
}

// What is wrong in the field of a number says what would be accepted, and nothing
// runs before it is put right.
func TestNumberField(t *testing.T) {
	p := New(nil)
	p.Visit("exp=read-the-counters", false)
	for _, wrong := range []string{"many", "-1", "1000000", "1.5"} {
		p.Do("number", show.Input{Value: wrong})
		if p.problem == "" || p.guess >= 0 {
			t.Errorf("%q is taken for %d", wrong, p.guess)
		}
		if p.Do("run", show.Input{}); p.shown {
			t.Fatalf("it runs with %q", wrong)
		}
	}
	p.Do("number", show.Input{Value: " 7 "})
	if p.guess != 7 || p.problem != "" {
		t.Errorf("7 is taken for %d: %s", p.guess, p.problem)
	}
}

// The challenge is timed in slices by the clock that it was given, and tells what
// that said.
func TestChallengeIsTimed(t *testing.T) {
	var now time.Duration
	p := New(func() time.Duration { now += time.Millisecond; return now })
	p.Visit("exp=the-challenge", false)
	if p.Waiting() {
		t.Error("it is timed before it is run")
	}
	p.Do("run", show.Input{})
	slices := 0
	for p.Waiting() {
		once := true
		p.Work(func() bool { now := once; once = false; return now }, 0)
		slices++
	}
	if slices < 20 {
		t.Errorf("timed in %d slices", slices)
	}
	s := p.told()
	if s.Guess.Truth < 0 || !strings.Contains(s.Why.String(), " ms") && !strings.Contains(s.Why.String(), " s ") {
		t.Errorf("it says %s", s.Why)
	}
	if card := drawn(p, "card"); !strings.Contains(card, `data-view="bars"`) || !strings.Contains(card, `data-truth=""`) {
		t.Error("there are no bars, or no truth")
	}
	if p.Go(0); p.Waiting() {
		t.Error("it is timed while another card is shown")
	}
}

// A worksheet asks everything first, and answers on another sheet.
func TestWorksheet(t *testing.T) {
	p := New(nil)
	for _, one := range []bool{false, true} {
		p.Worksheet(true, one)
		questions, answers, ok := strings.Cut(drawn(p, "worksheet"), "<h2>Answers</h2>")
		want := map[bool]int{false: len(All()), true: 1}[one]
		if n := strings.Count(questions, `class="asked"`); !ok || n != want {
			t.Errorf("%d questions, want %d", n, want)
		}
		if n := strings.Count(answers, `class="asked"`); n != want {
			t.Errorf("%d answers, want %d", n, want)
		}
		if strings.Contains(questions, "It is "+strconv.Itoa(p.told().Guess.Truth)) {
			t.Error("the questions tell the answer")
		}
	}
	p.Worksheet(false, false)
	if drawn(p, "worksheet") != "<div></div>" {
		t.Error("a worksheet is drawn that nobody asked for")
	}
}
