package programs

// A Function is one of the decorated functions of a [Program] that has several.
type Function struct {
	Name string

	// MaxSize is that of its decorator; [Unbounded] is None.
	MaxSize int

	// Decorator tells which functions share one: those of equal numbers have the
	// same maxsize, whatever that is changed to. A function that is defined inside
	// another one is decorated each time that the outer one runs, by the same line.
	Decorator int
}

// Unbounded is the MaxSize of a Function that has maxsize=None.
const Unbounded = -1

// An Exception is a Value that the body raises instead of returning it. It reads
// as Python's traceback ends: ValueError: need k <= n.
type Exception string

func (e Exception) String() string { return string(e) }

// NameOf is the name of the function that a call with these arguments is of.
func (p *Program) NameOf(args Args) string {
	if p.Functions == nil || len(args) == 0 {
		return p.Name
	}
	return p.Functions[p.Of(args)].Name
}

// Choose returns the program with another function chosen, if it has several;
// size is what maxsize the one that is chosen now has been given, and stays with
// it.
func (p Program) Choose(function, size int) Program {
	if function < 0 || function >= len(p.Functions) {
		return p
	}
	functions := make([]Function, len(p.Functions))
	copy(functions, p.Functions)
	for i := range functions {
		if functions[i].Decorator == functions[p.Chosen].Decorator {
			functions[i].MaxSize = size
		}
	}
	p.Functions, p.Chosen, p.Name = functions, function, functions[function].Name
	return p
}
