package experiments

import (
	"strconv"

	"playground/app/calls"
	"playground/app/link"
	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"
	"playground/lru"
)

// A witness stands in front of a decorated function and notes what it is asked for
// and what comes of it: a call record, as the recorder in Python writes it. So the
// place Your function can show what the playground has no function for. The function
// must not call itself.
type witness struct {
	memo  *lru.Memo[programs.Arg, programs.Value]
	rec   calls.Record
	lines []string       // of the record as text
	keys  map[string]int // by the arguments
}

// witnessed decorates a function of that name, as @lru_cache does.
func witnessed(name string, f func(programs.Arg) programs.Value) *witness {
	w := &witness{keys: map[string]int{}}
	w.memo = decorated(func(a programs.Arg) programs.Value {
		value := f(a)
		w.ran(a.ID(), value.String())
		return value
	})
	size := w.memo.CacheParameters().MaxSize
	w.rec = calls.Record{Whole: true, Functions: []calls.Function{{Name: name, MaxSize: size, Within: -1}}}
	w.note("lru_cache record 1")
	w.note("function " + name + " maxsize=" + strconv.Itoa(size) + " typed=False")
	return w
}

// call calls the function. Calls whose arguments read the same are the same.
func (w *witness) call(args string) programs.Value {
	name := w.rec.Functions[0].Name
	key, known := w.keys[args]
	if !known {
		key = len(w.rec.Keys)
		w.keys[args] = key
		w.rec.Keys = append(w.rec.Keys, calls.Key{Args: args})
		w.note("key " + strconv.Itoa(key) + " " + name + "(" + args + ")")
	}
	w.note("call " + strconv.Itoa(key))
	if n := len(w.rec.Statements); n > 0 && w.rec.Statements[n-1].Step == calls.Ask(key) {
		w.rec.Statements[n-1].Times++
	} else {
		w.rec.Statements = append(w.rec.Statements, calls.Statement{Step: calls.Ask(key), Times: 1})
	}
	return w.memo.Call(programs.Recorded(key, args))
}

// clear is the cache_clear() of the function.
func (w *witness) clear() {
	w.memo.CacheClear()
	w.rec.Statements = append(w.rec.Statements, calls.Statement{Step: calls.Clear(0), Times: 1})
	w.note("clear " + w.rec.Functions[0].Name)
}

func (w *witness) ran(key int, value string) {
	w.rec.Keys[key].Outcome, w.rec.Keys[key].Text = calls.Returned, value
	w.note("body " + strconv.Itoa(key) + " returns " + value)
}

func (w *witness) note(line string) { w.lines = append(w.lines, line) }

// text is the record so far.
func (w *witness) text() string { return lines(append(w.lines, "end")...) }

// replayed is the recording that Your function makes of the record so far.
func (w *witness) replayed() *trace.Recording {
	return trace.Record(trace.ScriptOf(&w.rec, w.rec.Program(0)))
}

// watch is the address of Your function at a step of the record so far.
func (w *witness) watch(step int) string {
	fragment, err := link.EncodeRecord(link.Record{Text: w.text(), Step: step})
	if err != nil {
		panic("experiments: " + err.Error()) // a card makes a few calls
	}
	return "../function/#" + fragment
}

// step leads to a step of the record so far, in Your function.
func (w *witness) step(step int) *Part {
	return &Part{Text: "step " + words.Count(step), Link: w.watch(step), Ran: true}
}
