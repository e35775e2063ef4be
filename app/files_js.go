package main

import (
	"playground/app/dom"
	"playground/app/show"
)

// take has the place read a text that the visitor has brought.
func (p *page) take(t dom.Text) {
	p.stir()
	p.read(t, "", nil)
}

// read has the place read a text, unless another one comes meanwhile. kept is the
// name that the browser kept it under, if it was asked for by that; err says that it
// has not.
func (p *page) read(t dom.Text, kept string, err error) {
	p.texts++
	mine := p.texts
	place := p.place.(show.Taker)
	p.did(place.Take(show.Text{Name: t.Name, Size: int64(t.Size), From: t, Kept: kept}))
	go func() {
		var change show.Change
		if err == nil {
			err = t.Feed(mostSlice, func(piece []byte) (more bool) {
				if mine == p.texts {
					change, more = place.Feed(piece)
				}
				return more
			}, func() { p.did(change) })
		}
		if mine == p.texts {
			p.did(place.Fed(err))
		}
	}()
}

// again has the place read a text anew that it had before.
func (p *page) again(from any) {
	name, isKept := from.(string)
	if !isKept {
		p.take(from.(dom.Text))
		return
	}
	texts := p.texts
	go func() {
		if t, err := dom.Kept(name); texts == p.texts {
			p.read(t, name, err)
		}
	}()
}

// keep has the browser keep what the visitor has brought.
func (p *page) keep(k show.Kept) {
	kept := dom.Keeps() && p.ctx.LocalStorage().Set(p.name+"-text", k.Text) == nil
	p.keeping.Add(func() {
		if t, isFile := k.File.(dom.Text); !isFile {
			dom.Forget(p.name)
		} else if kept {
			kept = t.Keep(p.name) == nil
		}
		if !kept && k.Text != "" {
			p.did(p.place.(show.Keeper).NotKept() | p.base.Notice("This browser does not keep what you brought: open it again when you come back."))
		}
	})
}

// watch shows a log in the place that shows what a cache does.
func (p *page) watch() {
	from, text, fragment := p.place.(show.Handing).Hand()
	t, ok := from.From.(dom.Text)
	if !ok {
		t = dom.NewText(from.Name, text)
	}
	go func() {
		if t.Keep(show.LogName) != nil {
			p.did(p.base.Notice("This browser does not let one page hand a log over to another, so there is no watching it here."))
			return
		}
		p.leave("../function/#" + fragment)
	}()
}
