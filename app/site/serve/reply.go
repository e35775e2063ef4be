package serve

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
)

// Reply answers by a sentence instead of a file: whole, in plain text, and kept
// by nobody. What the header of a file would have said besides is taken back.
func reply(w http.ResponseWriter, status int, sentence string) {
	h := w.Header()
	for _, name := range []string{"Accept-Ranges", "Content-Encoding", "Etag", "Last-Modified"} {
		h.Del(name)
	}
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(sentence)+1))
	w.WriteHeader(status)
	io.WriteString(w, sentence+"\n")
}

// A refusing writer is for http.ServeContent, which knows when to refuse but
// does so under the header of the file. Through this writer it replies.
type refusing struct {
	http.ResponseWriter
	size    int // of the content
	refused bool
}

var refusals = map[int]string{
	http.StatusPreconditionFailed:           "the file here is none of those that If-Match names",
	http.StatusRequestedRangeNotSatisfiable: "the file has no such part as Range asks for; its size is in Content-Range",
}

func (w *refusing) WriteHeader(status int) {
	if status < 400 {
		w.ResponseWriter.WriteHeader(status)
		return
	}
	w.refused = true
	sentence := refusals[status]
	if sentence == "" {
		sentence = http.StatusText(status)
	}
	if status == http.StatusRequestedRangeNotSatisfiable {
		w.Header().Set("Content-Range", fmt.Sprintf("bytes */%d", w.size))
	}
	reply(w.ResponseWriter, status, sentence)
}

func (w *refusing) Write(b []byte) (int, error) {
	if w.refused {
		return len(b), nil // ServeContent's own words
	}
	return w.ResponseWriter.Write(b)
}
