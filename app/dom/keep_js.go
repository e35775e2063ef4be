package dom

import "syscall/js"

// The browser keeps texts in a database, which has room for what is too large for
// its storage of strings, and takes a file without the program's reading it.
const (
	database = "texts" // its name, and that of the one store in it
	toRead   = "readonly"
	toWrite  = "readwrite"
)

// Keeps reports whether the browser keeps anything until the next visit. What stands
// in for its storage, in site/shell/standins.js, forgets all when the page is left.
func Keeps() bool {
	storage := js.Global().Get("Storage")
	return storage.Truthy() && js.Global().Get("localStorage").InstanceOf(storage)
}

// NewText makes a text of a string.
func NewText(name, s string) Text {
	blob := js.Global().Get("Blob").New([]any{s})
	return Text{name, blob.Get("size").Int(), blob}
}

// Keep has the browser keep the text under that name, in place of what it kept
// there. It fails with ErrNotKept where the browser keeps nothing, or has no room.
// It waits for the browser, as do Kept and Forget: they are to be called in a
// goroutine of their own.
func (t Text) Keep(as string) error {
	_, err := inStore(toWrite, func(store js.Value) js.Value {
		return store.Call("put", map[string]any{"name": t.Name, "blob": t.blob}, as)
	})
	return err
}

// Kept returns the text that the browser has kept under that name, and ErrNotKept
// if it has none.
func Kept(as string) (Text, error) {
	kept, err := inStore(toRead, func(store js.Value) js.Value { return store.Call("get", as) })
	if err != nil || !kept.Truthy() {
		return Text{}, ErrNotKept
	}
	blob := kept.Get("blob")
	return Text{kept.Get("name").String(), blob.Get("size").Int(), blob}, nil
}

// Forget has the browser forget it.
func Forget(as string) {
	inStore(toWrite, func(store js.Value) js.Value { return store.Call("delete", as) })
}

// inStore makes one request of the store of texts and waits for what comes of it.
func inStore(mode string, request func(store js.Value) js.Value) (result js.Value, err error) {
	var opening, asked js.Value
	create := js.FuncOf(func(js.Value, []js.Value) any {
		opening.Get("result").Call("createObjectStore", database)
		return nil
	})
	defer create.Release()
	err = awaited("onsuccess", func() js.Value {
		opening = js.Global().Get("indexedDB").Call("open", database, 1)
		opening.Set("onupgradeneeded", create)
		return opening
	})
	if err != nil {
		return js.Undefined(), err
	}
	db := opening.Get("result")
	defer db.Call("close")
	err = awaited("oncomplete", func() js.Value { // a request may succeed and still not be kept
		transaction := db.Call("transaction", database, mode)
		asked = request(transaction.Call("objectStore", database))
		return transaction
	})
	if err != nil {
		return js.Undefined(), err
	}
	return asked.Get("result"), nil
}

// awaited waits until the handler of that name is called of what begin has begun.
// It fails if another one is.
func awaited(handler string, begin func() js.Value) error {
	done := make(chan error, 1)
	end := func(err error) js.Func {
		return js.FuncOf(func(js.Value, []js.Value) any {
			select {
			case done <- err:
			default: // an error is followed by an abort
			}
			return nil
		})
	}
	yes, no := end(nil), end(ErrNotKept)
	defer yes.Release()
	defer no.Release()
	var begun js.Value
	if !Attempt(func() {
		begun = begin()
		begun.Set(handler, yes)
		for _, name := range failing {
			begun.Set(name, no)
		}
	}) {
		return ErrNotKept
	}
	err := <-done
	begun.Set(handler, nil)
	for _, name := range failing {
		begun.Set(name, nil)
	}
	return err
}

// failing are the handlers that are called when something has failed.
var failing = [...]string{"onerror", "onabort", "onblocked"}
