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
	args   []programs.Args // by key
	ints   map[int]int32   // the keys of calls with a single whole number
	others map[string]int32
	buf    []byte
}

func newKeys() *keys {
	return &keys{args: make([]programs.Args, 0, 16), ints: make(map[int]int32, 16), others: map[string]int32{}}
}

// of returns the key of a call; the arguments are copied if they are new.
func (k *keys) of(args programs.Args) int32 {
	if len(args) == 1 && args[0].Kind() == programs.Number {
		return k.ofInt(args[0].Int())
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
	key, ok := k.ints[n]
	if !ok {
		key = k.add(programs.Ints(n))
		k.ints[n] = key
	}
	return key
}

func (k *keys) add(args programs.Args) int32 {
	k.args = append(k.args, args)
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
