package source

import (
	"playground/app/programs"
	"playground/app/trace"
)

// decorator is the line that is lit when the cache answers: the body does not
// run then.
const decorator = 0

// Current returns the line of the [Listing] that step is about, -1 for none,
// and a note for it, such as "n = 5". A function whose lines are not known, as it
// comes from a call record, has none but the decorator.
func Current(rec *trace.Recording, step int) (line int, note string) {
	if step < 1 || step > len(rec.Events) {
		return -1, ""
	}
	switch e := rec.Events[step-1]; e.Kind {
	case trace.Hit:
		return decorator, rec.Program.Bind(rec.Args(e.Key))
	case trace.Miss, trace.Again:
		return body(rec, e.Key, programs.Enter)
	case trace.Store, trace.Return:
		return body(rec, e.Key, programs.Return)
	case trace.Raise:
		if key, ok := raisedIn(rec, step); ok {
			return body(rec, key, programs.Wait)
		}
	}
	return -1, ""
}

func body(rec *trace.Recording, key int32, at programs.Phase) (line int, note string) {
	p, args := rec.Program, rec.Args(key)
	if p.Line == nil {
		return -1, ""
	}
	return 1 + p.Line(args, at), p.Bind(args)
}

// raisedIn returns the key of the innermost body that ran when a statement was
// ended by the given step.
func raisedIn(rec *trace.Recording, step int) (key int32, ok bool) {
	stack := rec.At(step - 1).Stack
	if len(stack) > trace.MaxDepth {
		// The last call was one too many: its body did not begin, the error is
		// raised where it was called.
		stack = stack[:trace.MaxDepth]
	}
	if len(stack) == 0 {
		return 0, false
	}
	return stack[len(stack)-1].Key, true
}
