package experiments

import "slices"

// sorted puts options in the order of their names, and tells where the one at
// truth is then.
func sorted(options []Text, truth int) ([]Text, int) {
	right := options[truth].String()
	slices.SortFunc(options, func(a, b Text) int {
		switch x, y := a.String(), b.String(); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return options, slices.IndexFunc(options, func(t Text) bool { return t.String() == right })
}

// offered are the choices of a guess in a room, where nobody drags or types: four
// at most, and which of them is right.
func (g Guess) offered() (options []Text, truth int) {
	if g.Kind == Choice || g.Kind == Tap {
		return g.Options, g.Truth
	}
	numbers := append(slices.Clone(g.Offers), g.Truth)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	slices.Reverse(numbers)
	return texts(numbers...), slices.Index(numbers, g.Truth)
}
