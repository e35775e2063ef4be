package trace

import (
	record "playground/app/calls"
	"playground/app/programs"
)

// ScriptOf is the script of a record, p being its program: what the recorded
// program called, with the maxsize of the chosen function. Of a long record the
// first calls are statements of their own, as many as are recorded step by step,
// and the others are one together.
func ScriptOf(rec *record.Record, p programs.Program) Script {
	const alone = 2000
	s := Script{Program: p.ID, Size: Size(p.Functions[p.Chosen].MaxSize)}
	count := events{rec: rec, ran: make([]bool, len(rec.Keys))}
	for i, st := range rec.Statements {
		count.add(st)
		if len(s.Statements)+st.Times/MaxTimes >= alone || i > 0 && count.n > statementEvents {
			n := 0
			for _, more := range rec.Statements[i:] {
				n += more.Times
			}
			p.Rest = rec.Rest(i)
			s.Statements = append(s.Statements, Statement{Op: Rest, Times: n})
			break
		}
		for times := st.Times; times > 0; times -= MaxTimes {
			s.Statements = append(s.Statements, statementOf(rec, st.Step, min(times, MaxTimes)))
		}
	}
	s.Given = &p
	return s
}

// events counts the events of a record's statements where nothing is evicted: the
// least that there are.
type events struct {
	rec  *record.Record
	ran  []bool // by key
	n    int
	asks []record.Step // still to be looked at
}

func (e *events) add(st record.Statement) {
	e.n += st.Times - 1
	for e.asks = append(e.asks[:0], st.Step); len(e.asks) > 0; {
		last := len(e.asks) - 1
		k, ok := e.asks[last].Key()
		e.asks = e.asks[:last]
		if e.n++; ok && !e.ran[k] {
			e.ran[k] = true
			e.n++
			e.asks = append(e.asks, e.rec.Keys[k].Asks...)
		}
	}
}

// statementOf is a step of a record as a statement.
func statementOf(rec *record.Record, step record.Step, times int) Statement {
	if f, ok := step.Clears(); ok {
		return Statement{Op: Clear, Function: f, Times: 1} // a second one changes nothing
	}
	return Statement{Args: programs.Args{programs.Recorded(int(step), rec.Keys[step].Args)}, Times: times}
}
