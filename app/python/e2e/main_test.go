package e2e

import (
	"fmt"
	"os"
	"testing"
)

var node *inNode

func TestMain(m *testing.M) { os.Exit(runAll(m)) }

// runAll stops what it started whatever happens in between.
func runAll(m *testing.M) int {
	if _, err := os.Stat("../../../bin/python/stdlib.zip"); err != nil {
		fmt.Fprintln(os.Stderr, "e2e: there is no Python to test; `make python` prepares it and runs these tests")
		return 1
	}
	var err error
	if node, err = startNode(); err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	defer node.stop()
	stopBrowser, err := startBrowser()
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	defer stopBrowser()
	return m.Run()
}
