package qr

import (
	"fmt"
	"slices"
)

// decode reads a code by the standard alone: which modules are patterns it finds
// out in its own way, and that a block is correct it sees by its syndromes.
func decode(c Code) (text string, v version, err error) {
	n := len(c)
	v = version((n - 17) / 4)
	bit := func(x, y int) int {
		if c[y][x] {
			return 1
		}
		return 0
	}
	// The format, near the finder pattern at the top left, and its copy.
	var format, copied int
	for i := range 15 {
		x, y := 8, i
		if i > 5 {
			y++
		}
		if i > 7 {
			x, y = 14-i, 8
			if i == 8 {
				x = 7
			}
		}
		format |= bit(x, y) << i
		if i < 8 {
			copied |= bit(n-1-i, 8) << i
		} else {
			copied |= bit(8, n-15+i) << i
		}
	}
	if format != copied {
		return "", v, fmt.Errorf("the two formats are %015b and %015b", format, copied)
	}
	format ^= 0b101010000010010
	for rest, i := format, 14; i >= 10; i-- {
		if rest>>i&1 == 1 {
			rest ^= 0b10100110111 << (i - 10)
		}
		if i == 10 && rest != 0 {
			return "", v, fmt.Errorf("the format %015b is broken", format)
		}
	}
	if format>>13 != 1 {
		return "", v, fmt.Errorf("level %b", format>>13)
	}
	mask := format >> 10 & 7
	if v >= 7 {
		number := 0
		for i := range 18 {
			if bit(n-11+i%3, i/3) != bit(i/3, n-11+i%3) {
				return "", v, fmt.Errorf("the two versions differ")
			}
			number |= bit(n-11+i%3, i/3) << i
		}
		if rest := number; number>>12 != int(v) {
			return "", v, fmt.Errorf("it says version %d", number>>12)
		} else {
			for i := 17; i >= 12; i-- {
				if rest>>i&1 == 1 {
					rest ^= 0b1111100100101 << (i - 12)
				}
			}
			if rest != 0 {
				return "", v, fmt.Errorf("the version %018b is broken", number)
			}
		}
	}

	// The bytes, without the mask.
	var all []byte
	bits := 0
	up := true
	for x := n - 1; x > 0; x -= 2 {
		if x == 6 {
			x--
		}
		for i := range n {
			y := i
			if up {
				y = n - 1 - i
			}
			for _, x := range []int{x, x - 1} {
				if patterned(v, x, y) {
					continue
				}
				b := bit(x, y)
				if turned(mask, x, y) {
					b ^= 1
				}
				if bits%8 == 0 {
					all = append(all, 0)
				}
				all[bits/8] |= byte(b) << (7 - bits%8)
				bits++
			}
		}
		up = !up
	}
	all = all[:bits/8]

	// The blocks.
	count, correct := blocks[v-1], check[v-1]
	parts := make([][]byte, count)
	short := len(all)/count - correct
	rest := all
	for i := range short + 1 {
		for b := range count {
			if i < short || b >= count-(len(all)%count) {
				parts[b] = append(parts[b], rest[0])
				rest = rest[1:]
			}
		}
	}
	var data []byte
	for _, p := range parts {
		data = append(data, p...)
	}
	for range correct {
		for b := range count {
			parts[b] = append(parts[b], rest[0])
			rest = rest[1:]
		}
	}
	if len(rest) > 0 {
		return "", v, fmt.Errorf("%d bytes are left", len(rest))
	}
	exp, log := field()
	for b, p := range parts {
		for root := range correct {
			sum := byte(0)
			for _, c := range p { // Horner's rule at the point 2**root
				if sum != 0 {
					sum = exp[(log[sum]+root)%255]
				}
				sum ^= c
			}
			if sum != 0 {
				return "", v, fmt.Errorf("block %d is broken: its syndrome %d is %d", b, root, sum)
			}
		}
	}

	// The text.
	read := func(at, n int) int {
		number := 0
		for i := at; i < at+n; i++ {
			number = number<<1 | int(data[i/8]>>(7-i%8)&1)
		}
		return number
	}
	width := 8
	if v > 9 {
		width = 16
	}
	if read(0, 4) != 4 {
		return "", v, fmt.Errorf("it is written as %04b", read(0, 4))
	}
	length := read(4, width)
	out := make([]byte, length)
	for i := range out {
		out[i] = byte(read(4+width+8*i, 8))
	}
	return string(out), v, nil
}

// field returns the powers of 2, and which power a byte is.
func field() (exp [255]byte, log [256]int) {
	x := 1
	for i := range exp {
		exp[i] = byte(x)
		log[x] = i
		if x *= 2; x > 255 {
			x ^= 0b100011101
		}
	}
	return exp, log
}

// centres are those of the alignment patterns as annex E of the standard lists
// them.
var centres = map[version][]int{
	2: {6, 18}, 3: {6, 22}, 4: {6, 26}, 5: {6, 30}, 6: {6, 34}, 7: {6, 22, 38}, 8: {6, 24, 42}, 9: {6, 26, 46}, 10: {6, 28, 50},
	11: {6, 30, 54}, 12: {6, 32, 58}, 13: {6, 34, 62}, 14: {6, 26, 46, 66}, 15: {6, 26, 48, 70}, 16: {6, 26, 50, 74}, 17: {6, 30, 54, 78},
	18: {6, 30, 56, 82}, 19: {6, 30, 58, 86}, 20: {6, 34, 62, 90}, 21: {6, 28, 50, 72, 94}, 22: {6, 26, 50, 74, 98}, 23: {6, 30, 54, 78, 102},
	24: {6, 28, 54, 80, 106}, 25: {6, 32, 58, 84, 110}, 26: {6, 30, 58, 86, 114}, 27: {6, 34, 62, 90, 118}, 28: {6, 26, 50, 74, 98, 122},
	29: {6, 30, 54, 78, 102, 126}, 30: {6, 26, 52, 78, 104, 130}, 31: {6, 30, 56, 82, 108, 134}, 32: {6, 34, 60, 86, 112, 138},
	33: {6, 30, 58, 86, 114, 142}, 34: {6, 34, 62, 90, 118, 146}, 35: {6, 30, 54, 78, 102, 126, 150}, 36: {6, 24, 50, 76, 102, 128, 154},
	37: {6, 28, 54, 80, 106, 132, 158}, 38: {6, 32, 58, 84, 110, 136, 162}, 39: {6, 26, 54, 82, 110, 138, 166}, 40: {6, 30, 58, 86, 114, 142, 170},
}

// patterned reports whether a module holds no text.
func patterned(v version, x, y int) bool {
	n := v.size()
	switch {
	case x == 6 || y == 6, // timing
		x < 9 && y < 9, x < 9 && y >= n-8, x >= n-8 && y < 9, // finders and format
		v >= 7 && x < 6 && y >= n-11, v >= 7 && y < 6 && x >= n-11: // version
		return true
	}
	near := func(a int) int {
		return slices.IndexFunc(centres[v], func(c int) bool { return c-2 <= a && a <= c+2 })
	}
	i, j, last := near(x), near(y), len(centres[v])-1
	return i >= 0 && j >= 0 && !(i == 0 && j == 0) && !(i == 0 && j == last) && !(i == last && j == 0)
}

// turned reports whether a mask turns a module over.
func turned(mask, x, y int) bool {
	i, j := y, x // the standard's names
	return []int{(i + j) % 2, i % 2, j % 3, (i + j) % 3, (i/2 + j/3) % 2, i*j%2 + i*j%3, (i*j%2 + i*j%3) % 2, ((i+j)%2 + i*j%3) % 2}[mask] == 0
}
