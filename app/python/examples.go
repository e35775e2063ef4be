package python

import "embed"

// An Example is a program to start from.
type Example struct {
	Name   string `json:"name"`
	Label  string `json:"-"`
	Source string `json:"source"`
}

//go:embed examples/*.py
var examplePY embed.FS

// Examples are the programs that the editor offers. It opens with the first.
func Examples() []Example {
	all := []Example{
		{Name: "edit_distance", Label: "edit distance"},
		{Name: "coin_change", Label: "coin change"},
		{Name: "grid_paths", Label: "grid paths"},
		{Name: "class", Label: "a class"},
		{Name: "lookup", Label: "a lookup that prints"},
	}
	for i := range all {
		source, err := examplePY.ReadFile("examples/" + all[i].Name + ".py")
		if err != nil {
			panic("python: " + err.Error()) // it is embedded
		}
		all[i].Source = string(source)
	}
	return all
}
