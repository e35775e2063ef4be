package keys

import (
	"playground/app/markup"
	"playground/app/show"
)

// Views are all that is drawn, in the order of the page.
func (p *Place) Views() []show.View {
	return append(p.PageViews(), []show.View{
		{ID: "log-box", On: Box, Draw: p.boxView},
		{ID: "found", On: Result | Coming, Draw: p.foundView},
		{ID: "log-options", On: Result, Draw: p.optionsView},
		{ID: "sources", Draw: p.sourcesView},
		{ID: "recommendation", On: Result, Draw: p.recommendationView},
		{ID: "ratios", On: Result | Size | Lines | Layout, Wide: 584, Draw: p.ratiosView},
		{ID: "choosing", On: Result | Size | Field, Draw: p.choosingView},
		{ID: "taking", On: Result | Size | show.Sheet, Draw: p.takingView},
		{ID: "misses", On: Result | Size, Draw: p.missesView},
		{ID: "hottest", On: Result, Draw: p.hottestView},
		{ID: "policies", On: Result | Lines, Draw: p.policiesView},
		{ID: "ratios-table", On: Result | Lines, Draw: p.tableView},
	}...)
}

func button(do, label string) markup.Node {
	return markup.El("button", "type", "button", "data-do", do).Say(label)
}
