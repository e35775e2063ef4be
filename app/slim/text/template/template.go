// Package template stands in for text/template in the program for the browser,
// see package slim. go-app's Handler wants it for files that it serves.
package template

import "io"

type Template struct{}

func New(string) *Template                          { panic(leftOut) }
func Must(*Template, error) *Template               { panic(leftOut) }
func (*Template) Parse(string) (*Template, error)   { panic(leftOut) }
func (*Template) Execute(wr io.Writer, _ any) error { panic(leftOut) }

const leftOut = "text/template is left out of the program for the browser, see app/slim"
