package words

import "playground/app/trace"

// Runs says how often the body runs.
func Runs(p trace.Point) string {
	if p.More {
		return "more than " + Count(p.Bodies)
	}
	return Count(p.Bodies)
}

// TimesRun says it as in "11 times".
func TimesRun(p trace.Point) string {
	if p.More {
		return Runs(p) + " times"
	}
	return Plural(p.Bodies, "time", "times")
}
