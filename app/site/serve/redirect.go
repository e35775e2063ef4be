package serve

import (
	"net/http"
	"net/url"
	"strings"
)

// Redirect sends the browser to the page that an address means without saying it,
// and reports whether there is one:
//
//   - /keys means the page of the folder, which is at /keys/, since the links in it
//     are relative to the folder;
//   - /%23v=1 means /#v=1: some programs that a link is sent through take the
//     fragment for a part of the path, and encode the sign that it begins with.
//
// The reference is relative, and so it is right behind a proxy, too, that serves
// the site under a path of its own. Whatever was asked for, it leads to a page of
// the site.
func redirect(w http.ResponseWriter, address *url.URL, files map[string]file) bool {
	page, fragment, encoded := strings.Cut(address.EscapedPath(), "%23")
	// Relative to the folder that the page is in; a slash in the fragment makes the
	// browser believe that it is in a folder further down.
	reference := strings.Repeat("../", strings.Count(fragment, "/")) + page[strings.LastIndexByte(page, '/')+1:]
	if _, folder := files[page+"/"]; folder {
		reference += "/"
	} else if _, exists := files[page]; !exists || !encoded || strings.HasPrefix(page, "/"+Assets) {
		return false
	}
	if reference == "" {
		reference = "./"
	}
	if address.RawQuery != "" {
		reference += "?" + address.RawQuery
	}
	if encoded {
		reference += "#" + fragment
	}
	w.Header().Set("Location", reference)
	reply(w, http.StatusMovedPermanently, "the page is at "+reference)
	return true
}
