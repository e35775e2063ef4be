package main

import (
	"playground/app/dom"
	"playground/app/show"
)

// take has the place read a text that the visitor has brought. The browser hands it
// over in large pieces, of which the place reads small ones for as long as a slice
// lasts. One that comes meanwhile ends it.
func (p *page) take(t dom.Text) {
	p.stir()
	p.text = t
	p.texts++
	mine := p.texts
	place := p.place.(show.Taker)
	p.did(place.Take(t.Name, int64(t.Size)))
	go func() {
		var err error
		for at, more := 0, true; at < t.Size && more && err == nil; at += largePiece {
			var piece []byte
			piece, err = t.Read(at, largePiece)
			for time := within(mostSlice); len(piece) > 0 && more && mine == p.texts; {
				var change show.Change
				n := min(smallPiece, len(piece))
				change, more = place.Feed(piece[:n])
				if piece = piece[n:]; !time() {
					p.did(change)
					breathe()
					time = within(mostSlice)
				}
			}
		}
		if mine == p.texts {
			p.did(place.Fed(err))
		}
	}()
}

const (
	largePiece = 256 << 10
	smallPiece = 16 << 10
)
