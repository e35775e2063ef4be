package experiments

import "strings"

// commentWidth is how many characters of a line stand beside a card.
const commentWidth = 38

// narrow breaks the comments of a program into lines that are short enough to stand
// beside a card. Code stays as it is.
func narrow(program string) string {
	var out, comment []string
	end := func() {
		line := "#"
		for _, word := range comment {
			if len(line)+1+len(word) > commentWidth && line != "#" {
				out = append(out, line)
				line = "#"
			}
			line += " " + word
		}
		if comment != nil {
			out = append(out, line)
		}
		comment = nil
	}
	for line := range strings.SplitSeq(program, "\n") {
		if text, ok := strings.CutPrefix(line, "# "); ok {
			comment = append(comment, strings.Fields(text)...)
			continue
		}
		end()
		out = append(out, line)
	}
	end()
	return strings.Join(out, "\n")
}
