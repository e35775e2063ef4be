package trace

import "slices"

// An order is the keys in a cache while events are replayed on it, the least recently
// used first. What leaves it leaves a gap, and it closes up in the end: so an event
// costs the same however large the cache is.
type order struct {
	keys  []int32 // a negative one is a gap
	place []int32 // by key: 1 + its index in keys, or 0; of no length before it is needed
	gaps  int
}

const gap = -1

// len is how many keys there are.
func (o *order) len() int { return len(o.keys) - o.gaps }

// add adds a key that is not there, at the end.
func (o *order) add(key int32) {
	if len(o.place) > 0 {
		o.place = set(o.place, int(key), int32(len(o.keys)))
	}
	o.keys = append(o.keys, key)
}

// use moves a key to the end.
func (o *order) use(key int32) {
	if last := len(o.keys) - 1; last < 0 || o.keys[last] != key {
		o.remove(key)
		o.add(key)
	}
}

// remove takes a key out, if it is there.
func (o *order) remove(key int32) {
	if len(o.place) == 0 {
		for i, k := range o.keys {
			if k != gap {
				o.place = set(o.place, int(k), int32(i))
			}
		}
	}
	if int(key) >= len(o.place) || o.place[key] == 0 {
		return
	}
	o.keys[o.place[key]-1] = gap
	o.place[key] = 0
	o.gaps++
}

// reset makes it these keys.
func (o *order) reset(keys []int32) {
	o.keys, o.gaps = append(o.keys[:0], keys...), 0
	clear(o.place)
	o.place = o.place[:0]
}

// closed returns the keys without gaps.
func (o *order) closed() []int32 {
	if o.gaps > 0 {
		o.keys = slices.DeleteFunc(o.keys, func(key int32) bool { return key == gap })
	}
	return o.keys
}
