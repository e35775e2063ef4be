package experiments

import (
	"strings"
	"testing"
)

// TestClaims writes the talk's and the documentation's numbers out.
func TestClaims(t *testing.T) {
	stories := told(t)
	for name, want := range map[string]string{
		"how-many-calls":           "11",
		"the-second-call":          "0",
		"one-line":                 "177",
		"one-more-slot":            "11",
		"who-has-to-go":            "calc_pi(2)",
		"the-other-order":          "11",
		"a-loop-too-long":          "0",
		"bigger-and-slower":        "3,556",
		"maxsize-none":             "501",
		"read-the-counters":        "9",
		"what-cache-clear-keeps":   "CacheInfo(hits=0, misses=0, maxsize=128, currsize=0)",
		"the-talks-calc-pi":        "4",
		"factorials-first-call":    "0",
		"the-recursion-limit":      "The long call alone fails, the steps work.",
		"a-function-that-prints":   "1",
		"a-list":                   "It raises TypeError: unhashable type: 'list'",
		"an-answer-gone-stale":     "0",
		"somebody-changed-my-list": "['Ada', 'Bob']",
		"same-call-other-key":      "3",
		"a-failing-call":           "1,000 misses more, then the error.",
		"a-method":                 "3",
		"two-threads":              "It computes, too.",
	} {
		s, ok := stories[name]
		if !ok {
			t.Errorf("there is no %s", name)
			continue
		}
		if got := s.Guess.named(s.Guess.Truth); got != want {
			t.Errorf("%s: it is %s, want %s", name, got, want)
		}
	}
	for name, parts := range map[string][]string{
		"one-more-slot":         {"64 times", "11 runs"},
		"bigger-and-slower":     {"124 times", "27 runs"},
		"a-loop-too-long":       {"16 hits", "maxsize=4"},
		"maxsize-none":          {"maxsize is 128", "means 0", "501:"},
		"the-second-call":       {"177 times"},
		"factorials-first-call": {"instead of 2"},
		"the-recursion-limit":   {"1,000 misses"},
		"an-answer-gone-stale":  {"is it 120", "answers 60 at second 90"},
		"same-call-other-key":   {"f(True) finds the entry of f(1.0)", "there are 4"},
		"a-method":              {"there are 0"},
		"two-threads":           {"ran 2 times", "hits=0, misses=2"},
	} {
		said := stories[name].Ask.String() + " " + stories[name].Why.String()
		for _, part := range parts {
			if !strings.Contains(said, part) {
				t.Errorf("%s does not say %q: %s", name, part, said)
			}
		}
	}
}
