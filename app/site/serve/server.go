package serve

import (
	"context"
	stdlog "log"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// A Server answers over HTTP and bounds what one client can hold on to. It knows
// how many answers are under way, and stops without waiting for connections that
// nobody has asked anything on. Its methods may be called from any goroutine.
type Server struct {
	http     http.Server
	underWay atomic.Int64

	mu       sync.Mutex
	stopping bool
	silent   map[net.Conn]bool // connections that have not asked for anything yet
}

// NewServer returns a server that answers by the handler. What goes wrong in the
// server itself (a connection that cannot be accepted, a handler that panics) is
// logged as an error, ten lines a minute at most.
func NewServer(handler http.Handler, log *slog.Logger) *Server {
	s := &Server{silent: map[net.Conn]bool{}}
	s.http = http.Server{
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			s.underWay.Add(1)
			defer s.underWay.Add(-1)
			handler.ServeHTTP(w, r)
		}),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		// Writing may take long: the program, on a slow line that a class room shares.
		WriteTimeout:                 5 * time.Minute,
		IdleTimeout:                  2 * time.Minute,
		MaxHeaderBytes:               16 << 10, // beyond it: 431
		DisableGeneralOptionsHandler: true,     // OPTIONS * is refused like any other method
		ErrorLog:                     stdlog.New(&errorLog{log: log}, "", 0),
		ConnState:                    s.note,
	}
	return s
}

// Serve answers who comes through the listener until Stop, and closes the
// listener. The error says why it had to end by itself; after Stop it is
// http.ErrServerClosed. A shortage that may pass, such as of file descriptors, is
// no reason to end.
func (s *Server) Serve(listener net.Listener) error { return s.http.Serve(listener) }

// UnderWay is how many requests have come and are not answered yet.
func (s *Server) UnderWay() int { return int(s.underWay.Load()) }

// Stop takes no more connections and no more requests, waits until what is under
// way is answered, and at the end of the context cuts off the rest. It returns how
// many answers that were. A server that was stopped cannot be used again.
func (s *Server) Stop(ctx context.Context) (cut int) {
	s.closeSilent()
	if err := s.http.Shutdown(ctx); err != nil {
		cut = s.UnderWay()
		s.http.Close()
	}
	return cut
}

// CloseSilent closes the connections that have not asked for anything, of which
// browsers open some that they may need. Shutdown would wait five seconds for each
// of them, and not answer even so.
func (s *Server) closeSilent() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopping = true
	for conn := range s.silent {
		conn.Close() // the server notices, and notes it
	}
}

// Note keeps what net/http tells of a connection.
func (s *Server) note(conn net.Conn, state http.ConnState) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case state != http.StateNew:
		delete(s.silent, conn)
	case s.stopping:
		conn.Close()
	default:
		s.silent[conn] = true
	}
}
