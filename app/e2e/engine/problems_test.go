package engine_test

import (
	"strings"
	"testing"
)

// Every test fails on what the console has to complain of; so this must be heard.
func TestProblemsAreHeard(t *testing.T) {
	each(t, func(p *page) {
		p.allowed = []string{"said on purpose", "thrown on purpose"}
		p.visit("/")
		eval[any](p, `console.error("said on purpose") ?? setTimeout(() => { throw new Error("thrown on purpose") })`)
		for _, words := range p.allowed {
			p.wait("the browser tells what is "+words, func() bool {
				return strings.Contains(strings.Join(p.tab.Problems(), "\n"), words)
			})
		}
	})
}
