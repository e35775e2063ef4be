package pycall_test

import (
	"fmt"

	"playground/app/pycall"
)

// What to type, and what comes of it.
func Example() {
	for _, text := range []string{`f(1, b="x")`, `f(True)`, `f((1, [2]))`, `f(x=1, 2)`} {
		call, err := pycall.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		key, err := call.Key(false)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(key)
	}
	// Output:
	// (1, <object object at 0x...>, 'b', 'x')
	// (True,)
	// TypeError: unhashable type: 'list'
	// SyntaxError: positional argument follows keyword argument
}

// Which calls share a result.
func ExampleEqual() {
	key := func(text string) pycall.Value {
		call, err := pycall.Parse(text)
		if err != nil {
			panic(err)
		}
		key, err := call.Key(false)
		if err != nil {
			panic(err)
		}
		return key
	}
	fmt.Println(pycall.Equal(key("f(1)"), key("f(1.0)")), key("f(1)"), key("f(1.0)"))
	fmt.Println(pycall.Equal(key("f(1.0)"), key("f(True)")), key("f(1.0)"), key("f(True)"))
	// Output:
	// false 1 (1.0,)
	// true (1.0,) (True,)
}

func ExampleParseValue() {
	v, err := pycall.ParseValue(`{"a": [0x10, 1e3], 'b': ("it's",)}`)
	fmt.Println(v, err)
	// Output: {'a': [16, 1000.0], 'b': ("it's",)} <nil>
}
