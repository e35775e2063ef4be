// Package words says in plain English what a step did and why.
//
// Sentences are lists of parts, so that the page can light a key wherever else
// it is drawn and can make a link of a step or a maxsize; [Plain] joins them for
// a screen reader and for tests. The same four glyphs stand for the same four
// meanings as in the pictures: ✓ hit, + computed, ↻ computed again, × evicted.
package words

import (
	"strings"

	"playground/app/draw"
	"playground/app/trace"
)

// A Part is a piece of a sentence. At most one of Key, Step and Size is set.
type Part struct {
	Text string
	Tone string      // "hit", "miss", "again" or "evict"; "" for plain ink
	Key  *int32      // the key that Text names
	Step int         // the step that Text links to, if not 0
	Size *trace.Size // the maxsize that Text links to
}

// Plain joins the parts.
func Plain(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// A teller builds a sentence about one recording.
type teller struct {
	rec   *trace.Recording
	parts []Part
}

func (t *teller) say(text string) *teller {
	t.parts = append(t.parts, Part{Text: text})
	return t
}

func (t *teller) tone(tone, text string) *teller {
	t.parts = append(t.parts, Part{Text: text, Tone: tone})
	return t
}

func (t *teller) call(key int32) *teller {
	t.parts = append(t.parts, Part{Text: draw.Call(t.rec, key), Key: &key})
	return t
}

func (t *teller) value(key int32) *teller {
	v := t.rec.Value(int(key))
	if v == nil {
		return t.say("nothing yet")
	}
	return t.say(draw.Short(v.String(), 24))
}

func (t *teller) step(step int) *teller {
	t.parts = append(t.parts, Part{Text: "step " + draw.Count(step), Step: step})
	return t
}

func (t *teller) size(size trace.Size) *teller {
	t.parts = append(t.parts, Part{Text: "maxsize=" + size.String(), Size: &size})
	return t
}

// Status is the one sentence that tells what the step did.
func Status(rec *trace.Recording, step int) []Part {
	t := &teller{rec: rec}
	if len(rec.Script.Statements) == 0 {
		return t.say("Nothing has been called yet. Press Call and watch what the cache keeps.").parts
	}
	if step < 1 || step > len(rec.Events) {
		return t.say("Before the first call: the cache is empty. Step forward, or press Play.").parts
	}
	e := rec.Events[step-1]
	switch e.Kind {
	case trace.Hit:
		t.tone("hit", "✓ ").call(e.Key).say(" is in the cache: answered ").value(e.Key)
		if rec.Script.Size == trace.None {
			return t.say(".").parts
		}
		return t.say(", moved to the front.").parts
	case trace.Miss:
		return t.tone("miss", "+ ").call(e.Key).say(" was never computed: run the body.").parts
	case trace.Again:
		t.tone("again", "↻ ").call(e.Key)
		switch rec.Why(step).Cause {
		case trace.Off:
			t.say(" was computed before, but maxsize=0 keeps nothing: run the body again.")
		case trace.Evicted:
			t.say(" was computed before, but evicted: run the body again.")
		case trace.Forgotten:
			t.say(" was computed before, but cache_clear() forgot it: run the body again.")
		case trace.NeverStored:
			t.say(" was begun before and never returned, so nothing was stored: run the body again.")
		default:
			t.say(" is not in the cache any more: run the body again.")
		}
		return t.parts
	case trace.Store:
		if e.Evicts {
			t.tone("evict", "× ").call(e.Victim).say(" evicted to make room. ")
		}
		return t.say("Stored ").call(e.Key).say(" = ").value(e.Key).say(".").parts
	case trace.Return:
		return t.call(e.Key).say(" returned ").value(e.Key).say(". With maxsize=0 it is not stored.").parts
	case trace.Raise, trace.Skip:
		return t.ended(step).parts
	case trace.Cleared:
		return t.say("cache_clear(): every entry forgotten, hits and misses back to 0.").parts
	}
	return nil
}

// ended tells how a statement ended that did not simply return.
func (t *teller) ended(step int) *teller {
	res := t.rec.Results[t.rec.Statement(step)]
	key := int32(res.Statement.Arg)
	switch res.Outcome {
	case trace.RecursionError:
		t.tone("evict", "RecursionError").say(": maximum recursion depth exceeded. ")
		return t.say(draw.Count(trace.MaxDepth) + " calls were waiting in one another; the misses count, nothing of them is stored.")
	case trace.OverBudget:
		t.tone("evict", "Stopped: ").call(key).say(" ran the body " + draw.Count(res.Bodies) + " times and was not done.")
		if n := Needed(t.rec, res.Statement); n != "" {
			t.say(" It would take " + n + " calls.")
		}
		return t
	case trace.Stopped:
		return t.say("Stopped by hand: ").call(key).say(" had run the body " + draw.Count(res.Bodies) + " times.")
	}
	return t.call(key).say(" = ").value(key).say(". Its last " + draw.Count(res.Skipped) + " steps were counted, not recorded.")
}

// Needed says how many calls of the body a statement takes where arithmetic can
// tell: a cold call at maxsize 0 or 1, where nothing it asks for is ever found.
func Needed(rec *trace.Recording, st trace.Statement) string {
	if size := rec.Script.Size; size != 0 && size != 1 || st.Op != trace.Call {
		return ""
	}
	n := rec.Program.Bodies(st.Arg)
	if n == nil {
		return ""
	}
	return Big(n)
}

// Why explains the step: a heading, and the sentences under it. keeps tells
// which maxsize would have kept a key, found by running; nil where that is not
// known.
func Why(rec *trace.Recording, step int, keeps func(key int32) (trace.Size, bool)) (heading string, parts []Part) {
	t := &teller{rec: rec}
	if step < 1 || step > len(rec.Events) {
		return "Why?", t.say("Every hit, miss and eviction is explained here, step by step.").parts
	}
	e, why := rec.Events[step-1], rec.Why(step)
	switch {
	case e.Kind == trace.Hit:
		t.tone("hit", "✓ Still there. ").call(e.Key)
		if why.At > 0 {
			t.say(" was stored at ").step(why.At).say(" and not evicted since.")
		} else {
			t.say(" was stored earlier and not evicted since.")
		}
		return "Why did this hit?", t.parts
	case e.Kind == trace.Miss:
		t.tone("miss", "+ First time. ").say("Nobody asked for ").call(e.Key).say(" before, so no cache could have it.")
		return "Why did this miss?", t.parts
	case e.Kind == trace.Again:
		t.again(e.Key, why, keeps)
		return "Why did this miss?", t.parts
	case e.Evicts:
		t.tone("evict", "× Least recently used. ").call(e.Victim)
		if why.At > 0 {
			t.say(" was last used at ").step(why.At).say("; every other entry was used since.")
		} else {
			t.say(" was not used for longest.")
		}
		t.say(" Room is made only now, when the result is there to be stored.")
		return "Why was " + draw.Call(rec, e.Victim) + " evicted?", t.parts
	case e.Kind == trace.Store && rec.Script.Size == trace.None:
		return "Why was nothing evicted?", t.say("maxsize=None has no bound: whatever was computed stays.").parts
	case e.Kind == trace.Store:
		s := rec.At(step)
		return "Why was nothing evicted?", t.say(draw.Count(len(s.Order)) + " of " + rec.Script.Size.String() + " places are taken: there was room.").parts
	case e.Kind == trace.Return:
		return "Why is it not stored?", t.say("maxsize=0 turns caching off: every call runs the body.").parts
	case e.Kind == trace.Raise, e.Kind == trace.Skip:
		return "Why did this stop?", t.stop(step).parts
	}
	return "Why?", t.say("cache_clear() empties the cache and sets hits and misses back to 0; its maxsize stays.").parts
}

func (t *teller) again(key int32, why trace.Why, keeps func(int32) (trace.Size, bool)) {
	switch why.Cause {
	case trace.Evicted:
		t.tone("again", "↻ Evicted earlier. ").call(key).say(" was in the cache until ").step(why.At)
		t.say(", when storing ").call(why.By).say(" needed its place.")
	case trace.Off:
		t.tone("again", "↻ Caching is off. ").say("maxsize=0 keeps nothing, so every call runs the body.")
	case trace.Forgotten:
		t.tone("again", "↻ Forgotten. ").say("cache_clear() at ").step(why.At).say(" emptied the cache.")
		return
	case trace.NeverStored:
		t.tone("again", "↻ Never stored. ").say("Its earlier call ended at ").step(why.At).say(" without a result, and only results are stored.")
		return
	default:
		t.tone("again", "↻ Gone. ").say("The steps that would tell when it left were counted, not recorded.")
		return
	}
	if keeps != nil {
		if m, ok := keeps(key); ok {
			t.say(" With ").size(m).say(" it is kept: ").call(key).say(" is never evicted before it is needed.")
		}
	}
}

func (t *teller) stop(step int) *teller {
	res := t.rec.Results[t.rec.Statement(step)]
	switch res.Outcome {
	case trace.RecursionError:
		return t.say("Python stops a recursion 1,000 frames deep. Warm the cache in steps, smaller arguments first, and the same call works.")
	case trace.OverBudget:
		return t.say("One call may run the body " + draw.Count(trace.MaxBodies) + " times here, so that the page stays yours. A larger maxsize needs far fewer.")
	case trace.Stopped:
		return t.say("You pressed Stop. What was stored until then stays, as after Ctrl-C in Python.")
	}
	return t.say("So many steps would fill your browser's memory. The counters are exact all the same.")
}
