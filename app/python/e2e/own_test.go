package e2e

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAskOwn asks CPython's own lru_cache of functions of the kind that people memoize,
// each at sizes that are not those of its decorator. It must say what it says elsewhere.
func TestAskOwn(t *testing.T) {
	const folder = "../../calls/testdata/functions"
	data, err := os.ReadFile(filepath.Join(folder, "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	var references map[string]struct {
		FirstAt map[string][][2]string `json:"first_at"`
	}
	if err := json.Unmarshal(data, &references); err != nil {
		t.Fatal(err)
	}
	p := open(t, true)
	asked := 0
	for _, name := range slices.Sorted(maps.Keys(references)) {
		source, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		for size, want := range references[name].FirstAt {
			if size != "0" && size != "1" && size != "3" && size != "None" {
				continue
			}
			asked++
			info, error := p.askOwn(t, string(source), strings.Split(want[0][0], "#")[0], 0, size)
			if info != want[0][1] {
				t.Errorf("%s at %s: %s says %q %s, elsewhere %q", name, size, want[0][0], info, error, want[0][1])
			}
		}
	}
	if asked < len(references) {
		t.Errorf("only %d were asked of %d functions", asked, len(references))
	}
	t.Logf("%d functions, asked %d times", len(references), asked)
}

// askOwn returns what cache_info() says of the nth function of that name.
func (p page) askOwn(t *testing.T, source, name string, nth int, size string) (info, failed string) {
	t.Helper()
	if size == "None" {
		size = "null"
	}
	var done struct{ Info, Error string }
	p.js(t, fmt.Sprintf(`(async () => {
		let done;
		const end = await python.ask(%s, (kind, value) => { done = kind === "done" ? JSON.parse(value) : done; }, {name: %s, nth: %d, size: %s, clears: 0}).catch((e) => e.message);
		return { info: done?.info ?? "", error: done?.error?.message ?? (end === "idle" ? "" : end) };
	})()`, quoted(source), quoted(name), nth, size), &done)
	return done.Info, done.Error
}
