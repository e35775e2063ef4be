// The worker: Python, and nothing around it that a program could reach.
//
// The build puts before this line loadPyodide and createPyodideModule, both from
// Pyodide, lock, an empty list of packages, and shim, the text of the files in shim.
//
// The page sends, and the worker answers:
//
//   {kind: "start", module, stdlib}    the compiled interpreter, and the bytes of its library
//     {kind: "ready", python}          its version
//   {kind: "run", id, job}             see shim/run.py; the job is JSON
//     {kind: "progress", id, value}    JSON: [calls, keys] so far
//     {kind: "output", id, value}      text that was printed just now
//     {kind: "done", id, value}        JSON: what came of it
//     {kind: "compared", id, value}    JSON: whether a second run made the same calls
//     {kind: "idle", id}               the worker can be asked again
//   {kind: "ask", id, job}             see shim/run.py: output, done, idle
//   any of them
//     {kind: "fatal", id, value}       why it must be ended: nothing more can be asked of it

const memory = 768 << 20; // bytes; more, and Python raises MemoryError

const send = self.postMessage.bind(self);
const listen = self.addEventListener.bind(self);
let python;

listen("message", async ({ data }) => {
  try {
    if (data.kind === "start") {
      python = await start(data);
      send({ kind: "ready", python: python.version });
      return;
    }
    python[data.kind](data.job, (kind, value) => send({ kind, id: data.id, value }));
    send({ kind: "idle", id: data.id });
  } catch (error) {
    send({ kind: "fatal", id: data.id, value: String(error?.message ?? error) });
  }
});

async function start({ module, stdlib }) {
  bound();
  // Pyodide fetches these two. They are here already, and nothing can be fetched.
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (url) => new Response(String(url).endsWith("stdlib.zip") ? stdlib : null);
  WebAssembly.instantiateStreaming = async (_, imports) => ({ module, instance: await WebAssembly.instantiate(module, imports) });
  const pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: "https://playground.invalid/",
    stdLibURL: "https://playground.invalid/stdlib.zip",
    lockFileContents: lock,
    packageBaseUrl: "https://playground.invalid/",
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
  });
  WebAssembly.instantiateStreaming = instantiateStreaming;
  const globals = pyodide.toPy({ __name__: "shim" });
  pyodide.runPython(shim, { globals, filename: "shim.py" });
  globals.get("begin")();
  const [run, ask, version] = [globals.get("run"), globals.get("ask"), pyodide.runPython("import platform; platform.python_version()")];
  seal();
  return { run, ask, version };
}

// Bound makes WebAssembly refuse to grow beyond what a page may use up.
function bound() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > memory) {
      throw new RangeError("no more memory for Python");
    }
    return grow.call(this, pages);
  };
}

// Seal takes away what a program could reach through Pyodide: the network,
// storage, other workers, messages to the page. Only what is named here stays:
// the language itself, and what Pyodide needs while it runs. The worker's
// Content-Security-Policy refuses all of it too, but some servers send none.
function seal() {
  const language = Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name) && standard.has(name));
  const kept = new Set([...language, ...needed]);
  for (let level = globalThis; level && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (!kept.has(name) && !(level !== globalThis && name === "constructor")) {
        take(level, name);
      }
    }
  }
  take(URL, "createObjectURL");
  // What a timer takes may be a string.
  const { setTimeout } = self;
  take(self, "setTimeout", (f, ...rest) => (typeof f === "function" ? setTimeout(f, ...rest) : 0));
  // A string is no program either: not for eval, nor for the constructors that
  // every function has. Pyodide needs the name of one of them, for its prototype.
  for (const f of [function () {}, async function () {}, function* () {}, async function* () {}]) {
    Object.defineProperty(Object.getPrototypeOf(f), "constructor", { value: undefined, configurable: false, writable: false });
  }
  const none = function Function() {
    throw new EvalError("a string is no program here");
  };
  none.prototype = Function.prototype;
  take(globalThis, "Function", none);
}

const standard = new Set(["AggregateError", "Array", "ArrayBuffer", "Atomics", "BigInt", "BigInt64Array", "BigUint64Array",
  "Boolean", "DataView", "Date", "Error", "EvalError", "FinalizationRegistry", "Function", "Float16Array", "Float32Array", "Float64Array",
  "Infinity", "Int16Array", "Int32Array", "Int8Array", "Intl", "Iterator", "JSON", "Map", "Math", "NaN", "Number", "Object",
  "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect", "RegExp", "Set", "SharedArrayBuffer", "String", "Symbol",
  "SyntaxError", "TypeError", "URIError", "Uint16Array", "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakRef",
  "WeakSet", "WebAssembly"]);
const needed = ["globalThis", "self", "undefined", "isFinite", "isNaN", "parseFloat", "parseInt", "decodeURIComponent",
  "encodeURIComponent", "decodeURI", "encodeURI", "escape", "unescape", "TextDecoder", "TextEncoder", "URL", "performance", "crypto",
  "console", "setTimeout", "clearTimeout", "queueMicrotask", "structuredClone"];

function take(level, name, value) {
  if (value !== undefined || !Reflect.deleteProperty(level, name)) {
    try {
      Object.defineProperty(level, name, { value, writable: false, configurable: false });
    } catch {
      // It cannot be done: the test looks at what is left.
    }
  }
}
