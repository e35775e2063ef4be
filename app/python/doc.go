// Package python puts CPython into the page: Pyodide, CPython compiled to
// WebAssembly, in a Web Worker, with a recorder around what it runs.
//
// The page fetches it only when somebody asks for Python, about 4 MB, and keeps
// it under a cache name of its own. Files returns what has to lie in the folder
// python/ of the site:
//
//	page.*.js     what the page imports: it fetches the rest, with progress, and
//	              starts and stops the worker
//	worker.*.js   Pyodide's own two scripts, and ours, in one file
//	python.*.wasm the interpreter
//	stdlib.*.zip  the standard library, see stdlib.py
//
// The protocol, as the page's program sees it, is in page.js; the one between
// page and worker in worker.js; what is recorded, and how, in shim/run.py. The
// format of a record is that of app/calls.
//
// Pyodide is used under the Mozilla Public License 2.0, and Python's standard
// library under that of the Python Software Foundation.
package python
