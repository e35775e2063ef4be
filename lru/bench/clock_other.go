//go:build !unix

package main

import "time"

// now is the time since the program began.
func now() time.Duration { return wall() }
