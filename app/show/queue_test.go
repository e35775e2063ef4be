package show_test

import (
	"slices"
	"testing"
	"time"

	"playground/app/show"
)

func TestQueue(t *testing.T) {
	var q show.Queue
	if q.Busy() || !q.Wait(0) {
		t.Error("an empty queue is busy")
	}
	begin := make(chan struct{})
	var order []int
	q.Add(func() { <-begin; order = append(order, 1) })
	q.Add(func() { order = append(order, 2) })
	if !q.Busy() || q.Wait(time.Millisecond) {
		t.Error("it is not busy while the first is not done")
	}
	close(begin)
	if !q.Wait(time.Minute) || q.Busy() || !slices.Equal(order, []int{1, 2}) {
		t.Errorf("they were done in the order %v", order)
	}
	q.Add(func() { order = append(order, 3) })
	if !q.Wait(time.Minute) || len(order) != 3 {
		t.Error("what was added later is not done")
	}
}
