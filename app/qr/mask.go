package qr

// masks are the patterns by which modules can be turned over, so that no text
// makes a code that is hard to read.
var masks = [8]func(x, y int) bool{
	func(x, y int) bool { return (x+y)%2 == 0 },
	func(x, y int) bool { return y%2 == 0 },
	func(x, y int) bool { return x%3 == 0 },
	func(x, y int) bool { return (x+y)%3 == 0 },
	func(x, y int) bool { return (x/3+y/2)%2 == 0 },
	func(x, y int) bool { return x*y%2+x*y%3 == 0 },
	func(x, y int) bool { return (x*y%2+x*y%3)%2 == 0 },
	func(x, y int) bool { return ((x+y)%2+x*y%3)%2 == 0 },
}

// mask turns modules over, and back again.
func (c *canvas) mask(which int) {
	for y, row := range c.dark {
		for x := range row {
			if !c.fixed[y][x] && masks[which](x, y) {
				row[x] = !row[x]
			}
		}
	}
}

// penalty returns how hard a code is to read, by the rules of the standard: long
// runs, blocks of two by two, what looks like a finder pattern, and too much of
// either colour.
func penalty(c Code) int {
	sum, dark := 0, 0
	for i := range c {
		sum += line(len(c), func(at int) bool { return c[i][at] })
		sum += line(len(c), func(at int) bool { return c[at][i] })
		for j := range c {
			if c[i][j] {
				dark++
			}
			if i > 0 && j > 0 && c[i][j] == c[i-1][j] && c[i][j] == c[i][j-1] && c[i][j] == c[i-1][j-1] {
				sum += 3
			}
		}
	}
	percent := 100 * dark / (len(c) * len(c))
	return sum + max(percent-50, 50-percent)/5*10
}

// line returns the penalty of a row or column.
func line(n int, dark func(int) bool) int {
	sum, run, last := 0, 0, 0
	for at := range n {
		bit := 0
		if dark(at) {
			bit = 1
		}
		if run++; last&1 != bit || at == 0 {
			run = 1
		}
		switch {
		case run == 5:
			sum += 3
		case run > 5:
			sum++
		}
		last = (last<<1 | bit) & 0x7ff
		if at >= 10 && (last == 0b10111010000 || last == 0b00001011101) {
			sum += 40
		}
	}
	return sum
}
