package experiments

import "playground/app/markup"

// Credits names the works that the experiments are made after.
func Credits() markup.Node {
	ul := markup.El("ul")
	for _, s := range []Source{
		talk,
		functools,
		{"Crouch, Fagen, Callan, Mazur: Classroom demonstrations, learning tools or entertainment? (2004): predict first", "https://doi.org/10.1119/1.1707018"},
		{"Kim, Reinecke, Hullman: Explaining the gap, visualizing one's predictions (2017)", "https://doi.org/10.1145/3025453.3025592"},
		{"Hundhausen, Douglas, Stasko: A meta-study of algorithm visualization effectiveness (2002): watching alone teaches little", "https://doi.org/10.1006/jvlc.2002.0237"},
	} {
		ul = ul.Of(markup.El("li").Of(markup.El("a", "href", s.URL, "rel", "noopener").Say(s.Title)))
	}
	return ul
}
