package calls

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// separator returns what separates the columns of a table, or 0 if these lines
// are none: all have the same number of columns, two at least. Lines that end
// inside quotes, and those that follow them, are left out.
func separator(sample [][]byte) byte {
	for _, s := range []byte{'\t', ';', ','} {
		p := tableParser{separator: s}
		columns, same, inside := 0, true, false
		for _, line := range sample {
			if inside {
				inside = bytes.Count(line, []byte{'"'})%2 == 0
				continue
			}
			fields, open := p.split(line)
			if inside = open; open {
				continue
			}
			if columns == 0 {
				columns = len(fields)
			}
			if len(fields) != columns {
				same = false
				break
			}
		}
		if same && columns >= 2 {
			return s
		}
	}
	return 0
}

// hasHeader tells whether the first row names the columns: no field of it is
// empty or a number, or comes again in its column.
func hasHeader(rows [][]string) bool {
	if len(rows) < 2 {
		return false
	}
	for i, name := range rows[0] {
		if _, err := strconv.ParseFloat(name, 64); err == nil || name == "" {
			return false
		}
		if slices.Index(rows[0], name) != i {
			return false
		}
		for _, row := range rows[1:] {
			if i < len(row) && row[i] == name {
				return false
			}
		}
	}
	return true
}

// likeliest returns the column that most likely has the keys: one that is called
// so, or else the first in which some but not all rows are the same, and which is
// not in order, as times and running numbers are.
func likeliest(columns []Column, rows [][]string, header bool) int {
	if header {
		rows = rows[1:]
		for _, want := range []string{"key", "keys", "cache_key", "cachekey"} {
			for i, c := range columns {
				if strings.EqualFold(strings.TrimSpace(c.Name), want) {
					return i
				}
			}
		}
	}
	for i := range columns {
		var values []string
		different := map[string]bool{}
		for _, row := range rows {
			if i < len(row) {
				values = append(values, row[i])
				different[row[i]] = true
			}
		}
		if len(different) > 1 && len(different) < len(rows) && !slices.IsSortedFunc(values, byNumber) {
			return i
		}
	}
	return 0
}

// byNumber compares numbers as such, and all else as text.
func byNumber(a, b string) int {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return cmp.Compare(x, y)
	}
	return strings.Compare(a, b)
}
