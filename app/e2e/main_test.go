package e2e

import (
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"playground/app/e2e/served"
)

var (
	picturesDir = flag.String("pictures", "", "keep the README's pictures in this `folder`")
	failuresDir = flag.String("failures", "", "keep a picture of the page of every failed test in this `folder`")
)

var (
	site string // the address of the playground that the tests share
	web  string // the folder of the site that is built into it
)

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

// run stops what it started whatever happens in between.
func run(m *testing.M) int {
	url, stopServer, err := served.Start()
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	defer stopServer()
	ctx, stopBrowser, err := startBrowser()
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	defer stopBrowser()
	site, browser = url, ctx
	web, err = served.Web()
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	return m.Run()
}

// patience is how long anything may take before a test gives up: long, because
// machines are busy, and reached only by tests that fail.
const patience = 2 * time.Minute
