//go:build !js

// Under js there is no python3 to start.

package calls_test

import (
	"encoding/json"
	"testing"

	"playground/app/calls/callstest"
)

// BenchmarkRecorder measures what a call costs in Python with lru_cache and with
// either mode of the recorder: processor time, the least of several rounds.
func BenchmarkRecorder(b *testing.B) {
	const program = `
import functools, itertools, json, recorder, sys, time, timeit
def nanoseconds(call, number):
    return 1e9 * min(timeit.repeat(call, number=number, repeat=7, timer=time.process_time)) / number
result = {}
for name, decorator in ("lru_cache", functools.lru_cache), ("log", recorder.log), ("record", recorder.record):
    f, numbers = decorator(maxsize=128)(lambda n: n), itertools.count(1000)
    f(17)
    empty = nanoseconds(lambda: None, 20000)
    result[name] = nanoseconds(lambda: f(17), 20000) - empty, nanoseconds(lambda: f(next(numbers)), 5000) - empty
json.dump(result, sys.stdout)
`
	var best map[string][2]float64
	for b.Loop() {
		printed, _ := callstest.Run(b, "record", "-c", program)
		if err := json.Unmarshal([]byte(printed), &best); err != nil {
			b.Fatal(err)
		}
	}
	for name, ns := range best {
		b.ReportMetric(ns[0], name+"-hit-ns")
		b.ReportMetric(ns[1], name+"-miss-ns")
	}
}
