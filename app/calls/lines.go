package calls

import (
	"fmt"
	"strconv"
	"strings"
)

// version looks at the first line of a record or a log.
func (r *Reader) version(line []byte, kind string) {
	version := strings.TrimPrefix(strings.TrimSpace(string(line)), "lru_cache "+kind)
	if version == " 1" {
		return
	}
	p := Problem{Line: r.in.Lines, Text: beginning(line), Want: fmt.Sprintf("it must begin with lru_cache %s 1", kind)}
	if n, err := strconv.Atoi(strings.TrimSpace(version)); err == nil {
		p.Want = fmt.Sprintf("this is version %d of the format, and only version 1 can be read here; take the recorder from this page", n)
	}
	r.fail(p)
}

// parseFunction reads NAME maxsize=M typed=T [within=K].
func parseFunction(rest string) (f Function, want string) {
	const form = "it must read like function fib maxsize=128 typed=False"
	words := strings.Split(rest, " ")
	if len(words) < 3 || len(words) > 4 || words[0] == "" || strings.ContainsAny(words[0], "()") {
		return f, form
	}
	f = Function{Name: words[0], Within: -1}
	size, ok := strings.CutPrefix(words[1], "maxsize=")
	if f.Unbounded = size == "None"; !f.Unbounded {
		var err error
		if f.MaxSize, err = strconv.Atoi(size); !ok || err != nil || f.MaxSize < 0 {
			return f, "maxsize is None or a number, 0 or more; " + form
		}
	}
	f.Typed = words[2] == "typed=True"
	if !ok || !f.Typed && words[2] != "typed=False" {
		return f, form
	}
	if len(words) == 4 {
		within, ok := strings.CutPrefix(words[3], "within=")
		k, err := strconv.ParseUint(within, 10, 31)
		if !ok || err != nil {
			return f, "after typed= there may be within= and the number of a key"
		}
		f.Within = int32(k)
	}
	return f, ""
}

// cutCall takes fib(3, k=5) apart.
func cutCall(call string) (name, args string, ok bool) {
	name, args, ok = strings.Cut(call, "(")
	args, closed := strings.CutSuffix(args, ")")
	return name, args, ok && closed && name != "" && !strings.Contains(name, " ")
}
