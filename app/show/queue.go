package show

import "time"

// A Queue does one thing after the other in the background. The zero Queue has
// nothing to do. It is for one goroutine.
type Queue struct{ last chan struct{} }

// Add has something done when all is done that was added before.
func (q *Queue) Add(do func()) {
	before, done := q.last, make(chan struct{})
	q.last = done
	go func() {
		defer close(done)
		if before != nil {
			<-before
		}
		do()
	}()
}

// Busy reports whether something is not done yet.
func (q *Queue) Busy() bool {
	select {
	case <-q.last:
		return false
	default:
		return q.last != nil
	}
}

// Wait waits until all is done that was added before, but no longer than that, and
// reports whether it is.
func (q *Queue) Wait(most time.Duration) bool {
	if q.last == nil {
		return true
	}
	select {
	case <-q.last:
		return true
	case <-time.After(most):
		return false
	}
}
