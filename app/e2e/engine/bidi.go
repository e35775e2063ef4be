package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"sync"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

type object = map[string]any

// bidi is a connection of WebDriver BiDi: commands, each with its answer, and
// events in between.
type bidi struct {
	conn net.Conn

	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	events  []event
	closed  error
}

type answer struct {
	ID             int
	Type           string // "success", "error" or "event"
	Result         json.RawMessage
	Error, Message string

	event
}

type event struct {
	Method string
	Params struct {
		Context   string
		Source    struct{ Context string }
		Level     string
		Text      string
		Request   struct{ URL string }
		Response  struct{ Status int }
		ErrorText string
	}
}

func dial(address string) (*bidi, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, _, _, err := ws.Dial(ctx, address)
	if err != nil {
		return nil, err
	}
	b := &bidi{conn: conn, waiting: map[int]chan answer{}}
	go b.read()
	return b, nil
}

func (b *bidi) read() {
	for {
		text, err := wsutil.ReadServerText(b.conn)
		var a answer
		if err == nil {
			err = json.Unmarshal(text, &a)
		}
		b.mu.Lock()
		if err != nil {
			b.closed = err
			for _, w := range b.waiting {
				close(w)
			}
			b.mu.Unlock()
			return
		}
		if a.Type == "event" {
			b.events = append(b.events, a.event)
		} else if w := b.waiting[a.ID]; w != nil {
			delete(b.waiting, a.ID)
			w <- a
		}
		b.mu.Unlock()
	}
}

// command sends a command and keeps its result in v, unless that is nil.
func (b *bidi) command(v any, method string, params object) error {
	b.mu.Lock()
	b.last++
	id, w := b.last, make(chan answer, 1)
	b.waiting[id] = w
	err := b.closed
	b.mu.Unlock()
	if err != nil {
		return err
	}
	text, err := json.Marshal(object{"id": id, "method": method, "params": params})
	if err != nil {
		return err
	}
	if err := wsutil.WriteClientText(b.conn, text); err != nil {
		return err
	}
	a, ok := <-w
	switch {
	case !ok:
		return fmt.Errorf("%s: the connection has ended: %w", method, b.closed)
	case a.Type == "error":
		return fmt.Errorf("%s: %s: %s", method, a.Error, a.Message)
	case v == nil:
		return nil
	}
	return json.Unmarshal(a.Result, v)
}

// take returns the events of a tab that have not been taken yet.
func (b *bidi) take(context string) (taken []event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var rest []event
	for _, e := range b.events {
		if e.Params.Context == context || e.Params.Source.Context == context {
			taken = append(taken, e)
		} else {
			rest = append(rest, e)
		}
	}
	b.events = rest
	return taken
}
