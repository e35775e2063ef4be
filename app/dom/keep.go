package dom

import "errors"

// ErrNotKept says of a text that the browser has not kept it, or does not.
var ErrNotKept = errors.New("this browser does not keep it")
