//go:build !linux

package lru

import "time"

// thread is the time of day, where processor time is not to be had.
func thread() time.Duration { return time.Duration(time.Now().UnixNano()) }
