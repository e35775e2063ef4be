//go:build !js

package dom

import _ "embed"

// Script is what a page that draws with a Canvas has to run before: the half of
// the package that is written in JavaScript.
//
//go:embed hand.js
var Script []byte
