package frame

import "playground/app/keys"

// log is the page for a log of keys, with an example.
func log() Page {
	k := keys.New()
	return Page{
		Folder:      "keys/",
		Program:     "keys",
		Title:       "Your keys: which maxsize is enough for lru_cache?",
		Description: "Paste or drop a log of keys and see the hit ratio for every maxsize, the smallest that is good enough, and what other policies would do. Nothing leaves your browser.",
		Body:        frame{place: k}.page("keys", k.Frame()),
	}
}
