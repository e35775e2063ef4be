package serve

import (
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Logged writes one line for every request, when it has been answered.
func Logged(next http.Handler, log *slog.Logger) http.Handler {
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

// An errorLog writes ten lines at once at most, and one every six seconds after
// them: what is wrong may be so a thousand times a second, and who can make it so
// must not be able to fill the disk. A line says how many were left out before it.
type errorLog struct {
	log     *slog.Logger
	mu      sync.Mutex
	rested  time.Time // when ten lines may be written at once again
	leftOut int
}

const (
	burst = 10
	every = 6 * time.Second
)

// Write takes one message of a log.Logger.
func (e *errorLog) Write(message []byte) (int, error) {
	if leftOut, ok := e.take(time.Now()); ok {
		var more []any
		if leftOut > 0 {
			more = []any{"left_out_before", leftOut}
		}
		e.log.Error(strings.TrimSpace(string(message)), more...)
	}
	return len(message), nil
}

// Take reports whether a line may be written now, and how many were not since
// the last.
func (e *errorLog) take(now time.Time) (leftOut int, ok bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.rested.Before(now) {
		e.rested = now
	}
	if e.rested.Sub(now) > (burst-1)*every {
		e.leftOut++
		return 0, false
	}
	e.rested = e.rested.Add(every)
	leftOut, e.leftOut = e.leftOut, 0
	return leftOut, true
}
