// Command bench compares package lru with other LRU caches for Go, and with
// CPython's functools.lru_cache, in one run. It prints tables in Markdown. Its
// arguments are the parts to run: python, works, memory, stalls, contention, or all
// of them if there are none.
//
// Times of operations are medians of interleaved rounds, in ns; on Unix it is
// processor time where one processor works, so that a busy machine may do for a
// comparison. What can be compared between machines is the ratios.
package main

import (
	"fmt"
	"iter"
	"log"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	log.SetFlags(0)
	parts := os.Args[1:]
	for _, p := range parts {
		if !slices.Contains([]string{"python", "works", "memory", "stalls", "contention"}, p) {
			log.Fatalf("bench: %q is no part; the parts are python, works, memory, stalls and contention, and all of them if none is named", p)
		}
	}
	asked := func(part string) bool { return len(parts) == 0 || slices.Contains(parts, part) }
	fmt.Printf("%s, %s, %s/%s, %s, %d processors. Medians of %d interleaved rounds, ns an operation.\n",
		time.Now().Format(time.DateOnly), runtime.Version(), runtime.GOOS, runtime.GOARCH, cpu(), runtime.NumCPU(), rounds)
	ints, strs := peersInt(), peersString()
	if asked("python") {
		python()
	}
	if asked("works") {
		isStrict := strictness(ints)
		ratios := compare("int", works(intKey), ints, isStrict)
		ratios = append(ratios, compare("string", works(stringKey), strs, isStrict)...)
		fmt.Printf("\n| work | keys | capacity | this package | %s | | best strict and safe peer | |\n|---|---|---|---|---|---|---|---|\n", golangLRU)
		fmt.Println(strings.Join(ratios, "\n"))
		fmt.Printf("\nTo lock and unlock a sync.Mutex takes %.1f ns of each of these.\n", lockAlone())
	}
	if asked("memory") {
		memory(ints)
	}
	if asked("stalls") {
		stalls()
	}
	if asked("contention") {
		contention(ints)
	}
}

// cpu returns the processor's name.
func cpu() string {
	info, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(info)) {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.Trim(name, " \t:\n")
		}
	}
	return "unknown processor"
}

// strictness prints which peers evict exactly as a strict LRU does.
func strictness(peers []peer[int]) (isStrict map[string]bool) {
	isStrict = map[string]bool{}
	fmt.Print("\n| peer | exactly LRU | share of hits | for goroutines |\n|---|---|---|---|\n")
	for _, p := range peers {
		same, ratio := strict(p)
		isStrict[p.name] = same
		fmt.Printf("| %s | %s | %.3f | %s |\n", p.name, yes(same), ratio, yes(p.safe))
	}
	return isStrict
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// compare prints a table of all works and peers, and returns the lines of the
// one that has the ratios.
func compare[K comparable](kind string, works iter.Seq[work[K]], peers []peer[K], isStrict map[string]bool) (ratios []string) {
	header, rows := "| "+kind+" keys |", make([]string, len(peers))
	for w := range works {
		ns := run(w, safe(peers, w.procs))
		header += fmt.Sprintf(" %s, %d |", w.name, w.capacity)
		for i := range rows {
			if i < len(ns) {
				rows[i] += fmt.Sprintf(" %.1f |", ns[i])
			} else {
				rows[i] += " |"
			}
		}
		ratios = append(ratios, ratio(kind, w, peers, ns, isStrict))
	}
	fmt.Println("\n" + header + "\n|---|" + strings.Repeat("---|", len(ratios)))
	for i, p := range peers {
		fmt.Printf("| %s |%s\n", p.name, rows[i])
	}
	return ratios
}

// lockAlone returns what an uncontended lock costs, which all that are safe need.
func lockAlone() float64 {
	const n = 1 << 20
	var mu sync.Mutex
	var times []float64
	for range rounds {
		start := now()
		held := 0
		for range n {
			mu.Lock()
			held++
			mu.Unlock()
		}
		keep(held)
		times = append(times, float64(now()-start)/n)
	}
	return median(times)
}

// safe returns the peers fit for that many goroutines.
func safe[K comparable](peers []peer[K], goroutines int) []peer[K] {
	n := len(peers)
	for goroutines > 1 && !peers[n-1].safe {
		n--
	}
	return peers[:n]
}

// ratio is a line of the table of ratios. A Memo stands for this package, but a
// Cache where something is added, since a Memo cannot without looking first.
func ratio[K comparable](kind string, w work[K], peers []peer[K], ns []float64, isStrict map[string]bool) string {
	var ours, golang float64
	best := -1
	for i, n := range ns {
		switch p := peers[i]; {
		case p.ours:
			if strings.HasSuffix(p.name, "Cache") == strings.HasPrefix(w.name, "add") {
				ours = n
			}
		case p.name == golangLRU:
			golang = n
		}
		if p := peers[i]; !p.ours && p.safe && isStrict[p.name] && (best < 0 || n < ns[best]) {
			best = i
		}
	}
	if golang == 0 {
		panic("no peer is called " + golangLRU)
	}
	return fmt.Sprintf("| %s | %s | %d | %.1f | %.1f | **%.2f×** | %s: %.1f | **%.2f×** |",
		w.name, kind, w.capacity, ours, golang, golang/ours, peers[best].name, ns[best], ns[best]/ours)
}
