package calls

import (
	"errors"
	"fmt"

	"playground/lru"
)

// A Replay is how to replay a record. The zero value has the sizes that the
// decorators give and the limits below.
type Replay struct {
	Sizes     map[int]lru.Option // other sizes, by function
	MaxBodies int                // most bodies run; 0 means 10 million
	MaxDepth  int                // most bodies inside each other; 0 means 10,000
}

// Run makes the recorded calls again, through caches of package lru, and returns
// the CacheInfo of each function at the end. At a smaller size bodies run
// again, and ask again for what they asked for.
//
// The error is a [*LimitError] if a limit ended the replay. A record that
// contradicts itself is replayed as if each key had done what it did first.
//
// It takes some 50 ns a call. Bodies run inside each other, on the stack of the
// goroutine; in a browser that is not deeper than some 12,000.
func (r Replay) Run(rec *Record) ([]lru.CacheInfo, error) {
	run := &replay{rec: rec, caches: make([]*lru.MemoErr[int32, struct{}], len(rec.Functions))}
	run.bodies, run.depth = r.MaxBodies, r.MaxDepth
	if run.bodies == 0 {
		run.bodies = 10_000_000
	}
	if run.depth == 0 {
		run.depth = 10_000
	}
	run.limit = LimitError{MaxBodies: run.bodies, MaxDepth: run.depth}
	run.sizes = make([]lru.Option, len(rec.Functions))
	for i, f := range rec.Functions {
		run.sizes[i] = f.Size()
		if size, ok := r.Sizes[i]; ok {
			run.sizes[i] = size
		}
		if f.Within >= 0 {
			if run.within == nil {
				run.within = map[int32][]int{}
			}
			run.within[f.Within] = append(run.within[f.Within], i)
		}
		run.decorate(i)
	}
	for _, s := range rec.Statements {
		for range s.Times {
			if run.step(s.Step); run.over {
				return run.infos(), &run.limit
			}
		}
	}
	return run.infos(), nil
}

// A LimitError says that a replay was ended by one of its limits.
type LimitError struct {
	MaxBodies, MaxDepth int  // the limits
	Deep                bool // it was MaxDepth
}

func (e *LimitError) Error() string {
	if e.Deep {
		return fmt.Sprintf("more than %d bodies inside each other", e.MaxDepth)
	}
	return fmt.Sprintf("more than %d bodies to run", e.MaxBodies)
}

type replay struct {
	rec    *Record
	caches []*lru.MemoErr[int32, struct{}]
	sizes  []lru.Option
	within map[int32][]int // the functions that a key's body decorates

	bodies, depth int // still allowed
	over          bool
	limit         LimitError
}

func (r *replay) decorate(function int) {
	r.caches[function] = lru.NewErr(r.body, r.sizes[function])
}

func (r *replay) step(s Step) {
	if f, ok := s.Clears(); ok {
		r.caches[f].CacheClear()
		return
	}
	r.caches[r.rec.Keys[s].Function].Call(int32(s)) // the body that asks has its own outcome
}

// errFailed stands for any exception: what raises is not stored.
var errFailed = errors.New("raised")

func (r *replay) body(key int32) (struct{}, error) {
	if r.bodies == 0 || r.depth == 0 {
		r.over = true
		r.limit.Deep = r.depth == 0
		return struct{}{}, errFailed
	}
	r.bodies--
	r.depth--
	for _, f := range r.within[key] {
		r.decorate(f)
	}
	k := &r.rec.Keys[key]
	for _, s := range k.Asks {
		if r.step(s); r.over {
			break
		}
	}
	r.depth++
	if k.Outcome != Returned || r.over {
		return struct{}{}, errFailed
	}
	return struct{}{}, nil
}

func (r *replay) infos() []lru.CacheInfo {
	infos := make([]lru.CacheInfo, len(r.caches))
	for i, c := range r.caches {
		infos[i] = c.CacheInfo()
	}
	return infos
}
