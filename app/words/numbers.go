package words

import (
	"math/big"
	"strconv"
	"strings"

	"playground/app/trace"
)

// Big writes a whole number so that it can be read: with thousands separators up
// to 15 digits, and beyond as "1.1 × 10²¹".
func Big(n *big.Int) string {
	s := n.String()
	if len(s) <= 15 {
		return separate(s)
	}
	exp := len(s) - 1
	mantissa := s[:1] + "." + s[1:2] // cut off, not rounded: it never says more than there is
	return mantissa + " × 10" + superscript(exp)
}

func separate(digits string) string {
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}

func superscript(n int) string {
	const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteRune([]rune(digits)[d-'0'])
	}
	return b.String()
}

// Uncached is how often the body would run for the whole script without any
// cache, by arithmetic; ok is false where the recursion never ends.
func Uncached(rec *trace.Recording) (n *big.Int, ok bool) {
	n = new(big.Int)
	for _, st := range rec.Script.Statements {
		if st.Op != trace.Call {
			continue
		}
		once := rec.Program.Bodies(st.Arg)
		if once == nil {
			return nil, false
		}
		n.Add(n, once.Mul(once, big.NewInt(int64(st.Times))))
	}
	return n, true
}
