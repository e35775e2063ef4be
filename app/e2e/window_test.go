package e2e

import (
	"context"

	"github.com/chromedp/cdproto/emulation"
)

// A window is what the visitor looks through. The zero window is a laptop's.
type window struct {
	width, height int64
	dark          bool
	still         bool // prefers-reduced-motion
	touch         bool
	forced        bool // forced-colors
}

// Windows that the page is laid out for.
var (
	laptop = window{width: 1366, height: 768}
	phone  = window{width: 360, height: 740}
	narrow = window{width: 320, height: 640}
)

// resize makes the tab show its page in that window.
func (p *page) resize(w window) {
	p.t.Helper()
	if w.width == 0 {
		w.width, w.height = laptop.width, laptop.height
	}
	p.do(func(ctx context.Context) error {
		if err := emulation.SetDeviceMetricsOverride(w.width, w.height, 1, w.touch).Do(ctx); err != nil {
			return err
		}
		if err := emulation.SetTouchEmulationEnabled(w.touch).Do(ctx); err != nil {
			return err
		}
		return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: or(w.dark, "dark", "light")},
			{Name: "prefers-reduced-motion", Value: or(w.still, "reduce", "no-preference")},
			{Name: "forced-colors", Value: or(w.forced, "active", "none")},
		}).Do(ctx)
	})
	if w.touch {
		p.do(func(ctx context.Context) error { return emulation.SetEmitTouchEventsForMouse(false).Do(ctx) })
	}
}

func or(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}
