//go:build !linux

package main

import "time"

// thread is the time since the program began.
func thread() time.Duration { return wall() }
