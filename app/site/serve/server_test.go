package serve

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

// Pipes is a network without wires, whose time is that of the test.
type pipes struct {
	failures int // so many times nothing can be accepted
	conns    chan net.Conn
	closed   chan struct{}
	once     sync.Once
}

func newPipes() *pipes { return &pipes{conns: make(chan net.Conn), closed: make(chan struct{})} }

func (p *pipes) Accept() (net.Conn, error) {
	if p.failures > 0 {
		p.failures--
		return nil, &net.OpError{Op: "accept", Net: "tcp", Err: os.NewSyscallError("accept4", syscall.EMFILE)}
	}
	select {
	case conn := <-p.conns:
		return conn, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error   { p.once.Do(func() { close(p.closed) }); return nil }
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

// Connect opens a connection and writes to it.
func (p *pipes) connect(t *testing.T, request string) net.Conn {
	t.Helper()
	ours, theirs := net.Pipe()
	p.conns <- theirs
	if _, err := io.WriteString(ours, request); err != nil {
		t.Fatal(err)
	}
	return ours
}

// Answer reads an answer.
func answered(t *testing.T, conn net.Conn) *http.Response {
	t.Helper()
	r, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var hello = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "hello") })

const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"

// Who says nothing, or only half of it, is cut off in the end.
func TestSlowClientIsCut(t *testing.T) {
	for name, request := range map[string]string{
		"nothing":         "",
		"half a header":   "GET / HTTP/1.1\r\nHost:",
		"then nothing":    get,
		"half of a body":  "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc",
		"half of a chunk": "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc",
		"reads nothing":   "",
	} {
		synctest.Test(t, func(t *testing.T) {
			network := newPipes()
			handler := http.Handler(hello)
			if name == "reads nothing" {
				request, handler = get, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					w.Write(make([]byte, 1<<20))
				})
			}
			s := NewServer(handler, slog.New(slog.DiscardHandler))
			go s.Serve(network)
			conn := network.connect(t, request)
			if name != "reads nothing" {
				conn.SetDeadline(time.Now().Add(time.Hour))
				if _, err := io.Copy(io.Discard, conn); errors.Is(err, os.ErrDeadlineExceeded) {
					t.Errorf("%s: the server still keeps the connection after an hour", name)
				}
			} else {
				time.Sleep(time.Hour) // of the test's own time
				synctest.Wait()
				if n := s.UnderWay(); n != 0 {
					t.Errorf("%s: after an hour %d answers are under way", name, n)
				}
			}
			conn.Close()
			s.Stop(t.Context())
		})
	}
}

// Connections on which nothing is under way do not delay the end, new ones neither.
func TestStopWaitsForAnswersAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		network := newPipes()
		s := NewServer(hello, slog.New(slog.DiscardHandler))
		go s.Serve(network)
		defer network.connect(t, "").Close()
		defer network.connect(t, "GET / HTT").Close()
		idle := network.connect(t, get)
		defer idle.Close()
		body(t, answered(t, idle))
		synctest.Wait()
		if n := s.UnderWay(); n != 0 {
			t.Errorf("%d answers are under way", n)
		}
		began := time.Now()                                                                      // of the test's own time
		if cut, took := s.Stop(t.Context()), time.Since(began); cut != 0 || took > time.Second { // net/http alone takes 5 s
			t.Errorf("it took %v to stop, and %d answers were cut", took, cut)
		}
	})
}

// A connection that is accepted while the server stops is closed at once.
func TestStopsWhoComesLate(t *testing.T) {
	s := NewServer(hello, slog.New(slog.DiscardHandler))
	s.Stop(t.Context())
	ours, theirs := net.Pipe()
	s.note(theirs, http.StateNew)
	if _, err := ours.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("the connection is still open: %v", err)
	}
}

// What is under way at the end of the context is cut off, and counted.
func TestStopCuts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		network := newPipes()
		block := make(chan struct{})
		s := NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { <-block }), slog.New(slog.DiscardHandler))
		go s.Serve(network)
		defer network.connect(t, get).Close()
		defer network.connect(t, get).Close()
		synctest.Wait()
		if n := s.UnderWay(); n != 2 {
			t.Errorf("%d answers are under way, not 2", n)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		began := time.Now()
		if cut, took := s.Stop(ctx), time.Since(began); cut != 2 || took != time.Minute {
			t.Errorf("%d answers were cut after %v", cut, took)
		}
		close(block)
	})
}

// Without file descriptors nothing can be accepted for a while. That is logged,
// but not each time, and the server goes on when there are some again.
func TestErrorsAreLogged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const failures = 1000
		network := newPipes()
		network.failures = failures
		var log bytes.Buffer
		s := NewServer(hello, slog.New(slog.NewTextHandler(&log, nil)))
		began := time.Now()
		go s.Serve(network)
		conn := network.connect(t, get) // is accepted after all of them
		if r := answered(t, conn); r.StatusCode != http.StatusOK {
			t.Errorf("status %d", r.StatusCode)
		}
		took := time.Since(began)
		conn.Close()
		s.Stop(t.Context())

		lines := strings.Split(strings.TrimSpace(log.String()), "\n")
		if most := burst + int(took/every) + 1; len(lines) < burst || len(lines) > most {
			t.Errorf("%d lines in %v; at most %d are allowed, and %d at once", len(lines), took, most, burst)
		}
		told := 0
		for i, line := range lines {
			if !strings.Contains(line, "level=ERROR") || !strings.Contains(line, "too many open files") {
				t.Errorf("it says %s", line)
			}
			told++
			if m := regexp.MustCompile(`left_out_before=(\d+)$`).FindStringSubmatch(line); m != nil {
				n, _ := strconv.Atoi(m[1])
				told += n
			} else if i >= burst {
				t.Errorf("line %d does not say how many were left out: %s", i, line)
			}
		}
		if told < failures-10 || told > failures {
			t.Errorf("it tells of %d failures, of %d", told, failures)
		}
	})
}

// A mistake in a handler is logged too, with the place where it was made.
func TestPanicIsLogged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		network := newPipes()
		var log bytes.Buffer
		s := NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a mistake") }), slog.New(slog.NewTextHandler(&log, nil)))
		go s.Serve(network)
		conn := network.connect(t, get)
		io.Copy(io.Discard, conn)
		s.Stop(t.Context())
		if got := log.String(); !strings.Contains(got, "a mistake") || !strings.Contains(got, "server_test.go") || strings.Count(got, "\n") != 1 {
			t.Errorf("it says %q", got)
		}
	})
}
