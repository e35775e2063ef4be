package main

// attempt does what a browser may refuse with an exception (storage, history,
// the clipboard), and reports whether it was done.
func attempt(do func()) (done bool) {
	defer func() { done = recover() == nil }()
	do()
	return
}
