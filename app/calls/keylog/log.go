package keylog

// A Log is a list of calls by their keys, in the order in which they were made.
type Log struct {
	Calls []int32  // of each call, its key: an index into Keys
	Keys  []string // the different keys, in the order of their first call
}

// A Builder makes a Log of keys as they come. The zero value is ready to use.
// A call of a key that is known takes 4 bytes, and a new key its text and some
// 60 bytes more.
type Builder struct {
	log     Log
	texts   Texts
	numbers map[string]int32
}

// Add adds a call of a key and reports whether it is a new one. Keys are the
// same if their text is.
func (b *Builder) Add(key []byte) (added bool) {
	n, known := b.numbers[string(key)]
	if !known {
		if b.numbers == nil {
			b.numbers = map[string]int32{}
		}
		n = int32(len(b.log.Keys))
		text := b.texts.Keep(key)
		b.log.Keys = append(b.log.Keys, text)
		b.numbers[text] = n
	}
	b.log.Calls = append(b.log.Calls, n)
	return !known
}

// Log returns the calls added so far. It shares memory with the Builder, which
// may be added to but must not be asked again while the Log is in use.
func (b *Builder) Log() Log { return b.log }

// Of makes a Log of keys.
func Of(keys ...string) Log {
	var b Builder
	for _, k := range keys {
		b.Add([]byte(k))
	}
	return b.Log()
}
