// Package e2e draws with package dom on a page in a real Chromium, whose path the
// environment variable CHROME names. It needs nothing of the playground's page: a
// program of a few lines in testdata passes on what the tests ask for.
package e2e
