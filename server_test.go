package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// A site in miniature.
var testSite = fstest.MapFS{
	"index.html":    {Data: []byte("<!doctype html> the page")},
	"index.html.br": {Data: []byte("page in brotli")},
}

// Start runs the server as main does and returns its address. When the test
// ends, it is stopped and must have ended well.
func start(t *testing.T, site fs.FS, stderr io.Writer, args ...string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	out, in := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		err := run(ctx, site, append([]string{"-addr", "127.0.0.1:0"}, args...), "", in, stderr)
		in.Close()
		ended <- err
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error("the server ended with", err)
		}
	})
	line, _ := bufio.NewReader(out).ReadString('\n')
	url := regexp.MustCompile(`http://localhost:\d+`).FindString(line)
	if url == "" {
		t.Fatalf("the server printed %q, which has no link", line)
	}
	return strings.Replace(strings.TrimPrefix(url, "http://"), "localhost", "127.0.0.1", 1)
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
	addr := start(t, testSite, io.Discard)
	const host = " HTTP/1.1\r\nHost: x\r\n"
	for _, c := range []struct {
		request string
		status  int
	}{
		{"GET /" + host + "\r\n", 200},
		{"GET / HTTP/1.0\r\n\r\n", 200},
		{"GET http://x/" + host + "\r\n", 200},
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
		if r := send(t, addr, c.request); r.StatusCode != c.status {
			t.Errorf("%.60q: status %d, want %d", c.request, r.StatusCode, c.status)
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
	addr := start(t, testSite, io.Discard)
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

func TestSlowClientIsCut(t *testing.T) {
	server := newServer(http.NotFoundHandler())
	for name, timeout := range map[string]*time.Duration{
		"ReadHeaderTimeout": &server.ReadHeaderTimeout, "ReadTimeout": &server.ReadTimeout,
		"WriteTimeout": &server.WriteTimeout, "IdleTimeout": &server.IdleTimeout,
	} {
		if *timeout <= 0 {
			t.Errorf("%s is not set", name)
		}
		*timeout = 50 * time.Millisecond
	}
	ts := httptest.NewUnstartedServer(nil)
	ts.Config = server
	ts.Start()
	defer ts.Close()
	for name, request := range map[string]string{
		"nothing":         "",
		"half a header":   "GET / HTTP/1.1\r\nHost:",
		"then nothing":    "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
		"half of a body":  "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc",
		"half of a chunk": "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc",
	} {
		conn, err := net.Dial("tcp", ts.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		conn.SetDeadline(time.Now().Add(10 * time.Second))
		io.WriteString(conn, request)
		if _, err := io.Copy(io.Discard, conn); isTimeout(err) {
			t.Errorf("%s: the server still keeps the connection", name)
		}
		conn.Close()
	}
}

func isTimeout(err error) bool {
	var e net.Error
	return errors.As(err, &e) && e.Timeout()
}

// Stopping lets an answer that is under way come to its end.
func TestStopsCleanly(t *testing.T) {
	big := bytes.Repeat([]byte("0123456789abcdef"), 1<<20) // more than sockets hold
	ctx, stop := context.WithCancel(context.Background())
	out, in := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, fstest.MapFS{"index.html": {Data: big}}, []string{"-addr", "127.0.0.1:0"}, "", in, io.Discard)
	}()
	line, _ := bufio.NewReader(out).ReadString('\n')
	r, err := http.Get(regexp.MustCompile(`http://localhost:\d+`).FindString(line))
	if err != nil {
		t.Fatal(err)
	}
	stop()
	if got := body(t, r); len(got) != len(big) {
		t.Errorf("got %d bytes of %d", len(got), len(big))
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestLog(t *testing.T) {
	var log, quiet bytes.Buffer
	t.Run("", func(t *testing.T) { // whose end stops the server
		body(t, send(t, start(t, testSite, &quiet), "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
		addr := start(t, testSite, &log, "-v")
		body(t, send(t, addr, "GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"))
		body(t, send(t, addr, "GET /a%0Ab HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
	})
	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	if len(lines) != 2 || quiet.Len() > 0 {
		t.Fatalf("logged %q with -v for two requests and %q without", log.String(), quiet.String())
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
		{"no address", []string{"-addr", "nowhere"}, "", testSite, "missing port"},
		{"PORT", nil, "70000", testSite, "70000"},
		{"-addr beats PORT", []string{"-addr", "127.0.0.1:" + port}, "0", testSite, port},
	} {
		var out bytes.Buffer
		err := run(context.Background(), c.site, c.args, c.port, &out, &out)
		if got := fmt.Sprint(out.String(), err); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q does not say %q", c.name, got, c.want)
		}
	}
}

func TestLink(t *testing.T) {
	for addr, want := range map[string]string{
		"127.0.0.1:8080": "http://localhost:8080", "[::1]:8080": "http://localhost:8080",
		"[::]:9000": "http://localhost:9000", "0.0.0.0:80": "http://localhost:80",
		"192.0.2.7:8080": "http://192.0.2.7:8080", "[2001:db8::1]:80": "http://[2001:db8::1]:80",
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
