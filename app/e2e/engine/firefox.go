package engine

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// A Firefox is a Firefox that runs, without a window.
type Firefox struct {
	cmd   *exec.Cmd
	ended chan struct{}
	bidi  *bidi
}

// quiet keeps Firefox from asking other hosts, and its first tab from being about
// itself.
var quiet = map[string]any{
	"app.normandy.enabled":                       false,
	"app.update.disabledForTesting":              true,
	"browser.aboutwelcome.enabled":               false,
	"browser.newtabpage.enabled":                 false,
	"browser.safebrowsing.downloads.enabled":     false,
	"browser.safebrowsing.malware.enabled":       false,
	"browser.safebrowsing.phishing.enabled":      false,
	"browser.shell.checkDefaultBrowser":          false,
	"datareporting.policy.dataSubmissionEnabled": false,
	"extensions.update.enabled":                  false,
	"network.captive-portal-service.enabled":     false,
	"network.connectivity-service.enabled":       false,
	"network.dns.localDomains":                   "",
	"services.settings.server":                   "data:,nothing",
	"toolkit.telemetry.server":                   "",
}

// StartFirefox starts the Firefox at path with its profile in a folder, in which
// it may have run before, and with the preferences given beside those that keep it
// quiet.
func StartFirefox(path, profile string, preferences map[string]any) (*Firefox, error) {
	all := maps.Clone(quiet)
	maps.Copy(all, preferences)
	var js strings.Builder
	for name, value := range all {
		v, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&js, "user_pref(%q, %s);\n", name, v)
	}
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(js.String()), 0o666); err != nil {
		return nil, err
	}
	f := &Firefox{ended: make(chan struct{})}
	f.cmd = exec.Command(path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0")
	f.cmd.Env = append(os.Environ(), "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1")
	f.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := f.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := f.cmd.Start(); err != nil {
		return nil, err
	}
	address, said := listening(out)
	go func() {
		io.Copy(io.Discard, out)
		f.cmd.Wait()
		close(f.ended)
	}()
	if address == "" {
		f.Kill()
		return nil, fmt.Errorf("%s did not say where it listens, but: %s", path, said)
	}
	if f.bidi, err = dial(address + "/session"); err != nil {
		f.Kill()
		return nil, err
	}
	if err := f.bidi.command(nil, "session.new", object{"capabilities": object{}}); err != nil {
		f.Kill()
		return nil, err
	}
	err = f.bidi.command(nil, "session.subscribe", object{"events": []string{
		"log.entryAdded", "network.fetchError", "network.responseCompleted", "network.beforeRequestSent",
	}})
	return f, err
}

var listens = regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)`)

// listening reads the address of WebDriver BiDi from what Firefox says.
func listening(out io.Reader) (address, said string) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if m := listens.FindStringSubmatch(lines.Text()); m != nil {
			return m[1], ""
		}
		said += lines.Text() + "\n"
	}
	return "", said
}

// Kill ends Firefox at once; once it has ended that does nothing.
func (f *Firefox) Kill() {
	select {
	case <-f.ended:
	default:
		syscall.Kill(-f.cmd.Process.Pid, syscall.SIGKILL)
		<-f.ended
	}
}

// Tab opens a tab in a container of its own, in which nothing is stored yet. It
// has the focus: in Firefox only a tab that has just been opened does.
func (f *Firefox) Tab() (*Tab, error) {
	var container struct{ UserContext string }
	if err := f.bidi.command(&container, "browser.createUserContext", object{}); err != nil {
		return nil, err
	}
	return f.tab(container.UserContext, object{"type": "tab", "userContext": container.UserContext})
}

// Plain opens a tab in no container, as a visitor does.
func (f *Firefox) Plain() (*Tab, error) { return f.tab("", object{"type": "tab"}) }

func (f *Firefox) tab(container string, as object) (*Tab, error) {
	var tab struct{ Context string }
	if err := f.bidi.command(&tab, "browsingContext.create", as); err != nil {
		return nil, err
	}
	err := f.bidi.command(nil, "browsingContext.setViewport", object{
		"context": tab.Context, "viewport": object{"width": 1366, "height": 768},
	})
	return &Tab{&bidiTab{bidi: f.bidi, context: tab.Context, container: container}}, err
}

// Restored returns the tab that Firefox has restored, as it holds the address.
func (f *Firefox) Restored(ctx context.Context, holds string) (*Tab, error) {
	for {
		var tree struct {
			Contexts []struct{ Context, URL string }
		}
		if err := f.bidi.command(&tree, "browsingContext.getTree", object{}); err != nil {
			return nil, err
		}
		for _, c := range tree.Contexts {
			if strings.Contains(c.URL, holds) {
				return &Tab{&bidiTab{bidi: f.bidi, context: c.Context}}, nil
			}
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("no tab with %s was restored, but %v", holds, tree.Contexts)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
