// Package engine drives Firefox and WebKit as a visitor does, by mouse and
// keyboard, and finds what is on the page as assistive technology does, by role
// and name.
//
// Firefox speaks WebDriver BiDi by itself. WebKit is driven through its
// WebKitWebDriver, which starts WebKitGTK's MiniBrowser in the window of an X
// server, here Xvfb.
package engine

import "time"

// patience is how long a browser may take to start or to end.
const patience = time.Minute
