// Python for the page, which imports this file when it is asked for Python.
// The build puts const files before this line: the names and sizes of what is
// fetched, relative to this file, and the version of Python.

// What python is: "3.14.2".
export const version = files.python;

// How many bytes a first load unpacks; over the line come about four million.
export const size = files.worker.size + files.wasm.size + files.stdlib.size;

// The cache that keeps Python between visits. The site's worker leaves it alone,
// whatever version it is of, and answers from it where it finds something.
const cacheName = "playground-python";

// Limits of one run: calls of cached functions, different keys, bytes of output,
// characters of the record.
const limits = { calls: 1_000_000, keys: 200_000, output: 64 << 10, record: 50_000_000 };

let loading; // a promise of {module, stdlib}, or undefined
let hear = () => {}; // what hears how far that has come
let worker; // a Worker that is ready, or a promise of one, or undefined
let job; // what it does: {id, listen, resolve, reject}, or undefined
let last = 0;

// load fetches Python and starts it, unless it is there already. While it comes over
// the network it calls progress(loaded, total), with bytes as they are when unpacked,
// and with loaded === total at the end; of several callers the last one hears it. It
// resolves when Python can be asked. It rejects with an Error whose message is a
// sentence for the visitor; it may then be called again.
export async function load(progress = hear) {
  hear = progress;
  loading ??= fetchAll().catch((error) => {
    loading = undefined;
    throw error;
  });
  const fetched = await loading;
  worker ??= begin(fetched).catch((error) => {
    worker = undefined;
    throw error;
  });
  await worker;
}

// run runs a program: its source, and what is called besides its `# call:` lines.
// It calls listen(kind, value) with what happens, the values as told in worker.js:
// "progress", "output", "done", "compared". It resolves when Python can be asked
// again, with "idle", or with "stopped" if stop was called. It rejects with an
// Error if Python came to an end; the next run starts another one.
export const run = (source, calls = [], listen = () => {}) => start("run", { source, calls, limits }, listen);

// ask runs a script under Python's own functools.lru_cache. It calls
// listen("output", text) and listen("done", JSON of {output, cut, error, info}), and
// resolves and rejects as run does. With own, {name, nth, size, clears}, the function of
// that __qualname__ gets that maxsize, whatever its decorator says, the `# call:` lines
// are called too, then cache_clear() so many times, and info is what cache_info() of the
// nth of that name says, -1 being the last.
export const ask = (source, listen = () => {}, own = null) => start("ask", { source, own, limits }, listen);

// stop ends what runs, at once, whatever it does. The next run starts Python anew.
export function stop() {
  end((job) => job.resolve("stopped"));
}

// busy tells whether something runs.
export const busy = () => job !== undefined;

function start(kind, what, listen) {
  if (job) {
    return Promise.reject(new Error("Python is busy. Stop it first."));
  }
  return new Promise(async (resolve, reject) => {
    const mine = (job = { id: ++last, listen, resolve, reject });
    try {
      await load();
      const ready = await worker;
      if (job === mine) { // nobody has stopped it meanwhile
        ready.postMessage({ kind, id: mine.id, job: JSON.stringify(what) });
      }
    } catch (error) {
      if (job === mine) {
        job = undefined;
        reject(error);
      }
    }
  });
}

// end does away with the worker, and tells whoever waits for it.
function end(tell) {
  const [ended, waiting] = [worker, job];
  worker = job = undefined;
  Promise.resolve(ended).then((w) => w?.terminate(), () => {});
  if (waiting) {
    tell(waiting);
  }
}

function begin({ module, stdlib }) {
  return new Promise((resolve, reject) => {
    const w = new Worker(address(files.worker), { type: "module" });
    const fail = (why) => {
      w.terminate();
      reject(new Error(`Python could not be started (${why}).`));
    };
    w.onerror = (event) => fail(event.message || "its script could not be loaded");
    w.onmessage = ({ data }) => {
      switch (data.kind) {
        case "ready":
          w.onerror = (event) => end((job) => job.reject(new Error(fatal(event.message))));
          resolve(w);
          break;
        case "fatal":
          fail(data.value); // says nothing to a promise that is kept
          if (job?.id === data.id) {
            end((job) => job.reject(new Error(fatal(data.value))));
          }
          break;
        case "idle":
          if (job?.id === data.id) {
            const done = job;
            job = undefined;
            done.resolve("idle");
          }
          break;
        default:
          if (job?.id === data.id) {
            job.listen(data.kind, data.value);
          }
      }
    };
    w.postMessage({ kind: "start", module, stdlib });
  });
}

// fatal says in words how the interpreter came to an end.
function fatal(why) {
  if (/call stack|stack overflow|recursion/i.test(why)) {
    return "Python came to an end: the calls were nested too deep for this browser. Recursion through C, as in max(map(f, …)), sorted(key=f) or Python's own lru_cache, goes a few hundred levels deep here.";
  }
  return `Python came to an end (${why}).`;
}

const address = (file) => new URL(file.name, import.meta.url).href;

// FetchAll keeps what it fetches, and gets what it has kept. How far it has come it
// counts in unpacked bytes, whose number the build has written down: of what a server
// compresses, the browser does not tell how much is still to come.
async function fetchAll() {
  let loaded = 0;
  const cache = await self.caches?.open(cacheName).catch(() => undefined); // not every page may have one
  const get = async (file) => {
    const kept = await cache?.match(address(file));
    if (!kept) {
      hear(loaded, size);
    }
    const response = kept ?? (await fetch(address(file)).catch((error) => {
      throw new Error(`Python could not be fetched (${error.message}). Is there a network?`);
    }));
    if (!response.ok) {
      throw new Error(response.status === 404
        ? "Python has changed on the server since this page was loaded. Reload the page to get both anew."
        : `Python could not be fetched (the server answered ${response.status}).`);
    }
    const keeping = kept ? undefined : cache?.put(address(file), response.clone()).catch(() => {}); // full, perhaps
    const counted = response.body.pipeThrough(new TransformStream({
      transform(chunk, stream) {
        loaded += chunk.byteLength;
        if (!kept && loaded < size) {
          hear(loaded, size);
        }
        stream.enqueue(chunk);
      },
    }));
    const whole = await new Response(counted, { headers: { "Content-Type": response.headers.get("Content-Type") } })[file.as]();
    await keeping;
    return whole;
  };
  const [wasm, stdlib] = await Promise.all([
    get({ ...files.wasm, as: "arrayBuffer" }),
    get({ ...files.stdlib, as: "arrayBuffer" }),
    get({ ...files.worker, as: "arrayBuffer" }), // kept for the browser, which loads it itself
    keepThis(cache),
  ]);
  hear(size, size);
  await forget(cache);
  return { module: await WebAssembly.compile(wasm), stdlib };
}

// KeepThis keeps this file too: without network, the page has to import it.
async function keepThis(cache) {
  if (cache && !(await cache.match(import.meta.url))) {
    await cache.add(import.meta.url).catch(() => {});
  }
}

// Forget removes what other versions of this folder have kept.
async function forget(cache) {
  const current = new Set([import.meta.url, ...[files.worker, files.wasm, files.stdlib].map(address)]);
  const folder = new URL(".", import.meta.url).href;
  for (const request of (await cache?.keys()) ?? []) {
    if (request.url.startsWith(folder) && !current.has(request.url)) {
      await cache.delete(request);
    }
  }
}
