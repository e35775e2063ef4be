package function

import (
	"playground/app/trace"
	"playground/app/views"
)

// A print is what a body printed of a call record, or the recorded program itself.
type print struct {
	key   int // whose body printed it; -1 for the program itself
	run   int // in which run of that body, from 0
	after int // how many calls and cache_clear() the body, or the program, had made by then
	text  string
}

// printed lists what is printed in a recording, in order. prints are in the order in
// which the bodies began, those of the program itself first. A body prints the same
// whenever it runs: what it printed in each of its runs in turn, and in any further one
// what it printed last. Behind steps that were not recorded nothing is known. It costs a
// pass over the events.
func printed(rec *trace.Recording, prints []print) (list []views.Printed) {
	if len(prints) == 0 {
		return nil
	}
	runs := map[int][]int{} // by key, where the prints of each of its runs begin
	for i, p := range prints {
		if i == 0 || p.key != prints[i-1].key || p.run != prints[i-1].run {
			runs[p.key] = append(runs[p.key], i)
		}
	}
	// What runs: of the program itself and each body in it, which print is next, and how
	// many calls it has made.
	type body struct{ next, asked int }
	none := len(prints)
	begin := func(key int) body {
		of := runs[key]
		if len(of) == 0 {
			return body{next: none}
		}
		if len(of) > 1 {
			runs[key] = of[1:]
		}
		return body{next: of[0]}
	}
	bodies := []body{begin(-1)}
	say := func(step int) *body {
		b := &bodies[len(bodies)-1]
		for b.next < none && prints[b.next].after <= b.asked {
			p := prints[b.next]
			list = append(list, views.Printed{Step: step, Text: p.text})
			if b.next++; b.next == none || prints[b.next].key != p.key || prints[b.next].run != p.run {
				b.next = none
			}
		}
		return b
	}
	for i, e := range rec.Events {
		if e.Kind == trace.Skip {
			return list
		}
		b := say(i)
		switch {
		case e.Missed():
			b.asked++
			bodies = append(bodies, begin(rec.Args(e.Key)[0].ID()))
		case e.Kind == trace.Hit, e.Kind == trace.Cleared && !e.Fresh():
			b.asked++
		case e.Kind == trace.Raise:
			bodies = bodies[:1]
		case e.Kind != trace.Cleared && len(bodies) > 1:
			bodies = bodies[:len(bodies)-1]
		}
	}
	say(len(rec.Events))
	return list
}
