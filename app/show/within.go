package show

import "time"

// Within returns a function that tells whether d has not passed yet: what takes long
// is done in slices.
func Within(d time.Duration) func() bool {
	end := time.Now().Add(d)
	return func() bool { return time.Now().Before(end) }
}
