// Playground serves the lru_cache playground: the site in web/, which the build
// writes and embeds, and nothing else. How files are sent is in app/site/serve.
package main

import (
	"context"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"

	"playground/app/site/serve"
)

//go:embed web
var embedded embed.FS

// Version is set by the build.
var version = "development"

func main() {
	site, err := fs.Sub(embedded, "web")
	if err != nil {
		panic(err) // web is a path that fs.Sub takes
	}
	os.Exit(process(site, os.Args[1:]))
}

// Process runs until it is asked to stop, and returns the exit code: 0 if it was
// asked, 2 if the command line is at fault, 1 for all else.
func process(site fs.FS, args []string) int {
	signals := make(chan os.Signal, 2) // to stop, and to stop at once
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	err := run(signals, site, args, os.Getenv("PORT"), os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, errUsage):
		return 2 // what is wrong has been said
	case err != nil:
		fmt.Fprintln(os.Stderr, "playground:", err)
		return 1
	}
	return 0
}

var errUsage = errors.New("usage")

// Run serves the site until a signal comes.
func run(signals <-chan os.Signal, site fs.FS, args []string, port string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("playground", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", defaultAddr(port), "listen on this `host:port`; without a host, on all of the machine's")
	grace := flags.Duration("grace", 25*time.Second, "when asked to stop, wait this `long` for answers that are under way")
	verbose := flags.Bool("v", false, "log one line for every request, and not only what goes wrong")
	showVersion := flags.Bool("version", false, "print the version and exit")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return nil
	} else if err != nil {
		return errUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "playground takes no arguments, only flags; got %q\n", flags.Args())
		flags.Usage()
		return errUsage
	}
	if *showVersion {
		fmt.Fprintf(stdout, "playground %s %s %s/%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return nil
	}
	if err := checkAddr(*addr); err != nil {
		from := "-addr"
		if *addr == defaultAddr(port) && port != "" {
			from = "PORT"
		}
		fmt.Fprintf(stderr, "playground: %s: %v\n", from, err)
		return errUsage
	}

	handler, err := serve.Handler(site)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(stderr, nil))
	if *verbose {
		handler = serve.Logged(handler, log)
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return fmt.Errorf("%w (another address: playground -addr localhost:9000)", err)
	}
	fmt.Fprintf(stdout, "The playground is at %s (stop it with Ctrl-C)\n", link(listener.Addr()))
	return answer(signals, listener, serve.NewServer(handler, log), *grace, stderr)
}

// Answer answers who comes through the listener. At the first signal it lets what
// is under way come to its end, for as long as grace; at the second it does not.
func answer(signals <-chan os.Signal, listener net.Listener, server *serve.Server, grace time.Duration, stderr io.Writer) error {
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-signals:
	}
	ctx, cutOff := context.WithTimeout(context.Background(), grace)
	defer cutOff()
	if n := server.UnderWay(); n > 0 {
		fmt.Fprintf(stderr, "Stopping: waiting up to %v for %s under way. Ctrl-C (or SIGTERM) again stops at once.\n", grace, answers(n))
	}
	stopped := make(chan int, 1)
	go func() { stopped <- server.Stop(ctx) }()
	var cut int
	select {
	case cut = <-stopped:
	case <-signals:
		cutOff()
		cut = <-stopped
	}
	<-ended // as it does when it is stopped
	if cut > 0 {
		fmt.Fprintf(stderr, "Stopped; cut off %s under way.\n", answers(cut))
	}
	return nil
}

func answers(n int) string {
	if n == 1 {
		return "1 answer"
	}
	return fmt.Sprintf("%d answers", n)
}

// DefaultAddr is this machine alone, unless the PORT that hosting services set
// says that somebody in front of it expects the server there.
func defaultAddr(port string) string {
	if port != "" {
		return ":" + port
	}
	return "127.0.0.1:8080"
}

// CheckAddr refuses what net.Listen would take for some port of its own choice,
// and says what would be accepted. Port 0 asks for such a port.
func checkAddr(addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if err == nil {
		if port == "" {
			err = errors.New("the port is missing")
		} else {
			_, err = net.LookupPort("tcp", port)
		}
	}
	if err != nil {
		return fmt.Errorf("%q is no address to listen on (%w); expected is host:port, such as localhost:9000, [::1]:9000 or, for everybody, :9000", addr, err)
	}
	return nil
}

// Link is what to type into a browser on this machine. The name localhost leads to
// 127.0.0.1, which is also reached if the server listens on all addresses; other
// addresses that loop back have no name.
func link(addr net.Addr) string {
	host, port, _ := net.SplitHostPort(addr.String())
	if ip, err := netip.ParseAddr(host); err == nil && (ip.IsUnspecified() || ip == netip.AddrFrom4([4]byte{127, 0, 0, 1})) {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(strings.ReplaceAll(host, "%", "%25"), port) // fe80::1%eth0
}
