package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	chromium "github.com/chromedp/cdproto/browser"
	cdp "github.com/chromedp/cdproto/page"
)

// Each picture has one menu that saves it, and says what it shows.
func TestSavePictures(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{}, "#v=1&step=60")
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	dir := p.downloads()
	for _, view := range []string{"the cache", "the timeline", "the call tree", "the curve"} {
		for _, format := range []string{"SVG", "PNG"} {
			p.summary("Save " + view).click()
			p.clickButton("Save " + view + " as " + format)
			file := p.saved(dir, format)
			if format == "PNG" {
				if _, err := png.Decode(bytes.NewReader(file)); err != nil {
					t.Errorf("%s as PNG cannot be read: %v", view, err)
				}
				continue
			}
			for _, want := range []string{"fibonacci(10)", "maxsize=2", "step 60 of 141", "hit", "computed again", "evicted"} {
				if !strings.Contains(string(file), want) {
					t.Errorf("%s as SVG does not say %q", view, want)
				}
			}
			if strings.Contains(string(file), "var(--") {
				t.Errorf("%s as SVG needs the page's style sheet", view)
			}
		}
		if eval[bool](p, `!!document.querySelector("details.save[open]")`) {
			t.Errorf("the menu that saved %s stays open", view)
		}
	}
}

// A saved picture is the picture drawn, fonts and colours included: at the end
// and in the middle, as opened by a link, in both themes, and by the very first
// press, when nothing has moved yet.
func TestSavedIsDrawn(t *testing.T) {
	t.Parallel()
	for _, at := range []struct {
		name, fragment string
		dark           bool
	}{
		{"the end", "", false},
		{"step 60, dark", "#v=1&step=60", true},
	} {
		for _, view := range []string{"cache", "timeline", "calls", "curve"} {
			t.Run(at.name+"/"+view, func(t *testing.T) {
				p := openAt(t, window{dark: at.dark}, at.fragment)
				p.wait("the curve", func() bool { return len(p.points()) == 13 })
				dir := p.downloads()
				eval[any](p, `document.querySelector('svg[data-view="`+view+`"]').scrollIntoView({block: "center"})`)
				p.settled()
				where := p.query(`svg[data-view="` + view + `"]`).box()
				drawn := p.clip(where)

				press := func(format string) []byte {
					eval[any](p, `document.querySelector('[data-do=save][data-view="`+view+`"][data-format="`+format+`"]').click()`)
					return p.saved(dir, format)
				}
				svg := press("SVG") // the first press
				picture := press("PNG")

				// Opened alone, the file is put so that the picture lies where it lay.
				alone := newPage(t, site, window{dark: at.dark})
				text, _ := json.Marshal(string(svg))
				inner := eval[box](alone, `(() => {
					const svg = new DOMParser().parseFromString(`+string(text)+`, "image/svg+xml").documentElement;
					document.body.replaceChildren(document.adoptNode(svg));
					svg.style.cssText = "position: absolute; left: 0; top: 0";
					const r = svg.querySelector('svg[data-view="`+view+`"]').getBoundingClientRect();
					const n = svg.querySelector('svg[data-view="`+view+`"]');
					svg.style.left = `+num(where.X)+` - n.x.baseVal.value + "px";
					svg.style.top = `+num(where.Y)+` - n.y.baseVal.value + "px";
					return {X: n.x.baseVal.value, Y: n.y.baseVal.value, Width: r.width, Height: r.height};
				})()`)
				if share := differing(drawn, alone.clip(where)); share > 0.01 {
					t.Errorf("as SVG %.1f %% of it differ from what is drawn", 100*share)
					keep(t, drawn, alone.clip(where))
				}

				img, err := png.Decode(bytes.NewReader(picture))
				if err != nil {
					t.Fatal(err)
				}
				half := halved(img, int(inner.X+0.5), int(inner.Y+0.5), drawn.Bounds())
				if share := differing(drawn, half); share > 0.05 { // its letters lie on another grid
					t.Errorf("as PNG %.1f %% of it differ from what is drawn", 100*share)
					keep(t, drawn, half)
				}
			})
		}
	}
}

func num(x float64) string { b, _ := json.Marshal(x); return string(b) }

// downloads has the browser keep what the page saves in a folder.
func (p *page) downloads() (dir string) {
	p.t.Helper()
	dir = p.t.TempDir()
	p.do(func(ctx context.Context) error {
		return chromium.SetDownloadBehavior(chromium.SetDownloadBehaviorBehaviorAllow).
			WithBrowserContextID(p.profile).WithDownloadPath(dir).Do(ctx)
	})
	return dir
}

// saved is the one file of that format that was saved; it is taken away.
func (p *page) saved(dir, format string) (file []byte) {
	p.t.Helper()
	p.wait("a picture is saved as "+format, func() bool {
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
	return file
}

// clip is what the window shows in a box.
func (p *page) clip(b box) (img image.Image) {
	p.t.Helper()
	scrolled := eval[point](p, `({X: scrollX, Y: scrollY})`) // the protocol counts from the page's corner
	b.X, b.Y = b.X+scrolled.X, b.Y+scrolled.Y
	p.do(func(ctx context.Context) error {
		data, err := cdp.CaptureScreenshot().WithClip(&cdp.Viewport{X: b.X, Y: b.Y, Width: b.Width, Height: b.Height, Scale: 1}).Do(ctx)
		if err != nil {
			return err
		}
		img, err = png.Decode(bytes.NewReader(data))
		return err
	})
	return img
}

// differing is the share of pixels that are clearly of another colour.
func differing(a, b image.Image) float64 {
	n, all := 0, a.Bounds().Dx()*a.Bounds().Dy()
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if !(image.Point{x, y}).In(b.Bounds()) || far(a.At(x, y), b.At(x, y)) {
				n++
			}
		}
	}
	return float64(n) / float64(all)
}

func far(a, b color.Color) bool {
	const clearly = 40 << 8
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	for _, d := range []int{int(ar) - int(br), int(ag) - int(bg), int(ab) - int(bb)} {
		if d > clearly || -d > clearly {
			return true
		}
	}
	return false
}

// halved is a part of a picture that is twice as dense, from a point of the
// page's pixels on.
func halved(img image.Image, x0, y0 int, size image.Rectangle) image.Image {
	half := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			var sum [3]uint32
			for _, d := range []image.Point{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
				r, g, b, _ := img.At(2*(x0+x)+d.X, 2*(y0+y)+d.Y).RGBA()
				sum[0], sum[1], sum[2] = sum[0]+r, sum[1]+g, sum[2]+b
			}
			half.Set(x, y, color.RGBA64{uint16(sum[0] / 4), uint16(sum[1] / 4), uint16(sum[2] / 4), 0xffff})
		}
	}
	return half
}

// keep keeps two pictures that should be the same.
func keep(t *testing.T, drawn, saved image.Image) {
	if *failuresDir == "" {
		return
	}
	for name, img := range map[string]image.Image{"drawn": drawn, "saved": saved} {
		var b bytes.Buffer
		png.Encode(&b, img)
		os.WriteFile(filepath.Join(*failuresDir, strings.NewReplacer("/", "_", " ", "_").Replace(t.Name())+"-"+name+".png"), b.Bytes(), 0o666)
	}
}
