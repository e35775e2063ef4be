package lru

import (
	"bufio"
	"encoding/json"
	"fmt"
	"iter"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"testing"
)

// TestCPythonTraces replays programs recorded from CPython's own
// functools.lru_cache, one subtest each, and compares after every operation
// whatever CPython let us see: result or error, the counters, the keys computed
// in order, the keys kept in order of recency, the keys evicted in order, and
// what the function itself saw of its cache.
//
// The environment variable LRU_TRACES may name further files of the same
// format, separated as in PATH.
func TestCPythonTraces(t *testing.T) {
	files := []string{filepath.Join("testdata", "cpython-traces.jsonl")}
	files = append(files, filepath.SplitList(os.Getenv("LRU_TRACES"))...)
	for _, file := range files {
		programs, err := readTraces(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(programs) == 0 {
			t.Fatalf("%s holds no program", file)
		}
		for _, p := range programs {
			t.Run(p.ID, func(t *testing.T) {
				if diff := p.replay(); diff != "" {
					t.Errorf("%s: %s", file, diff)
				}
			})
		}
	}
}

type program struct {
	ID      string `json:"id"`
	MaxSize *int   `json:"maxsize"` // nil is Python's None
	Fn      struct {
		Name    string                `json:"name"`
		Scripts map[string][][]action `json:"scripts"`
		Rest    map[string][]action   `json:"rest"`
	} `json:"fn"`
	Ops []operation `json:"ops"`
}

// An action is what a scripted function does on its way.
type action struct {
	Do  string `json:"do"`
	Arg int64  `json:"arg"`
}

type operation struct {
	Op  string `json:"op"`
	Arg int64  `json:"arg"`
	observation
}

// An observation is what can be seen of one operation.
type observation struct {
	Result   *string `json:"result"`
	Error    *string `json:"error"`
	Info     info    `json:"info"`
	Computed []int64 `json:"computed"`
	Order    []int64 `json:"order"`
	Evicted  []int64 `json:"evicted"`
	Events   []event `json:"events"`
}

type event struct {
	At     int64   `json:"at"`
	Do     string  `json:"do"`
	Arg    *int64  `json:"arg"`
	Result *string `json:"result"`
	Error  *string `json:"error"`
	Info   *info   `json:"info"`
}

type info struct {
	Hits     int  `json:"hits"`
	Misses   int  `json:"misses"`
	MaxSize  *int `json:"maxsize"`
	CurrSize int  `json:"currsize"`
}

func readTraces(file string) ([]program, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var programs []program
	d := json.NewDecoder(bufio.NewReader(f))
	for d.More() {
		var p program
		if err := d.Decode(&p); err != nil {
			return nil, fmt.Errorf("%s: program %d: %w", file, len(programs)+1, err)
		}
		programs = append(programs, p)
	}
	return programs, nil
}

// sizeOption is the option for a maxsize of Python's.
func sizeOption(maxsize *int) Option {
	if maxsize == nil {
		return Unbounded()
	}
	return MaxSize(*maxsize)
}

// replay runs the program and returns the first difference, or "".
func (p *program) replay() string {
	s := newSubject(p)
	for i, want := range p.Ops {
		got := s.do(want.Op, want.Arg)
		if want.Evicted == nil { // not recorded
			got.Evicted = nil
		}
		if !reflect.DeepEqual(got, want.observation) {
			return fmt.Sprintf("op %d, %s(%d):\n got %s\nwant %s", i, want.Op, want.Arg, marshal(got), marshal(want.observation))
		}
		if err := s.check(); err != nil {
			return fmt.Sprintf("op %d, %s(%d): %v", i, want.Op, want.Arg, err)
		}
	}
	return ""
}

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// A subject is the function of one program under the cache of this package,
// with everything observed on the way.
type subject struct {
	call  func(int64) (string, error)
	clear func()
	info  func() CacheInfo
	keys  func() []int64
	check func() error
	seen  observation
}

func newSubject(p *program) *subject {
	s := new(subject)
	size := sizeOption(p.MaxSize)
	switch p.Fn.Name {
	case "fibonacci":
		observe(s, NewRecursive(func(fibonacci func(int64) *big.Int, n int64) *big.Int {
			s.seen.Computed = append(s.seen.Computed, n)
			if n <= 1 {
				return big.NewInt(n)
			}
			a := fibonacci(n - 1)
			return new(big.Int).Add(a, fibonacci(n-2))
		}, size))
	case "factorial":
		observe(s, NewRecursive(func(factorial func(int64) *big.Int, n int64) *big.Int {
			s.seen.Computed = append(s.seen.Computed, n)
			if n <= 0 {
				return big.NewInt(1)
			}
			return new(big.Int).Mul(big.NewInt(n), factorial(n-1))
		}, size))
	case "scripted":
		f := &scripted{s: s, p: p, attempts: map[int64]int{}}
		m := NewErr(f.run, size)
		s.call = func(key int64) (string, error) {
			v, err := m.Call(key)
			return strconv.FormatInt(v, 10), err
		}
		watch(s, &m.core)
	default:
		panic("unknown function " + p.Fn.Name)
	}
	return s
}

// observe makes a Memo of big integers the subject.
func observe(s *subject, m *Memo[int64, *big.Int]) {
	s.call = func(key int64) (string, error) { return m.Call(key).String(), nil }
	watch(s, &m.core)
}

func watch[V any](s *subject, c *core[int64, V]) {
	s.info, s.clear = c.CacheInfo, c.CacheClear
	s.keys = func() []int64 { return slices.AppendSeq([]int64{}, keys(c.All())) }
	s.check = func() error { return check(c) }
	c.OnEvict(func(key int64, _ V) { s.seen.Evicted = append(s.seen.Evicted, key) })
}

// keys drops the values.
func keys[K, V any](seq iter.Seq2[K, V]) iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range seq {
			if !yield(k) {
				return
			}
		}
	}
}

func (s *subject) do(op string, arg int64) observation {
	s.seen = observation{Computed: []int64{}, Evicted: []int64{}}
	switch op {
	case "call":
		s.seen.Result, s.seen.Error = outcome(s.call(arg))
	case "clear":
		s.clear()
	case "info":
	default:
		panic("unknown operation " + op)
	}
	s.seen.Info = s.pythonInfo()
	s.seen.Order = s.keys()
	return s.seen
}

func outcome(result string, err error) (ok, failed *string) {
	if err != nil {
		text := err.Error()
		return nil, &text
	}
	return &result, nil
}

func (s *subject) pythonInfo() info {
	c := s.info()
	i := info{Hits: int(c.Hits), Misses: int(c.Misses), CurrSize: c.CurrSize}
	if !c.Unbounded {
		i.MaxSize = &c.MaxSize
	}
	return i
}

// scripted is the function of the plain, raises and reentrant programs: it
// carries out the actions listed for the key and the attempt, and returns a
// value that tells which computation made it.
type scripted struct {
	s        *subject
	p        *program
	serial   int64
	attempts map[int64]int
}

func (f *scripted) run(key int64) (int64, error) {
	f.serial++
	f.attempts[key]++
	serial, attempt := f.serial, f.attempts[key]
	f.s.seen.Computed = append(f.s.seen.Computed, key)
	for _, a := range f.actions(key, attempt) {
		switch a.Do {
		case "call", "try":
			result, err := f.s.call(a.Arg)
			e := event{At: key, Do: a.Do, Arg: &a.Arg}
			e.Result, e.Error = outcome(result, err)
			f.s.seen.Events = append(f.s.seen.Events, e)
			if err != nil && a.Do == "call" {
				return 0, err
			}
		case "info":
			i := f.s.pythonInfo()
			f.s.seen.Events = append(f.s.seen.Events, event{At: key, Do: a.Do, Info: &i})
		case "clear":
			f.s.clear()
			f.s.seen.Events = append(f.s.seen.Events, event{At: key, Do: a.Do})
		case "raise":
			return 0, fmt.Errorf("ValueError: key %d attempt %d", key, attempt)
		default:
			panic("unknown action " + a.Do)
		}
	}
	return key*1_000_000 + serial, nil
}

func (f *scripted) actions(key int64, attempt int) []action {
	k := strconv.FormatInt(key, 10)
	if s := f.p.Fn.Scripts[k]; attempt <= len(s) {
		return s[attempt-1]
	}
	return f.p.Fn.Rest[k]
}
