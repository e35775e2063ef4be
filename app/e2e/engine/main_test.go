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

var (
	site    string // the address of the playground that the tests share
	web     string // the folder of the site that is built into it
	firefox *engine.Firefox
	webkit  *engine.WebKit
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

// run starts the engines that the environment names, and stops them whatever
// happens in between.
func run(m *testing.M) (code int, err error) {
	path, driver, xvfb := os.Getenv("FIREFOX"), os.Getenv("WEBKIT"), os.Getenv("XVFB")
	if path == "" && driver == "" {
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
	if path != "" {
		profile, err := os.MkdirTemp("", "firefox")
		if err != nil {
			return 1, err
		}
		defer os.RemoveAll(profile)
		if firefox, err = engine.StartFirefox(path, profile, nil); err != nil {
			return 1, err
		}
		defer firefox.Kill()
	}
	if driver != "" {
		if webkit, err = engine.StartWebKit(driver, xvfb); err != nil {
			return 1, err
		}
		defer webkit.Close()
	}
	return m.Run(), nil
}
