package trace

import (
	record "playground/app/calls"
	"playground/app/programs"
)

// ScriptOf is the script of a record, p being its program: what the recorded
// program called, with the maxsize of the chosen function. Of a long record the
// first calls are statements of their own, and the others are one together.
func ScriptOf(rec *record.Record, p programs.Program) Script {
	const alone = 2000
	s := Script{Program: p.ID, Size: Size(p.Functions[p.Chosen].MaxSize)}
	for i, st := range rec.Statements {
		if len(s.Statements)+st.Times/MaxTimes >= alone {
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

// statementOf is a step of a record as a statement.
func statementOf(rec *record.Record, step record.Step, times int) Statement {
	if f, ok := step.Clears(); ok {
		return Statement{Op: Clear, Function: f, Times: 1} // a second one changes nothing
	}
	return Statement{Args: programs.Args{programs.Recorded(int(step), rec.Keys[step].Args)}, Times: times}
}
