package e2e

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image"
	_ "image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	chromium "github.com/chromedp/cdproto/browser"
)

// The cache, the tree and the curve can be saved, with the look they have.
func TestSavePictures(t *testing.T) {
	p := open(t)
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	dir := t.TempDir()
	p.do(func(ctx context.Context) error {
		return chromium.SetDownloadBehavior(chromium.SetDownloadBehaviorBehaviorAllow).
			WithBrowserContextID(p.profile).WithDownloadPath(dir).Do(ctx)
	})
	for _, view := range []string{"cache", "call tree", "curve"} {
		for _, format := range []string{"SVG", "PNG"} {
			p.clickButton("Save the " + view + " as " + format)
			var file []byte
			p.wait(view+" is saved as "+format, func() bool {
				found, _ := filepath.Glob(filepath.Join(dir, "*."+strings.ToLower(format)))
				if len(found) != 1 {
					return false
				}
				b, err := os.ReadFile(found[0])
				if err != nil || len(b) == 0 {
					return false
				}
				file = b
				return os.Remove(found[0]) == nil
			})
			if format == "SVG" {
				checkSVG(t, view, file)
			} else {
				checkPNG(t, view, file)
			}
		}
	}
}

func checkSVG(t *testing.T, view string, file []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(file)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Errorf("%s.svg cannot be read: %v", view, err)
			return
		}
	}
	for _, want := range []string{`xmlns="http://www.w3.org/2000/svg"`, "rgb", "font-family"} {
		if !strings.Contains(string(file), want) {
			t.Errorf("%s.svg holds no %s", view, want)
		}
	}
	if strings.Contains(string(file), "var(--") {
		t.Errorf("%s.svg needs the page's style sheet", view)
	}
}

func checkPNG(t *testing.T, view string, file []byte) {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		t.Errorf("%s.png cannot be read: %v", view, err)
		return
	}
	colours := map[any]bool{}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			colours[img.At(x, y)] = true
		}
	}
	if img.Bounds().Dx() < 300 || len(colours) < 8 {
		t.Errorf("%s.png is %v, in %d colours", view, img.Bounds().Size(), len(colours))
	}
}
