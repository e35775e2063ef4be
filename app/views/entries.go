package views

import (
	"strconv"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// Entries lists the cache in words, the most recently used entry first; without
// a bound, which keeps no recency, the last stored one. It says what the picture
// shows to those who do not see it, and to everybody where it is shown.
func Entries(rec *trace.Recording, st trace.State, shown bool) markup.Node {
	list := markup.El("div", "class", "hidden")
	if shown {
		list = markup.El("div", "class", "list", "tabindex", 0, "role", "group", "aria-label", "Entries")
	}
	n := len(st.Order)
	ol := markup.El("ol", "aria-label", "Cache entries, most recently used first", "translate", "no")
	for i := n - 1; i >= max(0, n-listed); i-- {
		ol = ol.Of(item(rec, st.Order[i]))
	}
	if n > listed {
		ol = ol.Of(markup.El("li", "data-more", n-listed).Keyed("more").Say("and " + words.Count(n-listed) + " more"))
	}
	list = list.Of(ol)
	if n == 0 {
		list = list.Of(markup.El("p", "class", "empty").Say("The cache is empty."))
	}
	return list
}

// listed is how many entries are listed.
const listed = 200

func item(rec *trace.Recording, key int32) markup.Node {
	li := markup.El("li", "data-key", words.KeyName(rec, key)).Keyed(strconv.Itoa(int(key)))
	value := words.ValueOf(rec, key)
	short := value.Short(60)
	if whole := value.Title(); whole != short {
		li = li.With("title", whole)
	}
	return li.Say(rec.Call(key) + " = " + short)
}
