//go:build keys

package main

import (
	"time"

	"playground/app/keys"
)

// begin makes the page that for a log of keys, which needs no clock.
func (p *page) begin(func() time.Duration) {
	k := keys.New()
	p.name, p.place, p.base = "keys", k, &k.Page
}
