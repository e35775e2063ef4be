package experiments

// terms are the words that cards explain, in the order in which they stand.
var terms = []struct{ word, meaning string }{
	{"body runs", "how often Python executes the function instead of answering from the cache: the misses."},
	{"hits", "calls that the cache answered."},
	{"misses", "calls for which the body ran."},
	{"evicted", "thrown out to make room for another result."},
	{"recently used", "stored or asked for. The cache puts its entries in the order in which they were used last."},
	{"maxsize", "how many results the cache keeps at most."},
	{"key", "what the cache looks for: the arguments of the call."},
	{"hashable", "usable as a key of a dict: numbers, strings, and tuples of such, but no list, dict or set."},
	{"stale", "an answer that was right when it was computed, and is not any more."},
	{"TTL", "time to live: how long an entry may be used after it was stored."},
	{"shared", "two names for one object: a change made by one is seen by the other."},
	{"thread", "a part of a program that runs at the same time as others."},
	{"decorator", "a function that takes another one and returns what is called in its place."},
	{"recursion", "a function that calls itself."},
}
