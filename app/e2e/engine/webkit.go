package engine

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"
)

// A WebKit is the X server that the windows of WebKitGTK stand in.
type WebKit struct {
	driver  string
	display string
	xvfb    *exec.Cmd
}

// StartWebKit starts an X server for the tabs of the WebKit that the
// WebKitWebDriver at path drives.
func StartWebKit(path, xvfb string) (*WebKit, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer read.Close()
	w := &WebKit{driver: path}
	w.xvfb = exec.Command(xvfb, "-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
	w.xvfb.ExtraFiles = []*os.File{write} // it is number 3
	err = w.xvfb.Start()
	write.Close()
	if err != nil {
		return nil, err
	}
	number, err := bufio.NewReader(read).ReadString('\n') // an end, too, if Xvfb ends
	if err != nil {
		w.Close()
		return nil, fmt.Errorf("%s did not say which display it is: %w", xvfb, err)
	}
	w.display = strings.TrimSpace(number)
	return w, nil
}

// Close ends the X server.
func (w *WebKit) Close() error {
	w.xvfb.Process.Kill()
	w.xvfb.Wait()
	return nil
}

// webkitTab drives one window by WebDriver, https://www.w3.org/TR/webdriver2/. It
// has a driver and a browser of its own.
type webkitTab struct {
	cmd     *exec.Cmd
	out     *console
	session string // its address
	seen    []string
}

// Tab opens a window with a profile of its own, in which nothing is stored yet.
func (w *WebKit) Tab() (*Tab, error) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	_, port, _ := net.SplitHostPort(free.Addr().String())
	free.Close()

	t := &webkitTab{out: &console{}}
	t.cmd = exec.Command(w.driver, "--host=127.0.0.1", "--port="+port)
	t.cmd.Env = append(os.Environ(), "DISPLAY=:"+w.display, "GDK_BACKEND=x11", "NO_AT_BRIDGE=1",
		// Half of the time would go into layers, which nothing but this processor
		// draws here, and into the last step of the compiler, which does not pay in
		// visits of seconds.
		"WEBKIT_DISABLE_COMPOSITING_MODE=1", "JSC_useOMGJIT=0")
	t.cmd.Stdout, t.cmd.Stderr = t.out, t.out
	t.cmd.WaitDelay = time.Second // a browser that outlives it holds stdout
	t.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := t.cmd.Start(); err != nil {
		return nil, err
	}
	if err := t.begin("http://127.0.0.1:" + port); err != nil {
		t.Close()
		return nil, fmt.Errorf("%w: %s", err, t.out)
	}
	return &Tab{t}, nil
}

func (t *webkitTab) begin(driver string) error {
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		res, err := http.Get(driver + "/status")
		if err == nil {
			res.Body.Close()
			break
		}
		if time.Now().After(end) {
			return err
		}
	}
	t.session = driver + "/session"
	options := object{"args": []string{"--automation"}}
	var session struct{ SessionID string }
	err := t.command(&session, "POST", "", object{"capabilities": object{"alwaysMatch": object{"webkitgtk:browserOptions": options}}})
	if err != nil {
		return err
	}
	t.session += "/" + session.SessionID
	return t.command(nil, "POST", "/window/rect", object{"x": 0, "y": 0, "width": 1366, "height": 806})
}

// command sends a command and keeps its value in v, unless that is nil.
func (t *webkitTab) command(v any, method, path string, body any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, t.session+path, bytes.NewReader(text))
	if err != nil {
		return err
	}
	client := http.Client{Timeout: patience}
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s %s: %s: %w", method, path, res.Status, err)
	}
	if res.StatusCode != http.StatusOK {
		var why struct{ Error, Message string }
		json.Unmarshal(answer.Value, &why)
		return fmt.Errorf("%s %s: %s: %s", method, path, why.Error, why.Message)
	}
	if v == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, v)
}

func (t *webkitTab) Navigate(url string) error {
	t.listen()
	if err := t.command(nil, "POST", "/url", object{"url": url}); err != nil {
		return err
	}
	_, err := t.call(`() => 0`, "", nil)
	return err
}

func (t *webkitTab) Reload() error {
	t.listen()
	if err := t.command(nil, "POST", "/refresh", object{}); err != nil {
		return err
	}
	_, err := t.call(`() => 0`, "", nil)
	return err
}

func (t *webkitTab) Close() error {
	err := t.command(nil, "DELETE", "", nil)
	syscall.Kill(-t.cmd.Process.Pid, syscall.SIGKILL) // the browser too, should it still be there
	t.cmd.Wait()
	return err
}

// elementKey names the reference of an element, by the standard.
const elementKey = "element-6066-11e4-a52e-4f735466cecf"

func (t *webkitTab) call(function, this string, args []any) (json.RawMessage, error) {
	var element any
	if this != "" {
		element = object{elementKey: this}
	}
	list, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	// The value comes as JSON in a text, and so does what was thrown: WebKit would
	// leave out its message.
	script := hear + `const [element, list] = arguments, call = async () => (` + function + `).apply(element ?? undefined, JSON.parse(list) ?? []);
		return call().then((value) => JSON.stringify({value}), (thrown) => JSON.stringify({thrown: String(thrown)}))`
	var text string
	if err := t.command(&text, "POST", "/execute/sync", object{"script": script, "args": []any{element, string(list)}}); err != nil {
		return nil, err
	}
	var res struct {
		Value  json.RawMessage
		Thrown string
	}
	if err := json.Unmarshal([]byte(text), &res); err != nil {
		return nil, err
	}
	if res.Thrown != "" {
		return nil, errors.New(res.Thrown)
	}
	return res.Value, nil
}

func (t *webkitTab) elements(expression string) (list []string, err error) {
	var elements []map[string]string
	err = t.command(&elements, "POST", "/execute/sync", object{"script": "return " + expression, "args": []any{}})
	for _, e := range elements {
		list = append(list, e[elementKey])
	}
	return list, err
}

func (t *webkitTab) exposed(elements []string, role, name string) (list []string, err error) {
	for _, e := range elements {
		var itsRole, itsName string
		if err := t.command(&itsRole, "GET", "/element/"+e+"/computedrole", nil); err != nil {
			continue // it is not exposed: WebKit has no words for that
		}
		if itsRole != role {
			continue
		}
		if err := t.command(&itsName, "GET", "/element/"+e+"/computedlabel", nil); err != nil {
			return nil, err
		}
		if strings.EqualFold(itsName, name) {
			list = append(list, e)
		}
	}
	return list, nil
}

func (t *webkitTab) act(devices []map[string]any) error {
	return t.command(nil, "POST", "/actions", object{"actions": devices})
}

// hear notes in the page what goes wrong in it, which WebDriver does not tell. It
// comes with every call, the first of which follows a navigation at once: what has
// been said before that is not heard.
const hear = `if (!window.heard) {
		window.heard = [];
		const note = (...said) => { heard.push(said.map((s) => s?.message ?? String(s)).join(" ")) };
		for (const kind of ["error", "warn", "assert", "log"]) {
			const say = console[kind];
			console[kind] = (...said) => {
				if (kind === "assert" ? !said[0] : kind !== "log" || /panic:|fatal error:/.test(said)) note("console:", ...said);
				say.apply(console, said);
			};
		}
		addEventListener("error", (e) => note(e.message ? "exception:" : "request failed:", e.message ?? e.target.src ?? e.target.href), true);
		addEventListener("unhandledrejection", (e) => note("exception:", e.reason));
	}
	`

func (t *webkitTab) Problems() []string {
	t.listen()
	seen := t.seen
	t.seen = nil
	return seen
}

// listen keeps what the page has noted, before it goes.
func (t *webkitTab) listen() {
	var heard []string
	if value, err := t.call(`() => heard.splice(0)`, "", nil); err == nil { // in a page that has gone there is nothing
		json.Unmarshal(value, &heard)
	}
	t.seen = append(t.seen, heard...)
}

// A console is what the driver and the browser write, told if they do not start.
type console struct {
	mu   sync.Mutex
	text strings.Builder
}

func (c *console) Write(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.Write(b)
}

func (c *console) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.String()
}
