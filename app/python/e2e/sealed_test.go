package e2e

import (
	"strings"
	"testing"
)

// A program cannot reach network, storage or page, whichever way it tries: not
// where the server sends the worker's policy, and not where none is sent.
func TestSealed(t *testing.T) {
	for name, headers := range map[string]bool{"with the policy": true, "without": false} {
		t.Run(name, func(t *testing.T) {
			p := open(t, headers)
			p.js(t, `python.load()`, nil)
			before := p.requests.Load()
			r := p.do(t, "run", strings.ReplaceAll(attempts, "URL", p.url+"/?stolen"))
			if r.Error != nil || r.Fatal != "" {
				t.Fatalf("%+v %s", r.Error, r.Fatal)
			}
			t.Logf("what was tried:\n%s", r.Output)
			if strings.Contains(r.Output, "REACHED") || !strings.Contains(r.Output, "browser objects: ") || strings.Contains(r.Output, "browser objects: 0") {
				t.Error("something was reached, or the attempt was none")
			}
			p.js(t, `new Promise((done) => setTimeout(done, 200))`, nil) // for what is under way
			if n := p.requests.Load() - before; n != 0 {
				t.Errorf("the server got %d requests", n)
			}
		})
	}
}

const attempts = `
import gc, sys
def attempt(name, f):
    try: print(name, "REACHED", f())
    except BaseException as e: print(f"{name}: {type(e).__name__}: {str(e)[:90]}")

def importing(name):
    __import__(name)
for name in "js", "pyodide", "pyodide.http", "pyodide.code", "pyodide_js", "_pyodide", "_pyodide_core", "pyodide.ffi":
    attempt("import " + name, lambda: importing(name))
import urllib.request, socket, http.client
attempt("urllib", lambda: urllib.request.urlopen("URL", timeout=2).read())
def connect():
    s = socket.socket(); s.connect(("127.0.0.1", int("URL".split(":")[2].split("/")[0]))); s.send(b"GET / HTTP/1.0\r\n\r\n"); return s.recv(10)
attempt("socket", connect)

# Through whatever of the browser is left in memory.
found = {}
def dig(o, depth):
    if type(o).__name__.startswith("JsProxy") or "JsProxy" in str(type(o).__mro__):
        found[id(o)] = o
for o in gc.get_objects():
    dig(o, 0)
    try:
        for r in gc.get_referents(o): dig(r, 0)
    except Exception: pass
print("browser objects:", len(found))
for o in list(found.values()):
    for name in ("fetch XMLHttpRequest WebSocket WebTransport EventSource indexedDB caches importScripts BroadcastChannel Worker SharedWorker "
                 "navigator location postMessage close eval setInterval MessageChannel Request Response Blob File FileReaderSync "
                 "webkitRequestFileSystemSync RTCPeerConnection cookieStore createImageBitmap addEventListener dispatchEvent origin "
                 "Notification reportError scheduler trustedTypes onmessage WebSocketStream XMLHttpRequestUpload").split():
        try:
            value = getattr(o, name)
        except BaseException:
            continue
        if hasattr(o, "globalThis"):
            print("global", name, "REACHED", str(value)[:50])
    for path in ("constructor", "constructor.constructor"):
        try:
            f = o
            for part in path.split("."): f = getattr(f, part)
            if type(f("return 1")).__name__ == "JsProxy" and callable(f("return 1")):
                print(path, "REACHED", f("return globalThis"))
        except BaseException: pass
    try:
        g = o.globalThis
        attempt("eval", lambda: g.eval("1"))
        attempt("Function", lambda: g.Function.new("return import('URL&function')")())
        g.setTimeout("import('URL&timeout')", 0) # a request that the server gets, if this is a program
    except BaseException: pass
`
