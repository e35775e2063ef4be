package calls_test

import (
	"fmt"
	"log"
	"strings"

	"playground/app/calls"
	"playground/app/calls/keylog"
	"playground/lru"
)

// A record is read, and replayed with another maxsize than its decorator says.
func Example() {
	const text = `lru_cache record 1
function fib maxsize=128 typed=False
key 0 fib(3)
call 0
key 1 fib(2)
key 2 fib(1)
body 2 returns 1
key 3 fib(0)
body 3 returns 0
body 1 asks 2 3 returns 1
body 0 asks 1 2 returns 2
call 0
end
`
	input, err := calls.Read(strings.NewReader(text), calls.Options{})
	if err != nil {
		log.Fatal(err)
	}
	rec := input.Record
	fmt.Printf("%s of %s, %d different keys\n", input.Kind, rec.Functions[0].Name, len(rec.Keys))

	infos, _ := calls.Replay{}.Run(rec)
	fmt.Println(infos[0])
	infos, _ = calls.Replay{Sizes: map[int]lru.Option{0: lru.MaxSize(1)}}.Run(rec)
	fmt.Println(infos[0])
	// Output:
	// a call record of fib, 4 different keys
	// CacheInfo(hits=2, misses=4, maxsize=128, currsize=4)
	// CacheInfo(hits=1, misses=5, maxsize=1, currsize=1)
}

// The keys in a column of a table, and the maxsize that is enough for them.
func ExampleRead() {
	const text = `time,user
10:01,ann
10:01,bob
10:02,ann
10:03,cem
10:03,bob
`
	input, err := calls.Read(strings.NewReader(text), calls.Options{})
	if err != nil {
		log.Fatal(err)
	}
	column := input.Columns[input.Column-1]
	keys := input.Logs[0].Log
	fmt.Printf("%s, column %s: %d calls, %d different keys\n", input.Kind, column.Name, len(keys.Calls), len(keys.Keys))
	fmt.Printf("maxsize=%d is enough\n", keylog.CurveOf(keys).Enough(1))
	// Output:
	// a table, column user: 5 calls, 3 different keys
	// maxsize=3 is enough
}

// A text is read in pieces, so that there is time for other things in between.
func ExampleReader() {
	text := strings.Repeat("user:17\nuser:4\n", 50_000)
	r := calls.NewReader(calls.Options{})
	for len(text) > 0 {
		piece := text[:min(len(text), 64<<10)]
		text = text[len(piece):]
		if _, err := r.Write([]byte(piece)); err != nil {
			break // Close says why
		}
	}
	input, err := r.Close()
	fmt.Println(len(input.Logs[0].Calls), "calls,", err)
	// Output: 100000 calls, <nil>
}

// Where a text is not understood, a Problem says why and what would be.
func ExampleProblem() {
	_, err := calls.Read(strings.NewReader("lru_cache record 1\nfunktion fib\n"), calls.Options{})
	fmt.Println(err)
	// Output:
	// line 2: "funktion fib": a line of a record begins with function, key, call, clear, body, end or #
}
