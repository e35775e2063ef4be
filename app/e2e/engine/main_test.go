package engine_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"testing"

	"playground/app/e2e/engine"
	"playground/app/e2e/served"
)

// every is what every engine is to do.
var every = []struct {
	name string
	test func(p *page)
}{
	{"OnePage", testOnePage},
	{"Links", testLinks},
	{"Offline", testOffline},
	{"Update", testUpdate},
	{"FirstVersionIsNotNew", testFirstVersionIsNotNew},
	{"TypingAcrossTakeover", testTypingAcrossTakeover},
	{"PicturePressed", testPicturePressed},
	{"Refused", testRefused},
	{"Sandboxed", testSandboxed},
	{"ProgramStops", testProgramStops},
	{"LoaderNeverComes", testLoaderNeverComes},
	{"ProblemsAreHeard", testProblemsAreHeard},
}

// The two engines are driven at the same time, each by one test after the other:
// in a browser one page alone has the focus.
func TestFirefox(t *testing.T) {
	t.Parallel()
	profile := t.TempDir()
	firefox := startFirefox(t, profile, restores)
	for _, e := range every {
		t.Run(e.name, func(t *testing.T) { e.test(tabOf(t, firefox)) })
	}
	t.Run("ReopenedTab", func(t *testing.T) { testReopenedTab(t, firefox, profile) })
	firefox.Kill()

	// What a visitor can set in Firefox alone.
	firefox = startFirefox(t, t.TempDir(), map[string]any{
		"browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1, // forced colours
		"network.cookie.cookieBehavior": 2, // all site data blocked
	})
	t.Run("ForcedColors", func(t *testing.T) { testForcedColors(tabOf(t, firefox)) })
	t.Run("SiteDataBlocked", func(t *testing.T) { testSiteDataBlocked(tabOf(t, firefox)) })
}

func TestWebKit(t *testing.T) {
	t.Parallel()
	driver, xvfb := os.Getenv("WEBKIT"), os.Getenv("XVFB")
	if driver == "" {
		t.Skip("WEBKIT names no WebKitWebDriver")
	}
	webkit, err := engine.StartWebKit(driver, xvfb)
	if err != nil {
		t.Fatal(err)
	}
	defer webkit.Close()
	// A browser for each test would take a second more for each; what is stored is
	// apart all the same, since each has an origin of its own.
	var tab *engine.Tab
	for _, e := range every {
		t.Run(e.name, func(t *testing.T) {
			if tab == nil {
				if tab, err = webkit.Tab(); err != nil {
					t.Fatal(err)
				}
			}
			t.Cleanup(func() {
				if t.Failed() {
					tab.Close()
					tab = nil
				}
			})
			e.test(newPage(t, tab))
		})
	}
	if tab != nil {
		if err := tab.Close(); err != nil {
			t.Error(err)
		}
	}
}

// startFirefox starts the Firefox that the environment names, for one test.
func startFirefox(t *testing.T, profile string, preferences map[string]any) *engine.Firefox {
	t.Helper()
	path := os.Getenv("FIREFOX")
	if path == "" {
		t.Skip("FIREFOX names no Firefox")
	}
	firefox, err := engine.StartFirefox(path, profile, preferences)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(firefox.Kill)
	return firefox
}

// tabOf opens a tab for one test.
func tabOf(t *testing.T, firefox *engine.Firefox) *page {
	t.Helper()
	tab, err := firefox.Tab()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := tab.Close(); err != nil {
			t.Error(err)
		}
	})
	return newPage(t, tab)
}

var (
	site string // the address of the playground that the tests share
	web  string // the folder of the site that is built into it
)

func TestMain(m *testing.M) {
	flag.Parse()
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "engines:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (code int, err error) {
	if os.Getenv("FIREFOX") == "" && os.Getenv("WEBKIT") == "" {
		return 1, errors.New("FIREFOX must name a Firefox, or WEBKIT a WebKitWebDriver and XVFB an Xvfb; `make engines` finds them")
	}
	url, stop, err := served.Start()
	if err != nil {
		return 1, err
	}
	defer stop()
	site = url
	if web, err = served.Web(); err != nil {
		return 1, err
	}
	return m.Run(), nil
}
