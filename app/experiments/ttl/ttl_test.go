package ttl

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

func keys(c *Cache[string, int], now time.Duration) (keys []string) {
	for _, e := range c.Entries(now) {
		keys = append(keys, e.Key)
	}
	return keys
}

// TestExpiry: an entry lives for its time, and not a moment longer.
func TestExpiry(t *testing.T) {
	c := New[string, int](3, 10*time.Second)
	c.Set(5*time.Second, "a", 1)
	for _, at := range []time.Duration{5 * time.Second, 14 * time.Second, 15*time.Second - 1} {
		if v, ok := c.Get(at, "a"); v != 1 || !ok || !c.Contains(at, "a") {
			t.Errorf("at %v a is %d, %v", at, v, ok)
		}
	}
	for _, at := range []time.Duration{15 * time.Second, time.Hour} {
		if v, ok := c.Get(at, "a"); v != 0 || ok || c.Contains(at, "a") || len(c.Entries(at)) > 0 {
			t.Errorf("at %v a is still there", at)
		}
	}
	if got, want := c.Expire(15*time.Second), []Removal[string]{{"a", true}}; !slices.Equal(got, want) {
		t.Errorf("expired: %v, want %v", got, want)
	}
}

// TestSetAgain: storing anew begins a new life; asking does not.
func TestSetAgain(t *testing.T) {
	c := New[string, int](3, 10)
	c.Set(0, "a", 1)
	c.Set(0, "b", 2)
	c.Set(8, "a", 3)
	c.Get(8, "b")
	if got := c.Set(12, "c", 4); !slices.Equal(got, []Removal[string]{{"b", true}}) {
		t.Errorf("removed: %v, want b, which has expired", got)
	}
	if v, ok := c.Get(17, "a"); v != 3 || !ok {
		t.Errorf("a is %d, %v", v, ok)
	}
}

// TestRemoval: what has expired goes first, else the least recently used.
func TestRemoval(t *testing.T) {
	c := New[string, int](2, 10)
	c.Set(0, "a", 1)
	c.Set(4, "b", 2)
	c.Get(5, "a")
	if got := c.Set(6, "c", 3); !slices.Equal(got, []Removal[string]{{"b", false}}) {
		t.Errorf("removed: %v, want b, the least recently used", got)
	}
	if got := keys(c, 6); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("there are %v", got)
	}
	c.Get(9, "a") // the most recently used, but soon too old
	if got := c.Set(10, "d", 4); !slices.Equal(got, []Removal[string]{{"a", true}}) {
		t.Errorf("removed: %v, want a, which has expired", got)
	}
	if got := c.Set(11, "c", 5); got != nil {
		t.Errorf("removed: %v, though c was there", got)
	}
	if got := keys(c, 11); !slices.Equal(got, []string{"d", "c"}) {
		t.Errorf("there are %v", got)
	}
	c.Contains(12, "d")
	if got := c.Set(12, "e", 6); !slices.Equal(got, []Removal[string]{{"d", false}}) {
		t.Errorf("removed: %v, want d: to look whether it is there is no use", got)
	}
	if c.Clear(); len(c.Entries(12)) > 0 {
		t.Error("something is left after Clear")
	}
}

func TestMaxSize(t *testing.T) {
	defer func() {
		if got := fmt.Sprint(recover()); got != "ttl: maxSize is 0, but must be 1 at least" {
			t.Error(got)
		}
	}()
	New[string, int](0, 1)
}

// TestCachetools does what record.py in testdata had cachetools do.
func TestCachetools(t *testing.T) {
	recorded, err := os.ReadFile("testdata/cachetools.txt")
	if err != nil {
		t.Fatal(err)
	}
	version, runs, _ := strings.Cut(string(recorded), "\n")
	done, caches := map[string]int{}, 0
	for run := range strings.Lines(runs) {
		caches++
		words := strings.Fields(run)
		maxSize, err := strconv.Atoi(words[0])
		if err != nil {
			t.Fatal(err)
		}
		life, err := strconv.Atoi(words[1])
		if err != nil {
			t.Fatal(err)
		}
		c := New[int, int](maxSize, time.Duration(life))
		for n, step := range words[2:] {
			var do, key rune
			var now int
			var want string
			if _, err := fmt.Sscanf(step, "%c%c@%d=%s", &do, &key, &now, &want); err != nil {
				t.Fatalf("%q: %v", step, err)
			}
			outcome, got := did(t, c, do, int(key-'0'), n, time.Duration(now))
			done[outcome]++
			got += ":"
			for _, e := range c.Entries(time.Duration(now)) {
				got += strconv.Itoa(e.Key)
			}
			if got != want {
				t.Fatalf("maxsize=%d, ttl=%d, step %d, %s: got %s", maxSize, life, n, step, got)
			}
		}
	}
	t.Logf("as %s: %d caches, %v", version, caches, done)
	if caches < 300 {
		t.Errorf("only %d caches are recorded", caches)
	}
	for _, outcome := range []string{"missing", "found", "stored", "an expired one removed", "the least recent one removed", "contained", "not contained", "expired", "cleared"} {
		if done[outcome] < 50 {
			t.Errorf("%q is recorded %d times only", outcome, done[outcome])
		}
	}
}

// did does one step of a recording, and returns what happened and what came of it.
func did(t *testing.T, c *Cache[int, int], do rune, key, value int, now time.Duration) (outcome, got string) {
	switch do {
	case 'g':
		if v, ok := c.Get(now, key); ok {
			return "found", strconv.Itoa(v)
		}
		return "missing", "-"
	case 's':
		outcome = "stored"
		for _, removed := range c.Set(now, key, value) {
			outcome = "the least recent one removed"
			if removed.Expired {
				outcome = "an expired one removed"
			}
		}
		return outcome, "-"
	case 'c':
		if c.Contains(now, key) {
			return "contained", "1"
		}
		return "not contained", "0"
	case 'e':
		c.Expire(now)
		return "expired", "-"
	case 'x':
		c.Clear()
		return "cleared", "-"
	}
	t.Fatalf("%q is done", do)
	return "", ""
}
