package keys

import (
	"strconv"
	"strings"

	"playground/app/calls/keylog"
	"playground/app/show"
)

// CSV is the curve as a table. A row tells of a maxsize; those that give no more
// hits than the one before are left out.
func (p *Place) CSV(string) string {
	c := p.shown.curve
	var b []byte
	b = append(b, "maxsize,hits,misses,hit_ratio"...)
	var next [][]keylog.Point
	for _, l := range p.lines {
		if l.on && l.sweep != nil {
			b = append(b, ","+strings.ReplaceAll(l.policy.String(), " ", "_")+"_hits"...)
			next = append(next, l.sweep.Points())
		}
	}
	b = append(b, '\n')
	for size := 1; size <= c.Keys(); size++ {
		here := false
		for _, points := range next {
			here = here || len(points) > 0 && points[0].Size == size
		}
		hits := c.Hits(size)
		if size > 1 && size < c.Keys() && hits == c.Hits(size-1) && !here {
			continue
		}
		b = strconv.AppendInt(b, int64(size), 10)
		b = strconv.AppendInt(append(b, ','), int64(hits), 10)
		b = strconv.AppendInt(append(b, ','), int64(c.Calls()-hits), 10)
		b = appendMillionths(append(b, ','), hits, c.Calls())
		for i, points := range next {
			b = append(b, ',')
			if len(points) > 0 && points[0].Size == size {
				b = strconv.AppendInt(b, int64(points[0].Hits), 10)
				next[i] = points[1:]
			}
		}
		b = append(b, '\n')
	}
	return string(b)
}

// appendMillionths writes a share with six decimals, much quicker than by way of a
// float64: there may be a million of them.
func appendMillionths(b []byte, part, whole int) []byte {
	n := (int64(part)*2_000_000 + int64(whole)) / (2 * int64(whole))
	digits := strconv.FormatInt(10_000_000+n, 10) // 1, the whole, and six decimals
	return append(append(append(b, digits[1]), '.'), digits[2:]...)
}

// Picture is the curve, to be saved.
func (p *Place) Picture(view string) show.Picture {
	return show.Picture{
		Selector: `svg[data-view="` + view + `"]`,
		Title:    "Hit ratio for every maxsize: " + p.shown.said(),
		Footer:   p.recommendation().Says() + " · lru_cache playground",
	}
}
