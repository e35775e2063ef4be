package e2e

import (
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// A watch collects what must never happen, in any test.
type watch struct {
	origin string

	mu      sync.Mutex
	seen    []string
	allowed []string
	pending map[network.RequestID]string
}

// event hears everything that the browser tells about the tab.
func (w *watch) event(ev any) {
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		w.say("exception: " + ev.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		said := arguments(ev.Args)
		switch ev.Type {
		case runtime.APITypeError, runtime.APITypeWarning, runtime.APITypeAssert:
			w.say(fmt.Sprintf("console.%s: %s", ev.Type, said))
		case runtime.APITypeLog: // where Go writes why it stopped
			if strings.Contains(said, "panic:") || strings.Contains(said, "fatal error:") {
				w.say("the program stopped: " + said)
			}
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.LevelError {
			w.say(fmt.Sprintf("the browser's log: %s %s", ev.Entry.Text, ev.Entry.URL))
		}
	case *network.EventRequestWillBeSent:
		w.request(ev.RequestID, ev.Request.URL)
	case *network.EventResponseReceived:
		if ev.Response.Status >= 400 {
			w.say(fmt.Sprintf("request answered %d: %s", ev.Response.Status, ev.Response.URL))
		}
	case *network.EventLoadingFailed:
		if !ev.Canceled {
			w.say(fmt.Sprintf("request failed, %s: %s", ev.ErrorText, w.url(ev.RequestID)))
		}
	}
}

func arguments(args []*runtime.RemoteObject) string {
	var b strings.Builder
	for _, a := range args {
		fmt.Fprintf(&b, "%s%s ", a.Value, a.Description)
	}
	return b.String()
}

func (w *watch) request(id network.RequestID, url string) {
	w.mu.Lock()
	if w.pending == nil {
		w.pending = map[network.RequestID]string{}
	}
	w.pending[id] = url
	w.mu.Unlock()
	if !strings.HasPrefix(url, w.origin+"/") && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:"+w.origin+"/") {
		w.say("request to another origin: " + url)
	}
}

func (w *watch) url(id network.RequestID) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.pending[id]
}

func (w *watch) say(problem string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen = append(w.seen, problem)
}

// allow makes problems that contain the words one that the test means to cause.
func (w *watch) allow(words string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.allowed = append(w.allowed, words)
}

// problems returns what was seen and not allowed; of many it tells the first few.
func (w *watch) problems() (list []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
next:
	for i, problem := range w.seen {
		if len(list) == 5 {
			return append(list, fmt.Sprintf("and up to %d more like these", len(w.seen)-i))
		}
		for _, words := range w.allowed {
			if strings.Contains(problem, words) {
				continue next
			}
		}
		list = append(list, problem)
	}
	return list
}
