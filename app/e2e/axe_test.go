package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Rules of axe-core: all of WCAG 2 to level AA and its best practices, or those of
// them that are about colours.
const (
	everyRule   = `{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}`
	colourRules = `{type: "rule", values: ["color-contrast", "link-in-text-block"]}`
)

func axe(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile(filepath.Join("node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatalf("axe-core is missing: run npm ci in app/e2e (%v)", err)
	}
	return string(script) + "\n;0"
}

// violations runs rules of axe-core.
func (p *page) violations(rules string) (list []string) {
	p.t.Helper()
	type found struct {
		ID, Help string
		Nodes    []struct{ Target, FailureSummary string }
	}
	for _, f := range eval[[]found](p, `axe.run(document, {
		resultTypes: ["violations"],
		runOnly: `+rules+`,
	}).then(r => r.violations.map(v => ({ID: v.id, Help: v.help, Nodes: v.nodes.map(n => ({Target: n.target.join(' '), FailureSummary: n.failureSummary}))})))`) {
		for i, n := range f.Nodes {
			if i == 3 {
				list = append(list, fmt.Sprintf("%s: and %d more", f.ID, len(f.Nodes)-i))
				break
			}
			list = append(list, fmt.Sprintf("%s (%s): %s: %s", f.ID, f.Help, n.Target, strings.Join(strings.Fields(n.FailureSummary), " ")))
		}
	}
	return list
}
