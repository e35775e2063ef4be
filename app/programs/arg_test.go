package programs_test

import (
	"testing"

	"playground/app/programs"
)

func TestLiteral(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 5: "5", -5: "-5", 500: "500", 9_999: "9999", -9_999: "-9999",
		10_000: "10_000", -10_000: "-10_000", 5_000_000: "5_000_000",
	} {
		if got := programs.Literal(n); got != want {
			t.Errorf("Literal(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestArgs(t *testing.T) {
	for _, tt := range []struct {
		args programs.Args
		want string
	}{
		{nil, ""},
		{programs.Args{{}}, "0"},
		{programs.Ints(5_000_000), "5_000_000"},
		{programs.Ints(1, -2), "1, -2"},
		{programs.Args{programs.Str("ab"), programs.Str("")}, "'ab', ''"},
		{programs.Args{programs.Recorded(3, "<a thing>"), programs.Int(3)}, "<a thing>, 3"},
	} {
		if got := tt.args.String(); got != tt.want {
			t.Errorf("%#v reads %s, want %s", tt.args, got, tt.want)
		}
	}
}

// TestArgKinds: an argument is of one kind, and for the others it is nothing.
func TestArgKinds(t *testing.T) {
	for _, tt := range []struct {
		arg  programs.Arg
		kind programs.Kind
		n    int
		s    string
		id   int
	}{
		{programs.Arg{}, programs.Number, 0, "", 0},
		{programs.Int(7), programs.Number, 7, "", 0},
		{programs.Str("7"), programs.Text, 0, "7", 0},
		{programs.Recorded(7, "seven"), programs.Anything, 0, "", 7},
	} {
		if a := tt.arg; a.Kind() != tt.kind || a.Int() != tt.n || a.Str() != tt.s || a.ID() != tt.id {
			t.Errorf("%s is of kind %d: %d, %q, %d", a, a.Kind(), a.Int(), a.Str(), a.ID())
		}
	}
	if programs.Int(7) == programs.Str("7") || programs.Int(7) == programs.Recorded(7, "7") {
		t.Error("arguments are equal that Python tells apart")
	}
}

func TestCheckArgs(t *testing.T) {
	p := programs.Program{Name: "f", Params: []programs.Param{
		{Name: "n", Min: -1, Max: 5},
		{Name: "s", Kind: programs.Text, Max: 2},
		{Name: "u", Kind: programs.Text, Min: 1, Max: 2},
		{Name: "x", Kind: programs.Anything},
	}}
	good := programs.Args{programs.Int(5), programs.Str("éé"), programs.Str("a"), programs.Recorded(1, "x")}
	with := func(i int, a programs.Arg) programs.Args {
		args := append(programs.Args(nil), good...)
		args[i] = a
		return args
	}
	for _, tt := range []struct {
		args programs.Args
		want string
	}{
		{good, ""},
		{with(0, programs.Int(-1)), ""},
		{with(0, programs.Int(6)), "n must be a whole number from -1 to 5"},
		{with(0, programs.Int(-2)), "n must be a whole number from -1 to 5"},
		{with(0, programs.Str("5")), "n must be a whole number from -1 to 5"},
		{with(1, programs.Str("")), ""},
		{with(1, programs.Str("abc")), "s must be text of at most 2 characters"},
		{with(1, programs.Str("\xff")), "s must be text of at most 2 characters"},
		{with(1, programs.Int(1)), "s must be text of at most 2 characters"},
		{with(2, programs.Str("")), "u must be text of 1 to 2 characters"},
		{with(3, programs.Int(1)), "x must be an argument of the call record"},
		{good[:3], "f takes 4 arguments: n, s, u, x"},
		{nil, "f takes 4 arguments: n, s, u, x"},
	} {
		err := p.Check(tt.args)
		if (err == nil) != (tt.want == "") || err != nil && err.Error() != tt.want {
			t.Errorf("f(%s): %v, want %q", tt.args, err, tt.want)
		}
	}
	one := programs.Program{Name: "f", Params: p.Params[:1]}
	if err := one.Check(nil); err == nil || err.Error() != "f takes 1 argument: n" {
		t.Error(err)
	}
	if got, want := p.Bind(good), "n = 5, s = 'éé', u = 'a', x = x"; got != want {
		t.Errorf("bound: %s, want %s", got, want)
	}
}
