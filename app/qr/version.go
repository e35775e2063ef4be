package qr

// A version is a size, from 1 to 40.
type version int

// size returns the number of modules a side.
func (v version) size() int { return 17 + 4*int(v) }

// What a code holds at error level L, for versions 1 to 40: how many bytes of a
// block are for correction, and how many blocks there are. From table 9 of
// ISO/IEC 18004.
var (
	check  = [40]int{7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30}
	blocks = [40]int{1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25}
)

// total returns how many bytes a code of this version holds in all.
func (v version) total() int {
	free := v.size()*v.size() - 3*64 - 2*15 - 1 - 2*(v.size()-16)
	if n := len(v.alignments()); n > 0 {
		free -= 25*(n*n-3) - 2*5*(n-2) // those on the timing patterns share five modules with them
	}
	if v >= 7 {
		free -= 2 * 18
	}
	return free / 8
}

// data returns how many of the bytes are the text's, with its header.
func (v version) data() int {
	return v.total() - check[v-1]*blocks[v-1]
}

// alignments returns where the centres of the alignment patterns are, across as
// well as down.
func (v version) alignments() []int {
	if v == 1 {
		return nil
	}
	n := int(v)/7 + 2
	step := (int(v)*8 + n*3 + 5) / (n*4 - 4) * 2
	at := make([]int, n)
	at[0] = 6
	for i := 1; i < n; i++ {
		at[i] = v.size() - 7 - (n-1-i)*step
	}
	return at
}

// header returns the length of what precedes the text, in bits: how it is
// written, and its length.
func (v version) header() int {
	if v < 10 {
		return 4 + 8
	}
	return 4 + 16
}

// holds reports whether a text fits.
func (v version) holds(text string) bool {
	return v.header()+8*len(text) <= 8*v.data()
}
