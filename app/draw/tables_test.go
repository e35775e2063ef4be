package draw_test

import (
	"fmt"
	"playground/app/draw"
	"testing"
)

func TestTables(t *testing.T) {
	all := scenes()
	golden(t, "timeline-table.html", draw.TimelineTable(all["statements"]))
	calm := all["calm"]
	golden(t, "calls-table.html", draw.CallsTable(calm, calm.Tree(25, 500), 25))
	for name, rec := range all {
		for _, width := range widths {
			checkMarkup(t, draw.Timeline(rec, width))
		}
		checkMarkup(t, draw.TimelineTable(rec))
		_ = name
	}
	for _, width := range []int{330, 615} {
		for _, name := range []string{"thrash", "calm", "tiles", "statements", "empty", "too-deep"} {
			golden(t, fmt.Sprintf("timeline-%s-%d.svg", name, width), draw.Timeline(all[name], width))
		}
	}
}
