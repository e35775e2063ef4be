package calls

import _ "embed"

//go:embed recorder.py
var recorder string

// Recorder returns the source of recorder.py, which writes what a [Reader]
// reads: a module for CPython 3.8 and newer that needs nothing but the standard
// library.
func Recorder() string { return recorder }
