package calls

import "strconv"

// LooksRecursive reports whether a log may be that of a function that calls
// itself: at least ten of its keys, and most of those that are one whole number,
// are followed by a number that is less by 1 or 2 when they first come. When a key
// first comes, its body runs for sure, and what it asks for first comes next.
//
// It is a guess. A loop that counts down looks the same, and recursion over anything
// but numbers is not noticed: a log has nothing to tell it by. Only a [Record] has.
func (l *Logged) LooksRecursive() bool {
	number := make([]int, len(l.Keys))
	isNumber := make([]bool, len(l.Keys))
	for i, key := range l.Keys {
		n, err := strconv.Atoi(key)
		number[i], isNumber[i] = n, err == nil
	}
	seen := make([]bool, len(l.Keys))
	numbers, less := 0, 0
	for i, key := range l.Calls {
		if seen[key] || !isNumber[key] {
			continue
		}
		seen[key] = true
		numbers++
		if i+1 == len(l.Calls) || !isNumber[l.Calls[i+1]] {
			continue
		}
		if by := number[key] - number[l.Calls[i+1]]; by == 1 || by == 2 {
			less++
		}
	}
	return less >= 10 && 2*less > numbers
}
