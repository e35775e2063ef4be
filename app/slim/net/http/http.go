// Package http stands in for net/http in the program for the browser, see
// package slim. It has the names that go-app's Handler mentions, which serves
// pages and never runs in a browser; all that they do here is to compile.
//
// If go-app comes to mention another name, the build fails and asks for it:
// add it here the same way.
package http

import (
	"errors"
	"io"
	"net/url"
)

const (
	StatusOK                  = 200
	StatusNotModified         = 304
	StatusNotFound            = 404
	StatusInternalServerError = 500
)

type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(status int)
}

type Header map[string][]string

func (h Header) Get(string) string { return "" }
func (h Header) Set(_, _ string)   {}

type Request struct {
	Header Header
	Host   string
	TLS    *struct{}
	URL    *url.URL
}

type Response struct {
	Body       io.ReadCloser
	Header     Header
	StatusCode int
}

type Dir string

var errNoServer = errors.New("net/http is left out of the program for the browser, see app/slim")

func Get(string) (*Response, error)     { return nil, errNoServer }
func NotFound(ResponseWriter, *Request) { panic(errNoServer) }
func FileServer(Dir) Handler            { return nil }
