//go:build !unix

package main

import "time"

var began = time.Now()

// now is the time since the program began.
func now() time.Duration { return time.Since(began) }
