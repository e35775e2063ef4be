package trace

import (
	"encoding/binary"
	"slices"

	"playground/app/programs"
)

// keys numbers the distinct arguments of a function in the order in which they
// are first asked for.
//
// Two calls have one key where Python's cache takes them for the same call. There
// (functools._make_key) a single int or str is the key itself, and anything else
// a tuple of the arguments, so calls are the same if their arguments are equal
// one by one. An int is never equal to a str.
type keys struct {
	args     []programs.Args // by key
	small    []int32         // 1 + the keys of calls with a single small number
	ints     map[int]int32   // the keys of calls with another whole number
	recorded []int32         // 1 + the keys of calls of a record, by their numbers
	room     programs.Args   // for the arguments of those
	others   map[string]int32
	buf      []byte

	functionOf func(programs.Args) int // if there are several functions
	functions  []int32                 // by key
}

// Numbers below small are looked up in a slice, which is quicker than a map.
const small = 1 << 12

func newKeys() *keys {
	return &keys{args: make([]programs.Args, 0, 16), ints: map[int]int32{}, others: map[string]int32{}}
}

// keysOf returns the keys of a function, or of several.
func keysOf(p *programs.Program) *keys {
	k := newKeys()
	if p.Functions != nil {
		k.functionOf, k.functions = p.Of, []int32{}
	}
	return k
}

// function is the one that a key is of.
func (k *keys) function(key int32) int32 {
	if k.functions == nil {
		return 0
	}
	return k.functions[key]
}

// of returns the key of a call; the arguments are copied if they are new.
func (k *keys) of(args programs.Args) int32 {
	if len(args) == 1 && args[0].Kind() == programs.Number {
		return k.ofInt(args[0].Int())
	}
	if len(args) == 1 && args[0].Kind() == programs.Anything {
		return k.ofRecorded(args[0])
	}
	k.buf = appendArgs(k.buf[:0], args)
	key, ok := k.others[string(k.buf)]
	if !ok {
		key = k.add(slices.Clone(args))
		k.others[string(k.buf)] = key
	}
	return key
}

// ofInt is of for a single whole number, which is quick.
func (k *keys) ofInt(n int) int32 {
	if uint(n) < small {
		if n < len(k.small) && k.small[n] > 0 {
			return k.small[n] - 1
		}
		key := k.add(programs.Ints(n))
		k.small = set(k.small, n, key)
		return key
	}
	key, ok := k.ints[n]
	if !ok {
		key = k.add(programs.Ints(n))
		k.ints[n] = key
	}
	return key
}

// ofRecorded is of for a single argument of a record, which numbers them from 0.
func (k *keys) ofRecorded(a programs.Arg) int32 {
	id := a.ID()
	if uint(id) < uint(len(k.recorded)) && k.recorded[id] > 0 {
		return k.recorded[id] - 1
	}
	if len(k.room) == cap(k.room) { // many at a time: the garbage collector looks at each piece of memory
		k.room = make(programs.Args, 0, min(2*len(k.args)+1, 1024))
	}
	k.room = append(k.room, a)
	key := k.add(k.room[len(k.room)-1:])
	k.recorded = set(k.recorded, id, key)
	return key
}

// set notes a key at index i of a list that has as much room as it needs.
func set(list []int32, i int, key int32) []int32 {
	if i >= len(list) {
		list = append(list, make([]int32, i+1-len(list))...)
	}
	list[i] = key + 1
	return list
}

func (k *keys) add(args programs.Args) int32 {
	k.args = append(k.args, args)
	if k.functions != nil {
		k.functions = append(k.functions, int32(k.functionOf(args)))
	}
	return int32(len(k.args) - 1)
}

// appendArgs writes arguments in such a way that different ones differ.
func appendArgs(b []byte, args programs.Args) []byte {
	for _, a := range args {
		b = append(b, byte(a.Kind()))
		switch a.Kind() {
		case programs.Text:
			b = binary.AppendUvarint(b, uint64(len(a.Str())))
			b = append(b, a.Str()...)
		case programs.Number:
			b = binary.AppendVarint(b, int64(a.Int()))
		default:
			b = binary.AppendVarint(b, int64(a.ID()))
		}
	}
	return b
}
