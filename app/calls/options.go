package calls

// Options say how to read a text. The zero value finds everything out.
type Options struct {
	Kind   Kind
	Column int    // of a Table or an Access log, the first is 1; 0 chooses the likeliest
	Header Header // of a Table
}

// A Header tells whether the first line of a table has the names of its columns.
type Header int

const (
	DetectHeader Header = iota
	WithHeader
	WithoutHeader
)

// What a Reader reads at most. A text that goes on is read so far, and its Input
// says that it was Cut.
const (
	MaxCalls = 10_000_000 // calls of all functions together, the numbers after asks included
	MaxKeys  = 2_000_000  // different keys
	MaxText  = 256 << 20  // bytes of keys and results
	MaxLine  = 1 << 20    // bytes of one line, which is not read if it has more
)
