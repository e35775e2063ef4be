package programstest

import "playground/app/programs"

// All returns the catalogue and [EditDistance].
func All() []programs.Program { return append(programs.All(), EditDistance()) }

// Samples returns arguments that are worth trying of a function: every
// combination of some numbers and some words that it accepts. Without a cache
// none of them runs long, but for those without an end.
func Samples(p programs.Program) []programs.Args {
	list := []programs.Args{{}}
	for _, param := range p.Params {
		var longer []programs.Args
		for _, args := range list {
			for _, a := range tried() {
				if param.Check(a) == nil {
					longer = append(longer, append(args[:len(args):len(args)], a))
				}
			}
		}
		list = longer
	}
	return list
}

func tried() (list []programs.Arg) {
	for n := -3; n <= 15; n++ {
		list = append(list, programs.Int(n))
	}
	for _, s := range []string{"", "a", "b", "ab", "ba", "aab", "é→", "it's", `"\` + "\n"} {
		list = append(list, programs.Str(s))
	}
	return list
}

// Uncached runs a program without any cache, and counts how often the body runs
// and how many calls of it are in one another at most. It gives up, and reports
// false, at more than 2000.
func Uncached(p programs.Program, args ...programs.Arg) (v programs.Value, bodies, deepest int, ok bool) {
	type tooDeep struct{}
	defer func() {
		if e := recover(); e != nil {
			if _, deep := e.(tooDeep); !deep {
				panic(e)
			}
			v, ok = nil, false
		}
	}()
	depth := 0
	self := programs.Self{Work: func(int) {}}
	self.Call = func(args ...programs.Arg) programs.Value {
		if depth == 2000 {
			panic(tooDeep{})
		}
		depth++
		bodies++
		deepest = max(deepest, depth)
		v := p.Body(self, args)
		depth--
		return v
	}
	self.CallInt = func(n int) programs.Value { return self.Call(programs.Int(n)) }
	v = self.Call(args...)
	return v, bodies, deepest, true
}
