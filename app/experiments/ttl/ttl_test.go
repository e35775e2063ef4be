package ttl

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
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
	recorded, err := os.ReadFile("testdata/cachetools.json")
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Version string
		Runs    []struct {
			MaxSize int
			TTL     time.Duration
			Steps   []struct {
				Now             time.Duration
				Do              string
				Key, Value, Len int
				Got             any
				Keys            []int
			}
		}
	}
	if err := json.Unmarshal(recorded, &r); err != nil {
		t.Fatal(err)
	}
	done := map[string]int{}
	for i, run := range r.Runs {
		c := New[int, int](run.MaxSize, run.TTL)
		for j, s := range run.Steps {
			var got any
			outcome := s.Do
			switch s.Do {
			case "get":
				if v, ok := c.Get(s.Now, s.Key); ok {
					got, outcome = float64(v), "hit"
				}
			case "set":
				for _, removed := range c.Set(s.Now, s.Key, s.Value) {
					outcome = fmt.Sprint("set, expired: ", removed.Expired)
				}
			case "contains":
				got = c.Contains(s.Now, s.Key)
			case "expire":
				c.Expire(s.Now)
			case "clear":
				c.Clear()
			default:
				t.Fatal(s.Do)
			}
			done[outcome]++
			var keys []int
			for _, e := range c.Entries(s.Now) {
				keys = append(keys, e.Key)
			}
			if !reflect.DeepEqual(got, s.Got) || !slices.Equal(keys, s.Keys) || len(keys) != s.Len {
				t.Fatalf("run %d, step %d, %s %d at %d: got %v and %v, want %v and %v", i, j, s.Do, s.Key, s.Now, got, keys, s.Got, s.Keys)
			}
		}
	}
	t.Logf("as cachetools %s: %v", r.Version, done)
	for _, outcome := range []string{"get", "hit", "set", "set, expired: true", "set, expired: false", "contains", "expire", "clear"} {
		if done[outcome] < 5 {
			t.Errorf("%q is recorded %d times only", outcome, done[outcome])
		}
	}
}
