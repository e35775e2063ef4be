package link

import (
	"strings"
	"unicode"
)

// clean takes off what mail and chat programs put around and into an address: the
// brackets and the full stop of the sentence that it stood in, &amp; for &, %3D
// for =, even twice over. Nothing that Encode writes is lost, as it never uses
// such characters, nor a percent sign.
func clean(fragment string) string {
	for {
		decoded := strings.NewReplacer("&amp;", "&", "&#38;", "&", "&#x26;", "&").Replace(unescape(fragment))
		if decoded == fragment {
			break
		}
		fragment = decoded // which is shorter
	}
	fragment = strings.TrimLeftFunc(fragment, func(r rune) bool { return r == '#' || stray(r) })
	if i := strings.IndexFunc(fragment, unicode.IsSpace); i >= 0 {
		fragment = fragment[:i] // the sentence goes on
	}
	// Some trackers take the fragment for a part of the path.
	return strings.ReplaceAll(fragment, "?", "&")
}

// stray reports whether r can only have come from around a link. Neither a name
// nor a value begins or ends with one.
func stray(r rune) bool {
	return strings.ContainsRune(`()[]{}<>.,;:!?"'*_…‹›«»“”„‘’`+"`", r) || unicode.IsSpace(r) ||
		!unicode.IsPrint(r) || r == unicode.ReplacementChar
}

// unescape decodes %XX, and leaves a percent sign that begins no such thing.
func unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			b.WriteByte(nibble(s[i+1])<<4 | nibble(s[i+2]))
			i += 2
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

func nibble(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}

// tracking reports whether a name is one that trackers add to every address.
func tracking(name string) bool {
	switch name {
	case "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "yclid",
		"igsh", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "ref", "ref_src", "si":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}
