package e2e

import (
	"strings"
	"testing"
	"time"
)

// Python comes with progress, and is kept.
func TestLoad(t *testing.T) {
	p := open(t, true)
	before := p.requests.Load()
	var seen struct {
		Steps, First, Last, Total int
		Rising                    bool
		Load, Start, Run          float64 // ms
		Version                   string
		Kept                      []string
	}
	p.js(t, `(async () => {
		const steps = [];
		let total;
		const t0 = performance.now();
		await python.load((loaded, of) => { steps.push(loaded); total = of; });
		const t1 = performance.now();
		python.stop();
		await python.load();
		const t2 = performance.now();
		await python.run("x = 1", [], () => {});
		const t3 = performance.now();
		const cache = await caches.open("playground-python");
		const kept = (await cache.keys()).map((r) => new URL(r.url).pathname.replace(/\.[0-9a-f]{8}\./, "."));
		return { steps: steps.length, first: steps[0], last: steps.at(-1), total, rising: steps.every((s, i) => i === 0 || s >= steps[i - 1]),
			load: t1 - t0, start: t2 - t1, run: t3 - t2, version: python.version, kept: kept.sort() };
	})()`, &seen)
	t.Logf("fetched, compiled and started in %.0f ms; started again in %.0f ms; an empty program, twice, in %.0f ms", seen.Load, seen.Start, seen.Run)
	if seen.First != 0 || seen.Last != seen.Total || seen.Steps < 10 || !seen.Rising || seen.Total < 10_000_000 {
		t.Errorf("progress: %+v", seen)
	}
	if seen.Version != "3.14.2" {
		t.Errorf("version %s", seen.Version)
	}
	if got, want := strings.Join(seen.Kept, " "), "/python/page.js /python/python.wasm /python/stdlib.zip /python/worker.js"; got != want {
		t.Errorf("kept: %s, want %s", got, want)
	}
	if n := p.requests.Load() - before; n > 6 {
		t.Errorf("%d requests", n)
	}
}

// Stop ends anything at once, the page goes on, and so does Python afterwards.
func TestStop(t *testing.T) {
	p := open(t, true)
	for _, loop := range []string{"while True: pass", "while True:\n    try:\n        while True: pass\n    except BaseException: pass", "sum(range(10**12))"} {
		p.js(t, `python.load()`, nil)
		var seen struct {
			Stopped, Gap float64 // ms
			How          string
		}
		p.js(t, `(async () => {
			let last = performance.now(), gap = 0, frames = true;
			const frame = (now) => { gap = Math.max(gap, now - last); last = now; if (frames) requestAnimationFrame(frame); };
			requestAnimationFrame(frame);
			const end = begin("run", `+quoted("print('on')\n"+loop)+`, []).end;
			while (!going.messages.some(([kind]) => kind === "output" || kind === "fatal")) await new Promise(requestAnimationFrame);
			await new Promise(requestAnimationFrame);
			const t0 = performance.now();
			python.stop();
			await end;
			const stopped = performance.now() - t0;
			await new Promise(requestAnimationFrame);
			frames = false;
			return { stopped, gap, how: going.messages.at(-1)[1] };
		})()`, &seen)
		t.Logf("%.20q: stopped in %.1f ms, longest gap between frames %.0f ms", loop, seen.Stopped, seen.Gap)
		if seen.How != "stopped" {
			t.Errorf("it ended with %q", seen.How)
		}
		if r := p.do(t, "run", "print(1)"); r.Output != "1\n" || r.Fatal != "" {
			t.Errorf("afterwards: %+v", r)
		}
	}
}

// When the interpreter ends, that is said in words, and there is another one.
func TestFatal(t *testing.T) {
	p := open(t, true)
	const deep = "import sys\nsys.setrecursionlimit(100_000)\nfrom functools import cache\n@cache\ndef f(n): return max(map(f, [n - 1])) if n else 0\nf(20_000)\n"
	r := p.do(t, "run", deep)
	if !strings.Contains(r.Fatal, "nested too deep for this browser") {
		t.Errorf("got %+v", r.Fatal)
	}
	if r := p.do(t, "ask", fibonacci+"fibonacci(900)\nprint(fibonacci.cache_info())"); !strings.Contains(r.Fatal, "nested too deep") && r.Error == nil {
		t.Errorf("Python's own lru_cache 900 levels deep: %+v", r)
	}
	if r := p.do(t, "ask", fibonacci+"fibonacci(100)\nprint(fibonacci.cache_info())"); r.Output != "CacheInfo(hits=98, misses=101, maxsize=None, currsize=101)\n" {
		t.Errorf("afterwards: %+v", r)
	}
	if r := p.do(t, "run", "import os\nos._exit(3)"); r.Fatal == "" && r.Error == nil {
		t.Errorf("os._exit: %+v", r)
	}
	if r := p.do(t, "run", "print(1)"); r.Output != "1\n" {
		t.Errorf("afterwards: %+v", r)
	}
}

// In a browser, recursion is as deep as in Node.
func TestDepthInChromium(t *testing.T) {
	p := open(t, true)
	began := time.Now()
	r := p.do(t, "run", "import sys\nsys.setrecursionlimit(25_000)\n"+fibonacci+"fibonacci(20_000)\n")
	if r.Error != nil || r.Fatal != "" || r.Keys != 20_001 {
		t.Errorf("%+v %q %d keys", r.Error, r.Fatal, r.Keys)
	}
	t.Logf("20,000 levels, twice, with loading: %v", time.Since(began))
	if r := p.do(t, "run", fibonacci+"fibonacci(1500)\n"); r.Error == nil || r.Error.Type != "RecursionError" {
		t.Errorf("%+v %q", r.Error, r.Fatal)
	}
}

// Memory is bounded, and running out of it is an error as in Python.
func TestMemory(t *testing.T) {
	p := open(t, true)
	r := p.do(t, "run", "try: a = bytearray(2 * 10**9)\nexcept MemoryError: print('no')\nb = []\nwhile True: b.append(bytearray(10**7))\n")
	if r.Error == nil || r.Error.Type != "MemoryError" || r.Output != "no\n" {
		t.Errorf("%+v %q %q", r.Error, r.Output, r.Fatal)
	}
	if r := p.do(t, "run", "print(len(bytearray(10**8)))"); r.Output != "100000000\n" {
		t.Errorf("afterwards: %+v", r)
	}
}

// One thing at a time.
func TestBusy(t *testing.T) {
	p := open(t, true)
	var got string
	p.js(t, `(async () => {
		const first = python.run("x = 1");
		const second = await python.run("x = 2").catch((e) => e.message);
		return second + " " + python.busy() + " " + (await first) + " " + python.busy();
	})()`, &got)
	if want := "Python is busy. Stop it first. true idle false"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
