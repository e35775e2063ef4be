package draw_test

import (
	"fmt"
	"playground/app/draw"
	"playground/app/views"
	"testing"
)

func TestTables(t *testing.T) {
	all := scenes()
	golden(t, "timeline-table.html", views.TimelineTable(all["statements"], len(all["statements"].Events)))
	calm := all["calm"]
	golden(t, "calls-table.html", views.CallsTable(calm, calm.Tree(25, 500), 25))
	for name, rec := range all {
		for _, width := range widths {
			checkMarkup(t, draw.Timeline(rec, width, len(rec.Events)))
		}
		checkMarkup(t, views.TimelineTable(rec, len(rec.Events)))
		_ = name
	}
	for _, width := range []int{330, 615} {
		for _, name := range []string{"thrash", "calm", "tiles", "statements", "empty", "too-deep"} {
			golden(t, fmt.Sprintf("timeline-%s-%d.svg", name, width), draw.Timeline(all[name], width, len(all[name].Events)))
		}
	}
}
