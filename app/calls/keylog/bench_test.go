package keylog_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"playground/app/calls/keylog"
)

// million is a log of a million calls; a key is the likelier the smaller.
func million(keys int) keylog.Log {
	rng := rand.New(rand.NewPCG(1, 1))
	numbers := make([]int32, keys)
	for i := range numbers {
		numbers[i] = -1
	}
	var log keylog.Log
	for range 1_000_000 {
		u := rng.Float64()
		key := int(float64(keys) * u * u * u)
		if numbers[key] < 0 {
			numbers[key] = int32(len(log.Keys))
			log.Keys = append(log.Keys, fmt.Sprint(key))
		}
		log.Calls = append(log.Calls, numbers[key])
	}
	return log
}

func BenchmarkCurve(b *testing.B) {
	for _, keys := range []int{1_000, 100_000, 10_000_000} {
		log := million(keys)
		b.Run(fmt.Sprintf("1000000 calls, %d keys", len(log.Keys)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				keylog.CurveOf(log)
			}
		})
	}
}

func BenchmarkPolicies(b *testing.B) {
	log := million(100_000)
	for _, p := range []keylog.Policy{keylog.LRU, keylog.FIFO, keylog.LFU, keylog.SIEVE, keylog.Optimal} {
		b.Run(p.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sweep := keylog.NewSweep(log, p, keylog.Sizes(len(log.Keys), 40))
				for sweep.Step(1 << 20) {
				}
			}
		})
	}
}
