package calls_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"playground/app/calls"
	"playground/lru"
)

// BenchmarkReader reads a million lines of each kind.
func BenchmarkReader(b *testing.B) {
	for _, bench := range []struct{ name, head, line string }{
		{"keys", "", "user:%d\n"},
		{"log", "lru_cache log 1\n", "call get_user(%d)\n"},
		{"table", "time,user,page\n", "2025-10-10 13:55:36,%d,\"a, b\"\n"},
		{"access", "", `10.0.0.7 - - [10/Oct/2025:13:55:36 +0000] "GET /user/%d HTTP/1.1" 200 2326` + "\n"},
	} {
		rng := rand.New(rand.NewPCG(1, 1))
		var text bytes.Buffer
		text.WriteString(bench.head)
		for range 1_000_000 {
			u := rng.Float64()
			fmt.Fprintf(&text, bench.line, int(100_000*u*u*u))
		}
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			b.ReportAllocs()
			for b.Loop() {
				in, err := calls.Read(bytes.NewReader(text.Bytes()), calls.Options{Column: 2 * len(bench.head) / 15})
				if err != nil || len(in.Logs[0].Calls) != 1_000_000 {
					b.Fatal(err, len(in.Logs[0].Calls))
				}
			}
		})
	}
}

// large is a record of 200,000 keys and a million calls.
func large() []byte {
	var text bytes.Buffer
	text.WriteString("lru_cache record 1\nfunction f maxsize=128 typed=False\n")
	const keys = 200_000
	for k := range keys {
		fmt.Fprintf(&text, "key %d f(%d, 'some text')\ncall %d\n", k, k, k)
		if k < 10 {
			fmt.Fprintf(&text, "body %d returns 1\n", k)
		} else {
			fmt.Fprintf(&text, "body %d asks %d %d %d %d returns %d\n", k, k-1, k-3, k/2, k-7, k*k)
		}
	}
	text.WriteString("end\n")
	return text.Bytes()
}

func BenchmarkReadRecord(b *testing.B) {
	text := large()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := calls.Read(bytes.NewReader(text), calls.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReplay replays a million calls of 200,000 keys.
func BenchmarkReplay(b *testing.B) {
	in, err := calls.Read(bytes.NewReader(large()), calls.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		infos, err := calls.Replay{Sizes: map[int]lru.Option{0: lru.MaxSize(200_000)}}.Run(in.Record)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(infos[0].Hits+infos[0].Misses), "calls/op")
	}
}
