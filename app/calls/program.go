package calls

import (
	"strconv"
	"strings"

	"playground/app/programs"
)

// Program makes the record a program, which asks for the recorded calls, in order,
// and returns or raises what was recorded: what package trace runs. Its chosen
// function is the given one. An argument of it stands for a key: its ID is the
// key's number. It shares the memory of the record.
//
// It costs a pass over the record, and some 100 bytes a key.
func (r *Record) Program(function int) programs.Program {
	p := &program{rec: r, args: make([]programs.Arg, len(r.Keys)), many: len(r.Keys) > manyKeys}
	seen := map[text]struct{}{}
	for k := range r.Keys {
		key := &r.Keys[k]
		p.args[k] = programs.Recorded(k, key.Args)
		if p.many {
			continue
		}
		t := text{key.Function, key.Args}
		if _, twice := seen[t]; twice {
			if p.twins == nil {
				p.twins = map[int]struct{}{}
			}
			p.twins[k] = struct{}{}
		}
		seen[t] = struct{}{}
	}
	for i, f := range r.Functions {
		if f.Within >= 0 {
			if p.within == nil {
				p.within = map[int][]int{}
			}
			p.within[int(f.Within)] = append(p.within[int(f.Within)], i)
		}
	}
	name := r.Functions[function].Name
	return programs.Program{
		ID:        "record",
		Name:      name,
		Params:    []programs.Param{{Name: "arguments", Kind: programs.Anything}},
		Python:    "def " + r.Functions[function].bare() + "(…):\n    …",
		Functions: r.functions(),
		Chosen:    function,
		Of:        func(args programs.Args) int { return int(r.Keys[args[0].ID()].Function) },
		Through:   p.through,
		MaxDepth:  r.depth(),
		KeyName:   p.keyName,
	}
}

// bare is the name that stands behind def.
func (f Function) bare() string {
	base := f.Base()
	return base[strings.LastIndexByte(base, '.')+1:]
}

// functions are those of the record, as a program has them.
func (r *Record) functions() []programs.Function {
	list := make([]programs.Function, len(r.Functions))
	first := map[string]int{} // by Base
	for i, f := range r.Functions {
		list[i] = programs.Function{Name: f.Name, MaxSize: min(f.MaxSize, largest)}
		if f.Unbounded {
			list[i].MaxSize = programs.Unbounded
		}
		base := f.Base()
		if _, known := first[base]; !known {
			first[base] = i
		}
		list[i].Decorator = first[base]
	}
	return list
}

// largest is the greatest maxsize that a program's function has. A record has fewer
// keys that were called in reality.
const largest = 1_000_000

// manyKeys are so many that it would take long to find those that read the same.
const manyKeys = 20_000

// A text is how a key reads.
type text struct {
	function int32
	args     string
}

// program is a record as a program runs it.
type program struct {
	rec    *Record
	args   []programs.Arg   // by key
	within map[int][]int    // the functions that a key's body decorates
	twins  map[int]struct{} // the keys that read as another one of the same function
	many   bool             // any key may be one: there are too many to look
}

func (p *program) through(c *programs.Caches) func(programs.Self, programs.Args) programs.Value {
	return func(_ programs.Self, args programs.Args) programs.Value { return p.body(c, args[0].ID()) }
}

func (p *program) body(c *programs.Caches, key int) programs.Value {
	for _, f := range p.within[key] {
		c.Decorate(f)
	}
	k := &p.rec.Keys[key]
	for _, s := range k.Asks {
		p.step(c, s)
	}
	switch k.Outcome {
	case Returned:
		return (*result)(k)
	case Unfinished:
		return programs.Exception("it had not returned when the record ended")
	}
	return programs.Exception(k.Text)
}

func (p *program) step(c *programs.Caches, s Step) {
	if f, ok := s.Clears(); ok {
		c.Clear(f)
		return
	}
	c.Ask(p.args[s])
}

// A result is a Key as the value that its body returned.
type result Key

func (r *result) String() string { return r.Text }

func (p *program) keyName(args programs.Args) string {
	key := args[0].ID()
	name := args[0].String()
	if len(p.rec.Functions) > 1 {
		name = p.rec.Call(key)
	}
	if _, twin := p.twins[key]; twin || p.many {
		name += " #" + strconv.Itoa(key)
	}
	return name
}

// Steps is how many calls and cache_clear() the program made.
func (r *Record) Steps() int {
	n := 0
	for _, s := range r.Statements {
		n += s.Times
	}
	return n
}

// Rest is a program's Rest: it takes the steps of the statements from the given
// one on.
func (r *Record) Rest(from int) func(*programs.Caches) {
	return func(c *programs.Caches) {
		for _, st := range r.Statements[from:] {
			for range st.Times {
				if f, ok := st.Step.Clears(); ok {
					c.Clear(f)
				} else {
					c.Ask(programs.Recorded(int(st.Step), r.Keys[st.Step].Args))
				}
			}
		}
	}
}

// How deep a program made of a record may go.
const (
	python  = 999  // calls in one another: Python's default
	deepest = 5000 // what a browser's stack has room for
)

// depth is how many calls may be in one another: as many as Python allows if
// nobody tells it otherwise, and more if the record has more.
func (r *Record) depth() int {
	type frame struct{ key, next int }
	ran := make([]bool, len(r.Keys))
	deep := python
	var stack []frame
	enter := func(s Step) {
		if k, ok := s.Key(); ok && !ran[k] {
			ran[k] = true
			stack = append(stack, frame{key: k})
			deep = max(deep, len(stack))
		}
	}
	for _, st := range r.Statements {
		enter(st.Step)
		for len(stack) > 0 {
			f := &stack[len(stack)-1]
			asks := r.Keys[f.key].Asks
			if f.next == len(asks) {
				stack = stack[:len(stack)-1]
				continue
			}
			f.next++
			enter(asks[f.next-1])
		}
	}
	return min(deep, deepest)
}
