package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"
	"time"
)

// A site in miniature.
var testSite = fstest.MapFS{
	"index.html":    {Data: []byte("<!doctype html> the page")},
	"index.html.br": {Data: []byte("page in brotli")},
}

// A running server, as main runs it.
type running struct {
	addr    string // 127.0.0.1:port
	signals chan os.Signal
	ended   chan error
	stderr  *text
}

func launch(t *testing.T, site fs.FS, args ...string) *running {
	t.Helper()
	s := &running{signals: make(chan os.Signal, 2), ended: make(chan error, 1), stderr: &text{}}
	out, in := io.Pipe()
	go func() {
		err := run(s.signals, site, append([]string{"-addr", "127.0.0.1:0"}, args...), "", in, s.stderr)
		in.Close()
		s.ended <- err
	}()
	line, _ := bufio.NewReader(out).ReadString('\n')
	port := regexp.MustCompile(`http://localhost:(\d+)`).FindStringSubmatch(line)
	if port == nil {
		t.Fatalf("the server printed %q, which has no link", line)
	}
	s.addr = "127.0.0.1:" + port[1]
	return s
}

// Start runs a server until the test ends; then it must end well.
func start(t *testing.T, site fs.FS, args ...string) *running {
	t.Helper()
	s := launch(t, site, args...)
	t.Cleanup(func() {
		s.signals <- os.Interrupt
		if err := <-s.ended; err != nil {
			t.Error("the server ended with", err)
		}
	})
	return s
}

// Text is what one goroutine writes and another reads.
type text struct {
	mu      sync.Mutex
	written strings.Builder
}

func (w *text) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.written.Write(b)
}

func (w *text) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.written.String()
}

// WaitFor waits until something was written.
func (w *text) waitFor(t *testing.T, want string) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !strings.Contains(w.String(), want); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%q never comes; so far %q", want, w.String())
		}
	}
}

// Send writes bytes to the server as they are and reads one answer.
func send(t *testing.T, addr, request string) *http.Response {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	go io.WriteString(conn, request) // the server may answer before it has read all
	r, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("%.60q: %v", request, err)
	}
	return r
}

func TestRawRequests(t *testing.T) {
	addr := start(t, testSite).addr
	const host = " HTTP/1.1\r\nHost: x\r\n"
	for _, c := range []struct {
		request string
		status  int
	}{
		{"GET /" + host + "\r\n", 200},
		{"GET / HTTP/1.0\r\n\r\n", 200},
		{"GET http://x/" + host + "\r\n", 200},
		{"GET http://x" + host + "\r\n", 200}, // as a proxy is asked for a bare address
		{"GET http://x?a=b" + host + "\r\n", 200},
		{"GET http://x/missing" + host + "\r\n", 404},
		{"OPTIONS http://x" + host + "\r\n", 405},
		{"CONNECT x:80" + host + "\r\n", 405},
		{"GET /" + host + "If-Match: \"x\"\r\n\r\n", 412},
		{"GET /" + host + "Range: bytes=99-\r\n\r\n", 416},
		{"GET /" + host + "Expect: the impossible\r\n\r\n", 417},
		{"GET /" + host + "Transfer-Encoding: gzip\r\n\r\n", 501},
		{"GET /../server.go" + host + "\r\n", 404},
		{"GET /assets/../../server.go" + host + "\r\n", 404},
		{"GET /%2e%2e/%2e%2e/etc/passwd" + host + "\r\n", 404},
		{"GET /..%2f..%2fetc/passwd" + host + "\r\n", 404},
		{"GET /assets/" + host + "\r\n", 404},
		{"GET /assets" + host + "\r\n", 404},
		{"OPTIONS *" + host + "\r\n", 405},
		{"POST /" + host + "Content-Length: 3\r\n\r\nabc", 405},
		{"TRACE /" + host + "\r\n", 405},
		{"GET /" + host + "X: " + strings.Repeat("a", 64<<10) + "\r\n\r\n", 431},
		{"GET /" + strings.Repeat("a", 64<<10) + host + "\r\n", 431},
		{"GET / HTTP/1.1\r\n\r\n", 400}, // no Host
		{"GET index.html" + host + "\r\n", 400},
		{"GET /" + host + "A B: c\r\n\r\n", 400},
		{"GET / HTTP/3.0\r\nHost: x\r\n\r\n", 505},
		{"\x16\x03\x01 hello, this is TLS\r\n\r\n", 400},
	} {
		r := send(t, addr, c.request)
		if r.StatusCode != c.status {
			t.Errorf("%.60q: status %d, want %d", c.request, r.StatusCode, c.status)
		}
		// What net/http refuses by itself ends with the connection instead.
		if got := body(t, r); r.ContentLength != int64(len(got)) && !r.Close {
			t.Errorf("%.60q: the answer has %d bytes, and says %d", c.request, len(got), r.ContentLength)
		}
	}
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestHeadHasNoBody(t *testing.T) {
	addr := start(t, testSite).addr
	// Were there a body, the second answer would not begin where it should.
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	head, _ := http.NewRequest("HEAD", "http://"+addr+"/", nil)
	fmt.Fprintf(conn, "HEAD / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
	in := bufio.NewReader(conn)
	r, err := http.ReadResponse(in, head)
	if err != nil || r.ContentLength != int64(len("page in brotli")) {
		t.Fatalf("HEAD: length %d, error %v", r.ContentLength, err)
	}
	if r, err = http.ReadResponse(in, nil); err != nil || body(t, r) != "ok\n" {
		t.Fatalf("after HEAD: %v", err)
	}
}

// Download asks for a page that is more than sockets hold and reads only the header
// of the answer, which is therefore under way.
func download(t *testing.T, s *running) *http.Response {
	t.Helper()
	return send(t, s.addr, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
}

var big = bytes.Repeat([]byte("0123456789abcdef"), 1<<20)

// Asked to stop, it says what it waits for, and lets it come to its end.
func TestStopsCleanly(t *testing.T) {
	s := launch(t, fstest.MapFS{"index.html": {Data: big}})
	r := download(t, s)
	s.signals <- os.Interrupt
	s.stderr.waitFor(t, "Stopping: waiting up to 25s for 1 answer under way. Ctrl-C (or SIGTERM) again stops at once.\n")
	if got := body(t, r); len(got) != len(big) {
		t.Errorf("got %d bytes of %d", len(got), len(big))
	}
	if err := <-s.ended; err != nil || strings.Contains(s.stderr.String(), "cut off") {
		t.Errorf("%v; it says %q", err, s.stderr.String())
	}
}

// A second signal stops at once; a client that never reads, after the grace. Both
// is what was asked for, and no failure.
func TestStopsForGood(t *testing.T) {
	for _, c := range []struct{ name, grace string }{{"second signal", "10h"}, {"grace", "20ms"}} {
		t.Run(c.name, func(t *testing.T) {
			s := launch(t, fstest.MapFS{"index.html": {Data: big}}, "-grace", c.grace)
			one, other := download(t, s), download(t, s)
			s.signals <- os.Interrupt
			s.stderr.waitFor(t, "for 2 answers under way.")
			if c.name == "second signal" {
				s.signals <- os.Interrupt
			}
			if err := <-s.ended; err != nil {
				t.Error(err)
			}
			s.stderr.waitFor(t, "Stopped; cut off 2 answers under way.\n")
			for _, r := range []*http.Response{one, other} {
				if _, err := io.Copy(io.Discard, r.Body); err == nil {
					t.Error("the answer came to its end all the same")
				}
			}
		})
	}
}

// TestMain runs this very program as the server, if a test asks for it.
func TestMain(m *testing.M) {
	if args, asked := os.LookupEnv("PLAYGROUND_ARGS"); asked {
		os.Exit(process(fstest.MapFS{"index.html": {Data: big}}, strings.Fields(args)))
	}
	os.Exit(m.Run())
}

// The process itself: real signals, and the exit code that a service manager sees.
func TestProcess(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, c := range []struct {
		args    string
		signals []os.Signal
		exit    int
	}{
		{"-addr 127.0.0.1:0", []os.Signal{syscall.SIGTERM}, 0},
		{"-addr 127.0.0.1:0", []os.Signal{os.Interrupt}, 0},
		{"-addr 127.0.0.1:0 -grace 10h", []os.Signal{syscall.SIGTERM, syscall.SIGTERM}, 0},
		{"-addr 127.0.0.1:0 -grace 10h", []os.Signal{os.Interrupt, syscall.SIGTERM}, 0},
		{"-version", nil, 0},
		{"-h", nil, 0},
		{"-x", nil, 2},
		{"-addr 8080", nil, 2},
		{"-addr " + taken.Addr().String(), nil, 1},
	} {
		t.Run(fmt.Sprint(c.args, c.signals), func(t *testing.T) {
			if len(c.signals) > 0 && runtime.GOOS == "windows" {
				t.Skip("Windows sends no signals to another process")
			}
			cmd := exec.CommandContext(t.Context(), os.Args[0])
			cmd.Env = append(os.Environ(), "PLAYGROUND_ARGS="+c.args, "PORT=")
			stderr := &text{}
			cmd.Stderr = stderr
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			in := bufio.NewReader(out)
			if len(c.signals) > 0 {
				line, _ := in.ReadString('\n')
				port := regexp.MustCompile(`http://localhost:(\d+)`).FindStringSubmatch(line)
				if port == nil {
					t.Fatalf("it printed %q, %q", line, stderr.String())
				}
				if len(c.signals) > 1 { // something must be under way
					download(t, &running{addr: "127.0.0.1:" + port[1]})
				}
			}
			for i, s := range c.signals {
				if i > 0 {
					stderr.waitFor(t, "Stopping: waiting up to 10h0m0s for 1 answer under way.")
				}
				if err := cmd.Process.Signal(s); err != nil {
					t.Fatal(err)
				}
			}
			io.Copy(io.Discard, in)
			cmd.Wait()
			if got := cmd.ProcessState.ExitCode(); got != c.exit {
				t.Errorf("exit code %d, want %d; it says %q", got, c.exit, stderr.String())
			}
		})
	}
}

func TestLog(t *testing.T) {
	var quiet, loud *running
	t.Run("", func(t *testing.T) { // whose end stops the servers
		quiet = start(t, testSite)
		body(t, send(t, quiet.addr, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
		loud = start(t, testSite, "-v")
		body(t, send(t, loud.addr, "GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"))
		body(t, send(t, loud.addr, "GET /a%0Ab HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
	})
	lines := strings.Split(strings.TrimSpace(loud.stderr.String()), "\n")
	if len(lines) != 2 || quiet.stderr.String() != "" {
		t.Fatalf("logged %q with -v for two requests and %q without", loud.stderr.String(), quiet.stderr.String())
	}
	for i, want := range []string{
		`method=GET path=/ status=200 bytes=14 encoding=br took=\S+ from=127.0.0.1:\d+$`,
		`method=GET path="/a\\nb" status=404 bytes=\d+ encoding="" took=\S+ from=127.0.0.1:\d+$`,
	} {
		if !regexp.MustCompile(want).MatchString(lines[i]) {
			t.Errorf("log line %q does not match %s", lines[i], want)
		}
	}
}

func TestCommandLine(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, port, _ := net.SplitHostPort(taken.Addr().String())
	for _, c := range []struct {
		name string
		args []string
		port string
		site fs.FS
		want string // in the output or the error
	}{
		{"version", []string{"-version"}, "", testSite, "playground development go"},
		{"help", []string{"-h"}, "", testSite, "-addr host:port"},
		{"unknown flag", []string{"-x"}, "", testSite, "flag provided but not defined: -x"},
		{"argument", []string{"web"}, "", testSite, `playground takes no arguments, only flags; got ["web"]`},
		{"no site", nil, "", fstest.MapFS{}, "make build"},
		{"taken", []string{"-addr", taken.Addr().String()}, "", testSite, "another address: playground -addr"},
		{"nothing", []string{"-addr", ""}, "", testSite, `-addr: "" is no address`},
		{"no port", []string{"-addr", "nowhere"}, "", testSite, "missing port in address"},
		{"what is expected", []string{"-addr", "nowhere"}, "", testSite, "expected is host:port, such as localhost:9000, [::1]:9000 or, for everybody, :9000"},
		{"a port alone", []string{"-addr", "8080"}, "", testSite, `-addr: "8080" is no address`},
		{"an empty port", []string{"-addr", "localhost:"}, "", testSite, "the port is missing"},
		{"neither", []string{"-addr", ":"}, "", testSite, "the port is missing"},
		{"no brackets", []string{"-addr", "::1:8080"}, "", testSite, "too many colons"},
		{"too large a port", []string{"-addr", "localhost:65536"}, "", testSite, "expected is host:port"},
		{"a negative port", []string{"-addr", "localhost:-1"}, "", testSite, "expected is host:port"},
		{"PORT", nil, "70000", testSite, `PORT: ":70000" is no address`},
		{"PORT with a word", nil, "abc", testSite, `PORT: ":abc" is no address`},
		{"-addr beats PORT", []string{"-addr", "127.0.0.1:" + port}, "0", testSite, port},
	} {
		var out bytes.Buffer
		err := run(nil, c.site, c.args, c.port, &out, &out)
		if got := fmt.Sprint(out.String(), err); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q does not say %q", c.name, got, c.want)
		}
	}
}

func TestLink(t *testing.T) {
	for addr, want := range map[string]string{
		"127.0.0.1:8080": "http://localhost:8080",
		"[::]:9000":      "http://localhost:9000", "0.0.0.0:80": "http://localhost:80",
		"127.0.0.2:8080": "http://127.0.0.2:8080", "127.1.2.3:80": "http://127.1.2.3:80", "[::1]:8080": "http://[::1]:8080",
		"192.0.2.7:8080": "http://192.0.2.7:8080", "[2001:db8::1]:80": "http://[2001:db8::1]:80",
		"[fe80::1%eth0]:80": "http://[fe80::1%25eth0]:80",
	} {
		a, err := net.ResolveTCPAddr("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		if got := link(a); got != want {
			t.Errorf("link for %s is %s, want %s", addr, got, want)
		}
	}
	if got := defaultAddr(""); got != "127.0.0.1:8080" {
		t.Errorf("by default the address is %s", got)
	}
	if got := defaultAddr("1234"); got != ":1234" {
		t.Errorf("with PORT=1234 the address is %s", got)
	}
}

// The link that is printed leads to the server, whichever address it has.
func TestLinkIsAlive(t *testing.T) {
	for _, host := range []string{"127.0.0.1", "127.0.0.2", "localhost", "", "0.0.0.0", "[::]", "[::1]"} {
		listener, err := net.Listen("tcp", host+":0")
		if err != nil {
			t.Logf("%s: not on this machine: %v", host, err) // such as 127.0.0.2 on macOS, or ::1 without IPv6
			continue
		}
		if conn, err := net.Dial("tcp", strings.TrimPrefix(link(listener.Addr()), "http://")); err != nil {
			t.Errorf("for %s the link is %s: %v", host, link(listener.Addr()), err)
		} else {
			conn.Close()
		}
		listener.Close()
	}
}
