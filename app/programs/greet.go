package programs

// greet is not in the catalogue: an experiment shows that what a function does
// besides returning is not done again. What it prints is printed in Python alone.
func greet() Program {
	return Program{
		ID:      "greet",
		Name:    "greet",
		Params:  []Param{{Name: "name", Kind: Text, Min: 1, Max: 40, Default: Str("Ada")}},
		Presets: []Args{{Str("Ada")}, {Str("Grace")}},
		Body: func(_ Self, args Args) Value {
			return whole(len([]rune(args[0].Str())))
		},
		Python: `def greet(name):
    print("Hello,", name)
    return len(name)`,
		Go: Go{
			Func: `func(_ func(string) int, name string) int {
	fmt.Println("Hello,", name)
	return utf8.RuneCountInString(name)
}`,
			Imports: []string{"unicode/utf8"},
		},
		Line: func(_ Args, at Phase) int {
			if at == Return {
				return 2
			}
			return 1
		},
		Bodies:          once,
		Depth:           func(Args) int { return 1 },
		OneEntryUseless: true,
	}
}
