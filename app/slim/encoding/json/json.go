// Package json stands in for encoding/json in the program for the browser, see
// package slim. go-app writes what it stores as JSON, of any type; the playground
// stores strings alone, and those it reads and writes here as encoding/json does.
package json

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

type RawMessage []byte

var errLeftOut = errors.New("encoding/json is left out of the program for the browser, see app/slim: only strings are stored")

func Marshal(v any) ([]byte, error) {
	s, ok := v.(string)
	if !ok {
		return nil, errLeftOut
	}
	b := []byte{'"'}
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < 0x20 || r == utf8.RuneError:
			b = append(b, `\u`...)
			b = append(b, strconv.FormatInt(0x10000+int64(r), 16)[1:]...)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"'), nil
}

func MarshalIndent(v any, _, _ string) ([]byte, error) { return Marshal(v) }

func Unmarshal(data []byte, v any) error {
	to, ok := v.(*string)
	text := string(data)
	if !ok || len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return errLeftOut
	}
	text = text[1 : len(text)-1]
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' {
			b.WriteByte(text[i])
			continue
		}
		i++
		if i == len(text) {
			return errLeftOut
		}
		if at := strings.IndexByte(`"\/bfnrt`, text[i]); at >= 0 {
			b.WriteByte("\"\\/\b\f\n\r\t"[at])
			continue
		}
		r, err := unit(text, i)
		if err != nil {
			return err
		}
		i += 4
		if low, err := unit(text, i+2); utf16.IsSurrogate(r) && err == nil {
			r = utf16.DecodeRune(r, low)
			i += 6
		}
		b.WriteRune(r)
	}
	*to = b.String()
	return nil
}

// unit reads the u and four hexadecimal digits at a place.
func unit(text string, at int) (rune, error) {
	if at < 0 || at+5 > len(text) || text[at] != 'u' {
		return 0, errLeftOut
	}
	n, err := strconv.ParseUint(text[at+1:at+5], 16, 16)
	if err != nil {
		return 0, errLeftOut
	}
	return rune(n), nil
}
