//go:build !js

package lru

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

//go:embed testdata/differential.py
var differential string

// TestDifferential draws programs that nobody has looked at, has python3 run
// them under its own functools.lru_cache, all in one process, and replays what
// it saw. LRU_SEED repeats a run.
func TestDifferential(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here to compare with: ", err)
	}
	seed := uint64(time.Now().UnixNano())
	if s := os.Getenv("LRU_SEED"); s != "" {
		if seed, err = strconv.ParseUint(s, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	fmt.Printf("TestDifferential: LRU_SEED=%d\n", seed)
	rng := rand.New(rand.NewPCG(seed, 0))
	var in, stderr bytes.Buffer
	for i := range 400 {
		p := draw(rng)
		p.ID = fmt.Sprintf("seed-%d-%d", seed, i)
		in.Write(append(marshal(p), '\n'))
	}
	cmd := exec.Command(python, "-c", differential)
	cmd.Stdin, cmd.Stderr = &in, &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("python3: %v\n%s", err, stderr.Bytes())
	}
	d := json.NewDecoder(bytes.NewReader(out))
	ran := 0
	for d.More() {
		var p program
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		if diff := p.replay(); diff != "" {
			t.Errorf("%s\nprogram: %s", diff, marshal(p))
		}
		ran++
	}
	if ran != 400 {
		t.Errorf("python3 ran %d programs of 400", ran)
	}
}

// draw makes a program up: a maxsize, a function that acts on its own cache in
// its first computations of some keys, and operations.
func draw(rng *rand.Rand) program {
	var p program
	if size := rng.IntN(14) - 2; size < 11 {
		p.MaxSize = &size
	}
	p.Fn.Name = "scripted"
	p.Fn.Scripts = map[string][][]action{}
	p.Fn.Rest = map[string][]action{}
	keys := int64(2 + rng.IntN(20))
	for k := range keys {
		name := strconv.FormatInt(k, 10)
		switch rng.IntN(8) {
		case 0, 1, 2:
			for range 1 + rng.IntN(3) {
				p.Fn.Scripts[name] = append(p.Fn.Scripts[name], drawActions(rng, keys))
			}
		case 3:
			p.Fn.Rest[name] = []action{{Do: "raise"}}
		}
	}
	for range 60 {
		o := operation{Op: "call", Arg: rng.Int64N(keys)}
		if rng.IntN(25) == 0 {
			o = operation{Op: "clear"}
		}
		p.Ops = append(p.Ops, o)
	}
	return p
}

func drawActions(rng *rand.Rand, keys int64) []action {
	var as []action
	for range 1 + rng.IntN(4) {
		switch do := []string{"call", "call", "call", "try", "info", "clear", "raise"}[rng.IntN(7)]; do {
		case "call", "try":
			as = append(as, action{Do: do, Arg: rng.Int64N(keys)})
		default:
			as = append(as, action{Do: do})
		}
	}
	return as
}
