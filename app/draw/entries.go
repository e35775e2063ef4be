package draw

import (
	"strconv"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// Entries lists the cache in words, the most recently used entry first; without
// a bound, which keeps no recency, the last stored one. It is the picture's twin
// for those who do not see it.
func Entries(rec *trace.Recording, st trace.State) markup.Node {
	name := "Cache entries, most recently used first"
	ol := markup.El("ol", "aria-label", name)
	n := len(st.Order)
	for i := n - 1; i >= max(0, n-listed); i-- {
		ol = ol.Of(item(rec, st.Order[i]))
	}
	if n > listed {
		ol = ol.Of(markup.El("li", "data-more", n-listed).Keyed("more").Say("and " + words.Count(n-listed) + " more"))
	}
	return ol
}

// listed is how many entries are listed.
const listed = 200

func item(rec *trace.Recording, key int32) markup.Node {
	name := strconv.Itoa(int(key))
	li := markup.El("li", "data-key", name).Keyed(name)
	value := words.ValueOf(rec, key)
	short := value.Short(60)
	if whole := value.Title(); whole != short {
		li = li.With("title", whole)
	}
	return li.Say(rec.Call(key) + " = " + short)
}
