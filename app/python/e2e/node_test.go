package e2e

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"testing"
)

// A result is what the page is told of one run.
type result struct {
	Record    string  // the call record
	Values    []value // of the calls
	Error     *failure
	Output    string // what Python prints at the sizes that the program declares
	Live      string // what it printed while it was recorded
	Cut       bool
	Prints    []printed
	Calls     int
	Keys      int
	Functions int

	Same    *bool `json:"-"` // whether a second run made the same calls; nil if there was none
	Differs *difference
	Fatal   string
}

type value struct {
	Call  string
	Line  int
	Value *string
	Error *failure
}

type failure struct {
	Type, Message, Text string
	Line, Column        int
}

type printed struct {
	Key, Run *int
	After    int
	Text     string
}

type difference struct {
	Key           string
	First, Second []string
}

type limits struct {
	Calls  int `json:"calls"`
	Keys   int `json:"keys"`
	Output int `json:"output"`
	Record int `json:"record"`
}

type job struct {
	Source string   `json:"source"`
	Calls  []string `json:"calls"`
	Limits limits   `json:"limits"`
}

var usual = limits{Calls: 1_000_000, Keys: 200_000, Output: 64 << 10, Record: 50_000_000}

// inNode runs jobs one after the other in one Python: what one leaves behind,
// the next would find.
type inNode struct {
	in  io.WriteCloser
	out *bufio.Reader
	cmd *exec.Cmd
}

func startNode() (*inNode, error) {
	n := &inNode{cmd: exec.Command("node", "node.mjs")}
	n.cmd.Stderr = os.Stderr
	var err error
	if n.in, err = n.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := n.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	n.out = bufio.NewReader(out)
	return n, n.cmd.Start()
}

func (n *inNode) stop() {
	n.in.Close()
	n.cmd.Wait()
}

// do runs one job in Node.
func do(t *testing.T, function string, j job) result {
	t.Helper()
	if j.Calls == nil {
		j.Calls = []string{}
	}
	if j.Limits == (limits{}) {
		j.Limits = usual
	}
	if err := json.NewEncoder(node.in).Encode([]any{function, j}); err != nil {
		t.Fatal(err)
	}
	line, err := node.out.ReadBytes('\n')
	if err != nil {
		t.Fatal("Node has ended: ", err)
	}
	var messages [][2]string
	if err := json.Unmarshal(line, &messages); err != nil {
		t.Fatalf("%v in %.300s", err, line)
	}
	return gather(t, messages)
}

// gather makes a result of the messages about one run.
func gather(t *testing.T, messages [][2]string) result {
	t.Helper()
	var r result
	for _, m := range messages {
		var err error
		switch kind, value := m[0], m[1]; kind {
		case "output":
			r.Live += value
		case "done":
			err = json.Unmarshal([]byte(value), &r)
		case "compared":
			var compared struct {
				Same    *bool
				Differs *difference
			}
			err = json.Unmarshal([]byte(value), &compared)
			r.Same, r.Differs = compared.Same, compared.Differs
		case "fatal":
			r.Fatal = value
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, m)
		}
	}
	return r
}

// run runs a program in Node, which must not end Python.
func run(t *testing.T, source string, calls ...string) result {
	t.Helper()
	r := do(t, "run", job{Source: source, Calls: calls})
	if r.Fatal != "" {
		t.Fatal(r.Fatal)
	}
	return r
}
