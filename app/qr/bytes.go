package qr

// codewords returns the bytes of the code: the text in blocks, with what corrects
// them, a byte of each block in turn.
func (v version) codewords(text string) []byte {
	n, correct := blocks[v-1], check[v-1]
	data := v.padded(text)
	short := len(data) / n      // what a block has at least
	longer := n - len(data)%n   // the first block that has one more
	parts := make([][]byte, n)  // of the text
	checks := make([][]byte, n) // of the correction
	divisor := generator(correct)
	for i := range n {
		size := short
		if i >= longer {
			size++
		}
		parts[i], data = data[:size], data[size:]
		checks[i] = remainder(parts[i], divisor)
	}
	var all []byte
	for at := range short + 1 {
		for _, p := range parts {
			if at < len(p) {
				all = append(all, p[at])
			}
		}
	}
	for at := range correct {
		for _, c := range checks {
			all = append(all, c[at])
		}
	}
	return all
}

// padded returns the text as bytes with its header, filled up to what the version
// holds.
func (v version) padded(text string) []byte {
	size := v.data()
	var b bits
	b.add(0b0100, 4) // the text is bytes
	b.add(len(text), v.header()-4)
	for i := range len(text) {
		b.add(int(text[i]), 8)
	}
	b.add(0, min(4, 8*size-b.n)) // nothing follows
	b.n = (b.n + 7) / 8 * 8
	for pad := 0xec; b.n < 8*size; pad ^= 0xec ^ 0x11 {
		b.add(pad, 8)
	}
	return b.bytes
}

// bits are bits, the highest of each byte first.
type bits struct {
	bytes []byte
	n     int
}

// add appends the lowest bits of a number, the highest of them first.
func (b *bits) add(number, count int) {
	for i := count - 1; i >= 0; i-- {
		if b.n/8 == len(b.bytes) {
			b.bytes = append(b.bytes, 0)
		}
		b.bytes[b.n/8] |= byte(number>>i&1) << (7 - b.n%8)
		b.n++
	}
}

// generator returns the polynomial by which a block is divided: the product of
// x - 2**i, without its first coefficient, which is 1.
func generator(degree int) []byte {
	g := make([]byte, degree)
	g[degree-1] = 1
	root := byte(1)
	for range degree {
		for i := range g {
			g[i] = times(g[i], root)
			if i+1 < degree {
				g[i] ^= g[i+1]
			}
		}
		root = times(root, 2)
	}
	return g
}

// remainder returns what a block leaves when divided, the bytes that correct it.
func remainder(block, divisor []byte) []byte {
	rest := make([]byte, len(divisor))
	for _, b := range block {
		factor := b ^ rest[0]
		copy(rest, rest[1:])
		rest[len(rest)-1] = 0
		for i, d := range divisor {
			rest[i] ^= times(d, factor)
		}
	}
	return rest
}

// times multiplies two bytes as polynomials over the two numbers 0 and 1, modulo
// x**8 + x**4 + x**3 + x**2 + 1.
func times(a, b byte) byte {
	product := 0
	for i := 7; i >= 0; i-- {
		product = product<<1 ^ product>>7*0x11d
		product ^= int(b>>i&1) * int(a)
	}
	return byte(product)
}
