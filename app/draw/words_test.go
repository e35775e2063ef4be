package draw_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"playground/app/draw"
)

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -12: "-12", -123: "-123", -1234: "-1,234"} {
		if got := draw.Count(n); got != want {
			t.Errorf("Count(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestCall(t *testing.T) {
	fibonacci, pi := record("fibonacci", 2), record("calc_pi", 2)
	for want, got := range map[string]string{
		"fibonacci(8)":       draw.Call(fibonacci, 8),
		"fibonacci(-1)":      draw.Call(fibonacci, -1),
		"fibonacci(5000)":    draw.Call(fibonacci, 5000),
		"calc_pi(5_000_000)": draw.Call(pi, 5_000_000),
		"calc_pi(50_000)":    draw.Call(pi, 50_000),
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, test := range []struct {
		value string
		most  int
		want  string
	}{
		{"55", 2, "55"},
		{"354224848179261915075", 21, "354224848179261915075"},
		{"354224848179261915075", 20, "3542248481…261915075"},
		{"354224848179261915075", 7, "354…075"},
		{"354224848179261915075", 1, "3…5"},
		{strings.Repeat("7", 1135), 30, "77777777…7777777 (1,135 digits)"},
		{"3.1415924535897797", 10, "3.141…7797"},
	} {
		got := draw.Short(test.value, test.most)
		if got != test.want && test.most != 30 {
			t.Errorf("Short(%s, %d) = %s, want %s", test.value, test.most, got, test.want)
		}
		if n := utf8.RuneCountInString(got); n > max(3, test.most) {
			t.Errorf("Short(%s, %d) = %s, which has %d characters", test.value, test.most, got, n)
		}
	}
	if got := draw.Short(strings.Repeat("7", 1135), 30); !strings.HasSuffix(got, " (1,135 digits)") {
		t.Error(got)
	}
}

func TestTables(t *testing.T) {
	all := scenes()
	golden(t, "timeline-table.html", draw.TimelineTable(all["statements"]))
	calm := all["calm"]
	golden(t, "calls-table.html", draw.CallsTable(calm, calm.Tree(25, 500), 25))
	for name, rec := range all {
		for _, width := range widths {
			checkMarkup(t, draw.Timeline(rec, width))
		}
		checkMarkup(t, draw.TimelineTable(rec))
		_ = name
	}
	for _, width := range []int{330, 615} {
		for _, name := range []string{"thrash", "calm", "tiles", "statements", "empty", "too-deep"} {
			golden(t, fmt.Sprintf("timeline-%s-%d.svg", name, width), draw.Timeline(all[name], width))
		}
	}
}
