// Package godebug stands in for internal/godebug in the program for the browser, see
// package slim. It reads the environment variable GODEBUG, of which a page has none, and
// counts in runtime/metrics, which nobody reads there: every setting has its default.
package godebug

// A Setting is one that is as Go has it.
type Setting struct{ name string }

// New returns the setting of that name.
func New(name string) *Setting { return &Setting{name} }

// Name is the name of the setting.
func (s *Setting) Name() string { return s.name }

// Value is empty, which stands for the default.
func (s *Setting) Value() string { return "" }

// IncNonDefault would count that another value than the default made a difference.
func (s *Setting) IncNonDefault() {}
