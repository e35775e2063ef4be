// What the program takes for granted and a browser may refuse or lack: where all
// site data is blocked, in a frame of another site, on a page that came by http.
// A refusal is an exception, and one of them ends the program, so what is refused
// gets a stand-in before it starts.
{
  // Of returns what get does, and undefined where it throws.
  const of = (get) => {
    try {
      return get() ?? undefined;
    } catch {
      return undefined;
    }
  };
  const standIn = (object, name, value) =>
    Object.defineProperty(object, name, { value, configurable: true, writable: true });

  // What is stored is remembered until the page is left.
  class MemoryStorage {
    #items = new Map();
    get length() { return this.#items.size; }
    key(i) { return [...this.#items.keys()][i] ?? null; }
    getItem(key) { return this.#items.get(String(key)) ?? null; }
    setItem(key, value) { this.#items.set(String(key), String(value)); }
    removeItem(key) { this.#items.delete(String(key)); }
    clear() { this.#items.clear(); }
  }
  for (const name of ["localStorage", "sessionStorage"]) {
    if (of(() => [window[name].length, window[name].getItem("")]) === undefined) {
      standIn(window, name, new MemoryStorage());
    }
  }

  // What is kept as a file is refused in a way that can be caught.
  if (of(() => indexedDB) === undefined) {
    standIn(window, "indexedDB", null);
  }

  // No other tab is heard of.
  class SilentChannel extends EventTarget {
    postMessage() {}
    close() {}
  }
  if (of(() => new BroadcastChannel("probe").close() ?? true) === undefined) {
    standIn(window, "BroadcastChannel", SilentChannel);
  }

  // A change of the window's size stands for all.
  class WindowObserver {
    constructor(changed) { this.changed = () => changed([], this); }
    observe() {
      addEventListener("resize", this.changed);
      requestAnimationFrame(this.changed);
    }
    unobserve() {}
    disconnect() { removeEventListener("resize", this.changed); }
  }
  if (of(() => new ResizeObserver(() => {}).disconnect() ?? true) === undefined) {
    standIn(window, "ResizeObserver", WindowObserver);
  }

  if (of(() => matchMedia("all")) === undefined) {
    standIn(window, "matchMedia", (media) => Object.assign(new EventTarget(), {
      media, matches: false, onchange: null, addListener() {}, removeListener() {},
    }));
  }

  // Reading it throws where storage is blocked: then there is none.
  if (of(() => navigator.serviceWorker) === undefined) {
    standIn(navigator, "serviceWorker", undefined);
  }

  // A write that is refused at once is refused like any other: by a promise.
  const clipboard = of(() => navigator.clipboard);
  if (clipboard === undefined) {
    standIn(navigator, "clipboard", undefined);
  } else {
    const write = clipboard.writeText;
    standIn(clipboard, "writeText", async (text) => write.call(clipboard, text));
  }

  // Browsers bear only so many changes of the address in a while (Safari 100 in
  // 30 s), and in some frames none. The address follows as soon as it is let.
  let last = 0;
  for (const name of ["pushState", "replaceState"]) {
    const change = history[name];
    standIn(history, name, (...place) => {
      const mine = ++last;
      const follow = (tries) => {
        try {
          change.apply(history, place);
        } catch {
          if (tries > 0) {
            setTimeout(() => mine === last && follow(tries - 1), 5000);
          }
        }
      };
      follow(12);
    });
    addEventListener("popstate", () => last++); // somebody went elsewhere since
  }
}
