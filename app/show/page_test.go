package show

import "testing"

// What is kept of the settings is what was chosen.
func TestSettingsAreKept(t *testing.T) {
	for _, s := range []Settings{
		{},
		{Theme: "dark", Speed: "0.5"},
		{Still: true, Told: true, Ratio: true, List: true, Speed: "64", Done: "one-line:2 typed:-1"},
		{Ratio: true},
		{List: true},
	} {
		if got := ReadSettings(s.String()); got != s {
			t.Errorf("kept as %q, it is %+v, want %+v", s.String(), got, s)
		}
	}
	if got := ReadSettings("blue 3 65 ratio!\nx"); got != (Settings{Done: "x"}) {
		t.Errorf("words that mean nothing are taken for %+v", got)
	}
}
