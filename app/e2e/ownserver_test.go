package e2e

import (
	"bufio"
	"io"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"

	"playground/app/e2e/served"
)

// An ownServer is one that a test has for itself, to read its log and to stop.
type ownServer struct {
	url  string
	log  lines
	stop func()
}

func startOwn(t *testing.T) *ownServer {
	t.Helper()
	path, err := served.Path()
	if err != nil {
		t.Fatal(err)
	}
	s := &ownServer{}
	cmd := exec.Command(path, "-v", "-addr", "127.0.0.1:0")
	cmd.Stderr = &s.log
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s.stop = sync.OnceFunc(func() { // as a service manager does, and the program must end well
		cmd.Process.Signal(syscall.SIGTERM)
		if err := cmd.Wait(); err != nil {
			t.Errorf("after SIGTERM the server ended with %v: %s", err, s.log.String())
		}
	})
	t.Cleanup(s.stop)
	line, _ := bufio.NewReader(out).ReadString('\n')
	if s.url = served.Link.FindString(line); s.url == "" {
		t.Fatalf("the server printed %q %s", line, s.log.String())
	}
	go io.Copy(io.Discard, out)
	return s
}

// Lines is text that one goroutine writes and another reads.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
