// Package e2e tests the page's Python: what it records, in Node, and the worker
// with everything around it, in Chromium. Its tests need what `make site` leaves
// in bin/python, and the environment variable CHROME; `make python` sees to both.
package e2e
