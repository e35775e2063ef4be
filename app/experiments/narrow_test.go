package experiments

import (
	"strings"
	"testing"
)

// Comments are broken, and nothing else.
func TestNarrow(t *testing.T) {
	const program = "import sys\n\n# One two three four five six seven eight nine ten.\n# Eleven.\nf(\"# no comment, however long this line may be\")\n"
	want := "import sys\n\n# One two three four five six seven\n# eight nine ten. Eleven.\nf(\"# no comment, however long this line may be\")\n"
	if got := narrow(program); got != want {
		t.Errorf("it reads\n%s", got)
	}
	for name, s := range told(t) {
		for line := range strings.Lines(s.Python) {
			if strings.HasPrefix(line, "#") && len(strings.TrimSpace(line)) > commentWidth {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}
