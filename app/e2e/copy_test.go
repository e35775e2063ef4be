package e2e

import (
	"os/exec"
	"strings"
	"testing"

	"playground/app/model"
	"playground/app/source"
	"playground/app/trace"

	permit "github.com/chromedp/cdproto/browser"
)

// What Copy as Python puts on the clipboard prints, run by Python itself, the
// line that stands on the page.
func TestCopyAsPython(t *testing.T) {
	for name, fragment := range map[string]string{
		"opening":   "#v=1",
		"several":   "#v=1&max=3&run=10,10,clear,12x3",
		"factorial": "#v=1&f=factorial&max=128&run=500x1000",
		"unbounded": "#v=1&max=None&run=30,20",
	} {
		t.Run(name, func(t *testing.T) {
			p := openAt(t, window{}, fragment)
			p.allowClipboard()
			p.clickButton("Copy as Python")
			p.wait("the page says that it was copied", func() bool { return strings.Contains(p.status(), "Copied") })
			script := eval[string](p, `navigator.clipboard.readText()`)
			out, err := exec.Command("python3", "-c", script).CombinedOutput()
			if err != nil {
				t.Fatalf("python3: %v\n%s", err, out)
			}
			lines := strings.Split(strings.TrimSpace(string(out)), "\n")
			if got, want := lines[len(lines)-1], p.info(); got != want {
				t.Errorf("python3 prints %s, the page %s; the script is\n%s", got, want, script)
			}
		})
	}
}

// What Copy as Go puts there is the program that package source runs in its tests.
func TestCopyAsGo(t *testing.T) {
	p := open(t)
	p.allowClipboard()
	p.clickButton("Copy as Go")
	p.wait("the page says that it was copied", func() bool { return strings.Contains(p.status(), "Copied") })
	want := source.Go(trace.Record(model.Opening().Script))
	if got := eval[string](p, `navigator.clipboard.readText()`); got != want {
		t.Errorf("the clipboard holds\n%s\nand not\n%s", got, want)
	}
}

// Where the browser does not let the page write there, the text is shown.
func TestCopyByHand(t *testing.T) {
	p := open(t)
	eval[any](p, `Object.defineProperty(navigator, "clipboard", {value: undefined})`)
	p.clickButton("Copy as Python")
	p.wait("the script is shown", func() bool {
		return p.has("dialog", "Python, to be copied by hand") && strings.Contains(p.find("textbox", "Python").value(), "lru_cache")
	})
}

func (p *page) allowClipboard() {
	p.t.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		p.do(permit.SetPermission(&permit.PermissionDescriptor{Name: name}, permit.PermissionSettingGranted).
			WithBrowserContextID(p.profile).Do)
	}
}
