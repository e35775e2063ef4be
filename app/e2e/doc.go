// Package e2e drives the real page, served by the real program, in a real
// Chromium: what the other tests cannot see.
//
// It needs three things, and says so in a sentence where one is missing:
//
//	CHROME       the Chromium or Chrome to drive (environment)
//	bin/playground, the built program (make build); PLAYGROUND names another
//	node_modules/axe-core, which npm ci installs in this folder
//
// Tests find things as people and assistive technology do, by role and name, and
// use them by mouse and keyboard events. Whatever test it is, it also fails on an
// error in the console, on a request that fails, and on a request to another
// origin.
package e2e
