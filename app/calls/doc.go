// Package calls reads what cached functions of a Python program were asked for,
// and replays it through package lru.
//
// # Records
//
// A [Record] tells of each key what its body asked for, in order, and whether it
// returned or raised. That is all one needs to know what any cache would do,
// although it was recorded with one that forgets nothing: a smaller cache runs
// some bodies again, and they ask for the same again.
//
//	input, err := calls.Read(file, calls.Options{})
//	...
//	replay := calls.Replay{Sizes: map[int]lru.Option{0: lru.MaxSize(3)}}
//	infos, err := replay.Run(input.Record) // as cache_info() would print them
//
// It is exact for functions that ask for the same whenever they are given the
// same arguments. A record of one that does not can show it; see
// [Record.Contradiction].
//
// Records are written by recorder.py, which [Recorder] returns, in the format of
// FORMAT.md.
//
// # Logs
//
// The recorder also writes logs, a line for each call, for production. A [Reader]
// reads those, and the keys that others have written: one a line, in a column of
// a table, in a field of an access log. Package keylog computes from any of them
// which maxsize is enough.
//
// What a log cannot tell is what a function that calls itself would be asked for
// at another maxsize. For that, make a record.
package calls
