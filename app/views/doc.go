// Package views turns what the page shows into the panels that are no pictures:
// counters, console, sentences, tables, the listing, and the controls themselves.
//
// A view is a function from plain values to a [markup.Node]. It keeps nothing
// between two calls. A control says in its data-do attribute what it does; the
// page listens in one place for all of them. What people type is shown by what
// the model holds of it, so a view that is drawn again never takes away what is
// half typed.
//
// What a page translator must leave as it is (code, keys, values, counters)
// carries translate="no".
package views
