package words_test

import (
	"playground/app/trace"
	"playground/app/words"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -12: "-12", -123: "-123", -1234: "-1,234"} {
		if got := words.Count(n); got != want {
			t.Errorf("words.Count(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestCalls(t *testing.T) {
	for want, tree := range map[string]trace.Tree{
		"0 calls":                              {},
		"1 call":                               {Nodes: make([]trace.Node, 1), Calls: 1},
		"first 500 of 43,781 calls":            {Nodes: make([]trace.Node, 500), Calls: 43781},
		"first 500 of more than 200,000 calls": {Nodes: make([]trace.Node, 500), Calls: 200000, More: true},
	} {
		if got := words.Calls(tree, len(tree.Nodes)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A share is rounded, but never to all or to nothing.
func TestPercent(t *testing.T) {
	for _, test := range []struct {
		part, whole int
		want        string
	}{
		{0, 0, "0"}, {0, 5, "0"}, {5, 5, "100"},
		{1, 3, "33"}, {2, 3, "67"}, {1, 2, "50"}, {1, 200, "< 1"}, {1, 100, "1"},
		{1, 1_000_000, "< 1"}, {999_999, 1_000_000, "> 99"}, {996, 1000, "> 99"}, {99, 100, "99"},
	} {
		if got := words.Percent(test.part, test.whole); got != test.want {
			t.Errorf("Percent(%d, %d) = %s, want %s", test.part, test.whole, got, test.want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, test := range []struct {
		value string
		most  int
		want  string
	}{
		{"", 0, ""},
		{"", 30, ""},
		{"55", 2, "55"},
		{"354224848179261915075", 21, "354224848179261915075"},
		{"354224848179261915075", 20, "3542248481…261915075"},
		{"354224848179261915075", 7, "354…075"},
		{"354224848179261915075", 1, "3…5"},
		{strings.Repeat("7", 1135), 30, "7777777…7777777 (1,135 digits)"},
		{"3.1415924535897797", 10, "3.141…7797"},
	} {
		got := words.Short(test.value, test.most)
		if got != test.want {
			t.Errorf("words.Short(%s, %d) = %s, want %s", test.value, test.most, got, test.want)
		}
		if n := utf8.RuneCountInString(got); n > max(3, test.most) {
			t.Errorf("words.Short(%s, %d) = %s, which has %d characters", test.value, test.most, got, n)
		}
	}
	if got := words.Short(strings.Repeat("7", 1135), 30); !strings.HasSuffix(got, " (1,135 digits)") {
		t.Error(got)
	}
}
