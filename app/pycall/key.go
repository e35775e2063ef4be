package pycall

// Key returns the key under which functools.lru_cache keeps the result of a call:
// Equal tells which calls share it, Hash finds them quickly. A typed cache, one
// made with lru_cache(typed=True), has the types of the arguments in the key,
// though not of what is within them.
//
// It is the key of the C version of lru_cache: one int or str by itself, else a
// Tuple. That is _make_key of Lib/functools.py, which wraps the tuple in a list
// that remembers its hash.
//
// The error is the TypeError that lru_cache raises if an argument cannot be
// hashed, as an *Error.
func (c Call) Key(typed bool) (Value, error) {
	key := Tuple(append([]Value{}, c.Args...))
	if len(c.Keywords) > 0 {
		key = append(key, Mark{})
		for _, k := range c.Keywords {
			key = append(key, Str(k.Name), k.Value)
		}
	}
	if typed {
		for _, v := range c.Args {
			key = append(key, Class(v.Type()))
		}
		for _, k := range c.Keywords {
			key = append(key, Class(k.Value.Type()))
		}
	} else if len(key) == 1 {
		switch key[0].(type) {
		case Int, Str:
			return key[0], nil
		}
	}
	if _, err := Hash(key); err != nil {
		return nil, err
	}
	return key, nil
}
