package link

import (
	"reflect"
	"strings"
	"testing"

	"playground/app/trace"
)

func opening() View {
	return View{Step: -1, Script: trace.Script{
		Program: "fibonacci", Size: 2,
		Statements: []trace.Statement{{Op: trace.Call, Arg: 10, Times: 1}},
	}}
}

func call(n, times int) trace.Statement { return trace.Statement{Op: trace.Call, Arg: n, Times: times} }

func TestRoundTrip(t *testing.T) {
	clear := trace.Statement{Op: trace.Clear, Times: 1}
	tests := []struct {
		name, want string
		change     func(v *View)
	}{
		{"the opening view", "v=1", func(*View) {}},
		{"a maxsize", "v=1&max=3", func(v *View) { v.Script.Size = 3 }},
		{"no bound", "v=1&max=None", func(v *View) { v.Script.Size = trace.None }},
		{"off", "v=1&max=0", func(v *View) { v.Script.Size = 0 }},
		{"a step", "v=1&step=103", func(v *View) { v.Step = 103 }},
		{"the start", "v=1&step=0", func(v *View) { v.Step = 0 }},
		{"nothing called", "v=1&run=", func(v *View) { v.Script.Statements = nil }},
		{"all at once", "v=1&f=factorial&max=128&run=500x1000,clear,-3&step=7&view=embed", func(v *View) {
			v.Script = trace.Script{Program: "factorial", Size: 128, Statements: []trace.Statement{call(500, 1000), clear, call(-3, 1)}}
			v.Step, v.Embed = 7, true
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := opening()
			test.change(&v)
			got, err := Encode(v, opening())
			if err != nil || got != test.want {
				t.Fatalf("Encode = %q, %v, want %q", got, err, test.want)
			}
			back, err := Decode("#"+got, opening())
			if err != nil || !reflect.DeepEqual(back, v) {
				t.Errorf("Decode(%q) = %+v, %v, want %+v", got, back, err, v)
			}
		})
	}
}

func TestTooLongToShare(t *testing.T) {
	v := opening()
	for range trace.MaxStatements {
		v.Script.Program = "calc_pi"
		v.Script = v.Script.With(call(19_999_999, 1000))
	}
	v.Script.Statements = v.Script.Statements[:trace.MaxStatements]
	if _, err := Encode(v, opening()); err != nil {
		t.Errorf("the longest script there is does not fit: %v", err)
	}
	for range 200 {
		v.Script = v.Script.With(call(19_999_999, 1000))
	}
	if got, err := Encode(v, opening()); err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("Encode = %d characters, %v; want an error", len(got), err)
	}
}

func TestRefused(t *testing.T) {
	for _, test := range []struct{ fragment, want string }{
		{"hello", "does not begin with v=1"},
		{"v=2&max=3", "newer version"},
		{"v=0", "no version"},
		{"v=one", "no version"},
		{"v=1&v=1", "twice"},
		{"v=1&max=-1", "max cannot be"},
		{"v=1&max=5001", "max cannot be"},
		{"v=1&max=03", "max cannot be"},
		{"v=1&max=none", `max cannot be "none"; it is a number from 0 to 5000, or None`},
		{"v=1&f=eval", "no function is called"},
		{"v=1&run=10,", "run cannot be"},
		{"v=1&run=10x0", "run cannot be"},
		{"v=1&run=10x1001", "run cannot be"},
		{"v=1&run=5001", "from -1000 to 5000"},
		{"v=1&run=1e3", `run cannot be "1e3"; it is a list of numbers`},
		{"v=1&run=" + strings.Repeat("1,", 101) + "1", "more than 100 statements"},
		{"v=1&step=-1", `step cannot be "-1"; it is a number from 0 on`},
		{"v=1&view=full", "no view"},
		{"v=1&x=1", "means nothing"},
		{"v=1&%zz", "cannot be read"},
		{"v=1&x=" + strings.Repeat("a", MaxLength), "longer than"},
	} {
		got, err := Decode(test.fragment, opening())
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Decode(%.40q) says %v, want %q", test.fragment, err, test.want)
		}
		if !reflect.DeepEqual(got, opening()) {
			t.Errorf("Decode(%.40q) fails and does not return the opening view", test.fragment)
		}
	}
}

// FuzzDecode holds that whatever is decoded can be run, and is what its own
// link says.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "#v=1", "v=1&f=factorial&max=None&run=5x10,clear&step=9", "v=2", "v=1&run=-1", "v=1&%zz", "v=1;max=3", "v=1&run=1x1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, fragment string) {
		v, err := Decode(fragment, opening())
		if err != nil {
			if len(err.Error()) > 200 {
				t.Errorf("a message of %d characters", len(err.Error()))
			}
			return
		}
		if err := v.Script.Check(); err != nil {
			t.Fatalf("Decode lets through what cannot be run: %v", err)
		}
		again, err := Encode(v, opening())
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(again, opening())
		if err != nil || !reflect.DeepEqual(back, v) {
			t.Errorf("%q became %q, which is %+v, %v", fragment, again, back, err)
		}
	})
}
