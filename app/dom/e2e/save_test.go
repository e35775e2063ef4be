package e2e

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	_ "image/png"
	"io"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"playground/app/dom"
	"playground/app/markup"
)

var picture = dom.Picture{
	File:     "cache",
	Selector: "#view svg",
	Title:    "fibonacci(10) with maxsize=3",
	Legend:   []dom.Sign{{Mark: markup.El("svg", "viewBox", "0 0 16 16", "width", 16, "height", 16).Of(markup.El("circle", "r", 6)), Words: "a hit & more"}},
	Footer:   "step 3 of 141",
}

// save saves and returns what the program says of it.
func (p *page) save(format string, pic dom.Picture) string {
	p.t.Helper()
	return eval[string](p, "save"+format+"("+literal(pic)+")")
}

// file is the file that the visitor has got last.
func (p *page) file() []byte {
	p.t.Helper()
	_, data, _ := strings.Cut(eval[string](p, "file"), "base64,")
	b, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		p.t.Fatal(err)
	}
	return b
}

// A file is the picture that is drawn, whatever is on its way at that moment and
// whatever way led there.
func TestSaveWhatIsDrawn(t *testing.T) {
	p := open(t)
	last := withFrame(cache([]int{3, 1}, 2), 7)
	p.run(drawing(cache([]int{1, 2})) + "; getComputedStyle(view()).color")
	told := eval[string](p, "(() => {"+motion("on")+drawing(last)+"; if (!document.getAnimations().length) throw 'nothing moves'; return saveSVG("+literal(picture)+")})()")
	if told != "" {
		t.Fatal(told)
	}
	moving := string(p.file())
	p.run("document.getAnimations().forEach(a => a.finish())")
	p.save("SVG", picture)
	still := string(p.file())

	p = open(t)
	p.run(drawing(last))
	p.save("SVG", picture)
	fresh := string(p.file())
	if moving != still {
		t.Errorf("saved while it moves:\n%s\nafterwards:\n%s", moving, still)
	}
	if still != fresh {
		t.Errorf("saved after a step:\n%s\nat first:\n%s", still, fresh)
	}

	if name := eval[string](p, "fileName"); name != "cache.svg" {
		t.Errorf("the file is called %q", name)
	}
	says := read(t, fresh)
	for _, want := range []string{picture.Title, "a hit & more", picture.Footer} {
		if !strings.Contains(says, want) {
			t.Errorf("the file does not say %q, but %q", want, says)
		}
	}
	for _, want := range []string{`transform="translate(100,10)"`, `"DejaVu Sans Mono"`, `"Noto Sans"`, "fill: rgb(191, 224, 247)"} {
		if !strings.Contains(strings.ReplaceAll(fresh, "&quot;", `"`), want) {
			t.Errorf("the file holds no %s:\n%s", want, fresh)
		}
	}
	for _, refused := range []string{"var(", "oklab", "color-mix", "translate(100px", "tabindex"} {
		if strings.Contains(fresh, refused) {
			t.Errorf("the file holds %s:\n%s", refused, fresh)
		}
	}
	if n := eval[int](p, "document.querySelectorAll('svg').length"); n != 1 {
		t.Errorf("saving leaves %d pictures on the page", n)
	}
}

// read returns the texts of an XML file, which must be well-formed.
func read(t *testing.T, file string) string {
	t.Helper()
	var texts []string
	for d := xml.NewDecoder(strings.NewReader(file)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(texts, "\n")
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		if text, ok := token.(xml.CharData); ok {
			texts = append(texts, string(text))
		}
	}
}

// A PNG shows what the page shows where the picture itself is.
func TestSavePNG(t *testing.T) {
	p := open(t)
	p.do(emulation.SetDeviceMetricsOverride(800, 600, 2, false))
	p.run(drawing(withFrame(cache([]int{3, 1}, 2), 7)))
	box := eval[struct{ X, Y, Width, Height float64 }](p, "view().querySelector('svg').getBoundingClientRect().toJSON()")
	var shot []byte
	p.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		shot, err = cdpage.CaptureScreenshot().WithClip(&cdpage.Viewport{X: box.X, Y: box.Y, Width: box.Width, Height: box.Height, Scale: 1}).Do(ctx)
		return err
	}))
	page := decode(t, shot)

	if told := p.save("PNG", dom.Picture{File: "bare", Selector: picture.Selector}); told != "" {
		t.Fatal(told)
	}
	if name := eval[string](p, "fileName"); name != "bare.png" {
		t.Errorf("the file is called %q", name)
	}
	saved := decode(t, p.file())
	const margin = 16 * 2
	if w, h := saved.Bounds().Dx()-2*margin, saved.Bounds().Dy()-2*margin; w != page.Bounds().Dx() || h != page.Bounds().Dy() {
		t.Fatalf("the picture is %d by %d pixels in the file, %v on the page", w, h, page.Bounds().Size())
	}
	differ, colours := 0, map[color.Color]bool{}
	for y := range page.Bounds().Dy() {
		for x := range page.Bounds().Dx() {
			a, b := page.At(x, y), saved.At(x+margin, y+margin)
			colours[a] = true
			if far(a, b) {
				differ++
			}
		}
	}
	if len(colours) < 8 {
		t.Errorf("the page shows %d colours: this proves little", len(colours))
	}
	// The edges of letters differ: in an image Chromium places them in another way.
	if all := page.Bounds().Dx() * page.Bounds().Dy(); differ > all/200 {
		t.Errorf("%d of %d pixels differ", differ, all)
	}
	if far(saved.At(1, 1), color.RGBA{250, 248, 244, 255}) {
		t.Errorf("the margin has the colour %v, the panel another", saved.At(1, 1))
	}
}

func decode(t *testing.T, file []byte) image.Image {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// far reports whether two colours can be told apart.
func far(a, b color.Color) bool {
	r, g, bl, _ := a.RGBA()
	r2, g2, bl2, _ := b.RGBA()
	const much = 12 << 8
	off := func(x, y uint32) bool { return x > y+much || y > x+much }
	return off(r, r2) || off(g, g2) || off(bl, bl2)
}

// Where nothing can be saved, the visitor is told why; saved is said only when the
// browser has got the file.
func TestSaveFails(t *testing.T) {
	noise := func(most string) string {
		return `patch(CanvasRenderingContext2D.prototype, "getImageData", get => function (...area) {
				const got = get.apply(this, area);
				got.data.forEach((v, i) => { got.data[i] = v + ` + most + ` * (i % 3 - 1); });
				return got;
			})`
	}
	throws := func(object, name string) string {
		return "patch(" + object + ", '" + name + "', () => () => { throw new Error('no') })"
	}
	p := open(t)
	elsewhere := picture
	elsewhere.Selector = "#nowhere"
	wrong := picture
	wrong.Selector = "]"
	for _, test := range []struct {
		name, script   string
		pic            dom.Picture
		svgErr, pngErr error
	}{
		{"pixels are noise", noise("90"), picture, nil, dom.ErrUnreadable},
		{"pixels differ so little that nobody sees it", noise("1"), picture, nil, nil},
		{"reading throws", throws("CanvasRenderingContext2D.prototype", "getImageData"), picture, nil, dom.ErrRefused},
		{"no pixels", "patch(HTMLCanvasElement.prototype, 'toBlob', () => done => done(null))", picture, nil, dom.ErrRefused},
		{"toBlob throws", throws("HTMLCanvasElement.prototype", "toBlob"), picture, nil, dom.ErrRefused},
		{"no file", throws("URL", "createObjectURL"), picture, dom.ErrRefused, dom.ErrRefused},
		{"hidden", "patch(view(), 'hidden', () => true)", picture, dom.ErrNotShown, dom.ErrNotShown},
		{"not there", "", elsewhere, dom.ErrNotShown, dom.ErrNotShown},
		{"a selector that is none", "", wrong, dom.ErrRefused, dom.ErrRefused},
	} {
		t.Run(test.name, func(t *testing.T) {
			p.t = t
			p.run("unpatch();" + drawing(cache([]int{1, 2})) + ";" + test.script)
			for format, want := range map[string]error{"SVG": test.svgErr, "PNG": test.pngErr} {
				p.run("file = null")
				told := p.save(format, test.pic)
				if want == nil {
					if told != "" {
						t.Errorf("%s: %s", format, told)
					}
					if len(p.file()) == 0 {
						t.Errorf("%s: there is no file", format)
					}
					continue
				}
				if told != want.Error() {
					t.Errorf("%s: it says %q, want %q", format, told, want)
				}
				if !eval[bool](p, "file === null") {
					t.Errorf("%s: there is a file", format)
				}
			}
			p.run(drawing(cache([]int{2, 3}))) // the program lives on
			p.shows(cache([]int{2, 3}))
		})
	}
}
