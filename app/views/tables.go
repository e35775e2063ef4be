package views

import (
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// TimelineTable sums up the timeline in words, a row a statement, up to the
// first steps that are seen.
func TimelineTable(rec *trace.Recording, seen int) markup.Node {
	t := table("What each statement did", "statement", "hits", "computed", "computed again", "evictions", "not recorded")
	for _, r := range rec.Results {
		hidden := 0
		switch whole := seen == len(rec.Events); {
		case !whole && r.First >= seen:
			return t.node()
		case r.Last <= seen:
			hidden = r.Skipped
		}
		n := words.TallyOf(rec, r.First, min(r.Last, seen))
		t = t.row(r.Statement.Of(rec.Program),
			words.Count(n.Hits), words.Count(n.Misses), words.Count(n.Again), words.Count(n.Evictions), words.Count(hidden))
	}
	return t.node()
}

// CallsTable lists the calls of a tree in the order in which they were made, up
// to those of the step.
func CallsTable(rec *trace.Recording, tree trace.Tree, step int) markup.Node {
	t := table("Calls, in the order they were made", "step", "call", "called by", "outcome", "returned at step")
	for _, n := range tree.Nodes {
		if n.Begin > step {
			break
		}
		by, end := "the prompt", "waits"
		if n.Parent >= 0 {
			by = rec.Call(tree.Nodes[n.Parent].Key)
		}
		switch {
		case n.End > 0 && n.End <= step:
			end = words.Count(n.End)
		case n.End == 0 && step == len(rec.Events):
			end = "never"
		}
		t = t.row(words.Count(n.Begin), rec.Call(n.Key), by, outcomeOf(n), end)
	}
	return t.node()
}

func outcomeOf(n trace.Node) string {
	if n.Raised {
		return words.MeaningOf(n.Kind).Said() + ", raised"
	}
	return words.MeaningOf(n.Kind).Said()
}

// CurveTable lists the points of the curve.
func CurveTable(points []trace.Point) markup.Node {
	t := table("Times the body runs, for every maxsize", "maxsize", "times the body runs")
	for _, p := range points {
		t = t.row(p.Size.String(), words.Runs(p))
	}
	return t.node()
}

// A tabular is a table in the making.
type tabular struct {
	caption, head markup.Node
	rows          []markup.Node
}

func table(caption string, columns ...string) tabular {
	head := markup.El("tr")
	for _, c := range columns {
		head = head.Of(markup.El("th", "scope", "col").Say(c))
	}
	return tabular{caption: markup.El("caption").Say(caption), head: markup.El("thead").Of(head)}
}

func (t tabular) row(cells ...string) tabular {
	tr := markup.El("tr").Of(markup.El("th", "scope", "row", "translate", "no").Say(cells[0]))
	for _, c := range cells[1:] {
		tr = tr.Of(markup.El("td", "translate", "no").Say(c))
	}
	t.rows = append(t.rows, tr)
	return t
}

func (t tabular) node() markup.Node {
	return markup.El("table").Of(t.caption, t.head, markup.El("tbody").Of(t.rows...))
}
