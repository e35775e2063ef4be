package experiments

import "slices"

// sorted puts options in the order of their names, and tells where the one at
// truth is then.
func sorted(options []Text, truth int) ([]Text, int) {
	for i := range options {
		for k := i; k > 0 && options[k].String() < options[k-1].String(); k-- {
			options[k], options[k-1] = options[k-1], options[k]
			switch truth {
			case k:
				truth = k - 1
			case k - 1:
				truth = k
			}
		}
	}
	return options, truth
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

// Two options that a class is ready to believe in, and that no run has to give.
const (
	noneAtAll = 0
	justOne   = 1
)
