// Package lru is functools.lru_cache for Go: it makes a function remember the
// results of its most recent calls.
package lru
