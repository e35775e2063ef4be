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
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"playground/app/site/serve"
)

//go:embed web
var embedded embed.FS

// Version is set by the build.
var version = "development"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	site, err := fs.Sub(embedded, "web")
	if err == nil {
		err = run(ctx, site, os.Args[1:], os.Getenv("PORT"), os.Stdout, os.Stderr)
	}
	switch {
	case errors.Is(err, errUsage):
		os.Exit(2) // the flag package has said what is wrong
	case err != nil:
		fmt.Fprintln(os.Stderr, "playground:", err)
		os.Exit(1)
	}
}

var errUsage = errors.New("usage")

// Run serves the site until ctx ends, then lets requests that are under way
// finish for a few seconds.
func run(ctx context.Context, site fs.FS, args []string, port string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("playground", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", defaultAddr(port), "listen on this `host:port`; without a host, on all of the machine's")
	verbose := flags.Bool("v", false, "log one line for every request")
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

	handler, err := serve.Handler(site)
	if err != nil {
		return err
	}
	if *verbose {
		handler = logged(handler, slog.New(slog.NewTextHandler(stderr, nil)))
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return fmt.Errorf("%w (another address: playground -addr localhost:9000)", err)
	}
	fmt.Fprintf(stdout, "The playground is at %s (stop it with Ctrl-C)\n", link(listener.Addr()))

	server := newServer(handler)
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		stopped <- server.Shutdown(grace)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// DefaultAddr is this machine alone, unless the PORT that hosting services set
// says that somebody in front of it expects the server there.
func defaultAddr(port string) string {
	if port != "" {
		return ":" + port
	}
	return "127.0.0.1:8080"
}

// Link is what to type into a browser on this machine.
func link(addr net.Addr) string {
	host, port, _ := net.SplitHostPort(addr.String())
	if ip := net.ParseIP(host); ip == nil || ip.IsLoopback() || ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// NewServer bounds what one client can hold on to. Writing may take long: the
// program on a slow line that a class room shares.
func newServer(handler http.Handler) *http.Server {
	return &http.Server{
		Handler:                      handler,
		ReadHeaderTimeout:            5 * time.Second,
		ReadTimeout:                  10 * time.Second,
		WriteTimeout:                 5 * time.Minute,
		IdleTimeout:                  2 * time.Minute,
		MaxHeaderBytes:               16 << 10, // beyond it: 431
		DisableGeneralOptionsHandler: true,     // OPTIONS * is refused like any other method
		ErrorLog:                     slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
	}
}

// Logged writes one line for every request, when it has been answered.
func logged(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		answer := &answer{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(answer, r)
		log.Info("request",
			"method", r.Method, "path", r.URL.Path, "status", answer.status, "bytes", answer.bytes,
			"encoding", w.Header().Get("Content-Encoding"), "took", time.Since(start).Round(time.Microsecond),
			"from", r.RemoteAddr)
	})
}

// An answer remembers what was sent through it.
type answer struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (a *answer) WriteHeader(status int) {
	a.status = status
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(b []byte) (int, error) {
	n, err := a.ResponseWriter.Write(b)
	a.bytes += int64(n)
	return n, err
}
