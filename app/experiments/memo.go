package experiments

import (
	"strconv"

	"playground/app/programs"
	"playground/lru"
)

// decorated is a function of one argument behind package lru, for what is no
// script. All such cards use it with these types: the program for the browser has
// the code of a cache once for each pair of types.
func decorated(f func(programs.Arg) programs.Value, opts ...lru.Option) *lru.Memo[programs.Arg, programs.Value] {
	return lru.New(f, opts...)
}

// A number is a result.
type number int

func (n number) String() string { return strconv.Itoa(int(n)) }

func same(a programs.Arg) programs.Value { return a }
