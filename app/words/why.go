package words

import (
	"playground/app/programs"
	"playground/app/trace"
)

// Why explains the step: a heading, and the sentences under it. keeps tells
// which maxsize would have kept a key, found by running; ok is false while or
// where that is not known.
func Why(rec *trace.Recording, step int, keeps func(key int32) (size trace.Size, ok bool)) (heading string, parts []Part) {
	t := &teller{rec: rec}
	if step < 1 {
		return "Why?", t.say("Every hit, miss and eviction is explained here, step by step.").parts
	}
	e, why := rec.Events[step-1], rec.Why(step)
	switch {
	case e.Kind == trace.Hit:
		heading = "Why did this hit?"
		t.tone("hit", "✓ Still there. ").call(e.Key)
		if why.At > 0 {
			t.say(" was stored at ").step(why.At).say(" and not evicted since.")
		} else {
			t.say(" was stored in a step that was not recorded, and not evicted since.")
		}
	case e.Kind == trace.Miss:
		heading = "Why did this miss?"
		t.tone("miss", "+ First time. ").say("Nobody asked for ").call(e.Key).say(" before, so no cache could have it.")
	case e.Kind == trace.Again:
		heading = "Why did this miss?"
		t.again(step, why)
		if m, ok := keeps(e.Key); ok && t.rec.Own(e.Key) && (why.Cause == trace.Evicted || why.Cause == trace.Off && t.returned(step)) {
			t.say(" With ").size(m).say(" ").call(e.Key).say(" stays for as long as it is needed.")
		}
	case e.Evicts():
		heading = "Why was " + rec.Call(e.Victim()) + " evicted?"
		t.evicted(e, why)
	case e.Kind == trace.Store:
		heading = "Why was nothing evicted?"
		t.room(step)
	case e.Kind == trace.Return:
		heading = "Why is it not stored?"
		t.say("maxsize=0 turns caching off: every call runs the body.")
	case e.Kind == trace.Failed:
		heading = "Why is nothing stored?"
		t.say("An exception is no result, and only results are stored: the next call of ").call(e.Key).say(" runs the body again.")
	case e.Fresh():
		heading = "Why is the cache new?"
		t.say("A function that is defined inside another one is decorated each time that the outer one runs.")
	case e.Kind == trace.Cleared:
		heading = "Why is the cache empty?"
		t.say("cache_clear() forgets every entry and sets hits and misses back to 0. The maxsize stays.")
	default:
		heading = t.end(rec.Results[rec.Statement(step)])
	}
	return heading, t.parts
}

// again tells why a key that was asked for before is not there.
func (t *teller) again(step int, why trace.Why) {
	key := t.rec.Events[step-1].Key
	switch why.Cause {
	case trace.Evicted:
		t.tone("again", "↻ Evicted earlier. ").call(key).say(" was in the cache until ").step(why.At)
		t.say(", when storing ").call(why.By).say(" needed its place.")
	case trace.Off:
		t.tone("again", "↻ Caching is off. ").say("maxsize=0 keeps nothing, so every call runs the body.")
	case trace.Forgotten:
		if t.rec.Events[why.At-1].Fresh() {
			t.tone("again", "↻ A new cache. ").say("The function was decorated anew at ").step(why.At).say(", as the one around it ran again.")
			return
		}
		t.tone("again", "↻ Forgotten. ").say("cache_clear() emptied the cache at ").step(why.At)
		t.say(", and ").call(key).say(" was not computed since.")
	case trace.NeverStored:
		if t.raisedBefore(step) {
			t.tone("again", "↻ It raised. ").say("At ").step(why.At).say(" the body ended with an exception, and only results are stored.")
			return
		}
		t.tone("again", "↻ Never stored. ").say("The earlier call ended at ").step(why.At).say(" without a result, and only results are stored.")
	default:
		t.tone("again", "↻ Not recorded. ").say("Not all the steps that tell what became of ").call(key).say(" were recorded.")
	}
}

// returned reports whether there was something for a cache to keep: whether the
// key of step was computed before, with no cache_clear() since.
func (t *teller) returned(step int) bool {
	key := t.rec.Events[step-1].Key
	for i := step - 2; i >= 0; i-- {
		switch e := t.rec.Events[i]; {
		case e.Kind == trace.Cleared:
			return false
		case e.Kind == trace.Return && e.Key == key:
			return true
		}
	}
	return false
}

func (t *teller) evicted(e trace.Event, why trace.Why) {
	t.tone("evict", "× Least recently used. ").call(e.Victim())
	switch {
	case t.rec.Size(e.Key) == 1:
		t.say(" was the only entry: with maxsize=1 there is one place.")
	case why.At > 0:
		t.say(" was last used at ").step(why.At).say("; every other entry was used since.")
	default:
		t.say(" was not used for the longest time.")
	}
	t.say(" Room is made only now, when the result is there to be stored.")
}

// room tells why a result was stored without an eviction.
func (t *teller) room(step int) {
	key := t.rec.Events[step-1].Key
	if t.rec.Size(key) == trace.None {
		t.say("maxsize=None has no bound: whatever was computed stays.")
		return
	}
	if !t.rec.Own(key) {
		t.say("There was room in the cache of ").code(t.rec.NameOf(key)).say(".")
		return
	}
	size := int(t.rec.Script.Size)
	switch taken := len(t.rec.At(step - 1).Order); taken {
	case 0:
		t.say("The cache was empty: there was room.")
	case 1:
		t.say("1 of " + Count(size) + " places was taken: there was room.")
	default:
		t.say(Count(taken) + " of " + Count(size) + " places were taken: there was room.")
	}
}

// end explains how a statement ended.
func (t *teller) end(res trace.Result) (heading string) {
	heading = "Why did this stop?"
	switch res.Outcome {
	case trace.RecursionError:
		t.say("Python's limit is " + Count(t.rec.MaxDepth()+1) + " frames: the prompt and " + Count(t.rec.MaxDepth()) + " calls, one inside the other. ")
		switch {
		case t.rec.Program.Depth != nil && t.rec.Program.Depth(res.Statement.Args) == programs.Endless:
			t.say("This recursion has no end, so no limit would be enough.")
		case t.rec.Script.Size == 0:
			t.say("A cache that holds smaller results ends the recursion earlier, but maxsize=0 keeps nothing.")
		default:
			t.say("A cache that holds smaller results ends the recursion earlier: call smaller arguments first, in steps.")
		}
	case trace.OverBudget:
		what := "one statement"
		if t.rec.Program.Functions != nil {
			what = "a record"
		}
		t.say("What " + what + " may compute here is limited, so that the page stays yours. With a larger maxsize the body runs far less often.")
	case trace.Stopped:
		t.say("You pressed Stop. What was stored until then stays, as after Ctrl-C in Python.")
	default:
		heading = "Why are steps missing?"
		t.say("So many steps would fill your browser's memory. The counters are exact all the same.")
	}
	return heading
}
