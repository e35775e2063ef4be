// Package served starts the built program, for the tests that need a browser.
package served

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"syscall"
	"time"
)

// Path is that of the built program: bin/playground, or what the environment
// variable PLAYGROUND names.
func Path() (string, error) {
	path := os.Getenv("PLAYGROUND")
	if path == "" {
		_, here, _, _ := runtime.Caller(0)
		path = filepath.Join(filepath.Dir(here), "..", "..", "..", "bin", "playground")
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("there is no %s to test: run make build first", path)
	}
	return path, nil
}

// Web is the folder of the site that is built into the program.
func Web() (string, error) {
	path, err := Path()
	return filepath.Join(filepath.Dir(path), "..", "web"), err
}

// Link finds the address in what the program prints.
var Link = regexp.MustCompile(`http://\S+`)

// Start starts the program on a free port and returns the address that it
// prints.
func Start() (url string, stop func(), err error) {
	path, err := Path()
	if err != nil {
		return "", nil, err
	}
	cmd := exec.Command(path, "-addr", "127.0.0.1:0")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	stopping, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		err := cmd.Wait()
		select {
		case <-stopping:
		default: // every test from here on fails, and this is why
			fmt.Fprintf(os.Stderr, "e2e: the server ended by itself: %v\n", err)
		}
	}()
	stop = func() {
		close(stopping)
		cmd.Process.Signal(syscall.SIGTERM)
		kill := time.AfterFunc(10*time.Second, func() { cmd.Process.Kill() })
		defer kill.Stop()
		<-ended
	}
	url = Link.FindString(line)
	if url == "" {
		stop()
		return "", nil, errors.Join(fmt.Errorf("%s printed no address but %q", path, line), ignoreEOF(err))
	}
	return url, stop, nil
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
