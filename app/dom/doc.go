// Package dom brings drawings onto the page.
//
// go-app matches children by their position, so an entry of the cache that moves
// to the front would become another entry drawn in its place, and nothing could
// be seen to move. Here children are matched by key. A [Canvas] compares what it
// is to draw with what it drew before and touches only what differs; an element
// lives exactly as long as its key is drawn.
package dom
