package trace

import (
	"errors"
	"iter"

	"playground/app/programs"
	"playground/lru"
)

// fromRecord has the driver call the functions of a call record, each through a
// cache of its own.
func (d *driver) fromRecord(p *programs.Program) {
	caches := &programs.Caches{Ask: d.ask, Clear: d.clear, Decorate: d.decorate}
	d.body = p.Through(caches)
	if p.Rest != nil {
		d.rest = func() { p.Rest(caches) }
	}
	if p.MaxDepth > 0 {
		d.maxDepth = p.MaxDepth
	}
	d.caches = make([]*cache, len(p.Functions))
	for i := range d.caches {
		d.caches[i] = &cache{size: d.script.sizeOf(p, i), chosen: i == p.Chosen}
		d.renew(d.caches[i])
	}
}

// A cache is that of one of several functions.
type cache struct {
	*lru.MemoErr[int, programs.Value]
	size   Size
	chosen bool
}

func (d *driver) renew(c *cache) {
	c.MemoErr = lru.NewErr(d.attempt, c.size.option())
	c.OnEvict(func(key int, _ programs.Value) { d.victim = key })
}

// errRaised has the cache store nothing.
var errRaised = errors.New("raised")

// attempt is inside for a body that may raise.
func (d *driver) attempt(key int) (programs.Value, error) {
	v := d.inside(key)
	if _, raised := v.(programs.Exception); raised {
		return v, errRaised
	}
	return v, nil
}

// ask is call for an argument of a record.
func (d *driver) ask(a programs.Arg) programs.Value {
	key, bodies := d.keys.ofRecorded(a), d.bodies
	c := d.caches[d.keys.functions[key]]
	v, err := c.Call(int(key))
	switch {
	case d.bodies == bodies:
		d.tell.Hit(key)
		d.pause()
		return v
	case err != nil:
		d.tell.Fail(key, v)
	case c.size == 0:
		d.tell.Return(key, v)
	case d.victim < 0:
		d.tell.Store(key, v)
	default:
		d.tell.StoreEvicting(key, int32(d.victim), v)
		d.victim = -1
	}
	d.depth--
	return v
}

func (d *driver) clear(function int) {
	d.caches[function].CacheClear()
	d.tell.Empty(function, Unknown)
}

// decorate tells of a new cache unless the old one is as good as new.
func (d *driver) decorate(function int) {
	c := d.caches[function]
	info := c.CacheInfo()
	if info.Hits == 0 && info.Misses == 0 {
		return
	}
	d.renew(c)
	d.tell.Empty(function, Decorated)
}

// chosen is the cache of the function that is looked at.
func (d *driver) chosen() *cache {
	for _, c := range d.caches {
		if c.chosen {
			return c
		}
	}
	return nil
}

func (d *driver) all() iter.Seq2[int, programs.Value] {
	if d.memo == nil {
		return d.chosen().All()
	}
	return d.memo.All()
}
