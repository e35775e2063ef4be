package engine_test

import "strings"

// Every test fails on what the console has to complain of; so this must be heard,
// on whatever page.
func testProblemsAreHeard(p *page) {
	p.must(p.tab.Navigate(p.origin + "/healthz"))
	eval[any](p, `console.error("said on purpose") ?? setTimeout(() => { throw new Error("thrown on purpose") })`)
	var heard string
	for _, words := range []string{"said on purpose", "thrown on purpose"} {
		p.wait("the browser tells what is "+words, func() bool {
			heard += strings.Join(p.tab.Problems(), "\n")
			return strings.Contains(heard, words)
		})
	}
}
