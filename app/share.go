package main

import (
	"html"

	"playground/app/source"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Links to what is shown, and the script to take along.

// copied is the last text that went to the clipboard, or should have.
type copied struct {
	what   string // "Link", "Python", …
	failed string // the text, where the browser did not let it be copied
}

func (p *page) shareDialog() app.UI {
	if p.sheet != "share" {
		return p.dialog("share", "")
	}
	url, err := p.sharedURL(false)
	embed, _ := p.sharedURL(true)
	why := ""
	if err != nil {
		why = err.Error()
	}
	return p.dialog("share", "Share this very view",
		problem("share-problem", why),
		p.copyField("Link", url),
		p.copyField("Markdown", "["+p.summary()+"]("+url+")"),
		p.copyField("Embed", `<iframe src="`+html.EscapeString(embed)+`" width="720" height="520" title="`+html.EscapeString(p.summary())+`"></iframe>`),
	)
}

func (p *page) copyField(what, text string) app.UI {
	id := "share-" + what
	return app.Div().Class("copy").Body(
		app.Label().For(id).Text(what),
		app.Input().Type("text").ID(id).ReadOnly(true).Value(text),
		app.Button().Type("button").DataSet("copies", id).Aria("label", "Copy "+what).
			Text(p.copyLabel(what, "Copy")).OnClick(p.onCopyField),
	)
}

// copyLabel is what a copying button says: after it was used, that it worked.
func (p *page) copyLabel(what, label string) string {
	if p.copied.what == what && p.copied.failed == "" {
		return label + " ✓"
	}
	return label
}

func (p *page) onShare(ctx app.Context, _ app.Event) {
	p.copied = copied{}
	p.showSheet(ctx, "share")
}

func (p *page) onCopyField(ctx app.Context, _ app.Event) {
	id := ctx.JSSrc().Get("dataset").Get("copies").String()
	field := app.Window().GetElementByID(id)
	p.copy(ctx, id[len("share-"):], field.Get("value").String())
}

func (p *page) onCopyPython(ctx app.Context, _ app.Event) {
	p.copy(ctx, "Python", source.Python(p.play.Rec))
}

func (p *page) onCopyGo(ctx app.Context, _ app.Event) {
	p.copy(ctx, "Go", source.Go(p.play.Rec))
}

// copy puts text on the clipboard. Where the browser does not let it (a page
// that came without https may not), the text is shown, to be copied by hand.
func (p *page) copy(ctx app.Context, what, text string) {
	done := func(failed string) {
		ctx.Dispatch(func(ctx app.Context) {
			p.copied = copied{what, failed}
			if failed == "" {
				p.speak("Copied to the clipboard: " + what + ".")
				return
			}
			p.showSheet(ctx, "by-hand")
		})
	}
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		done(text)
		return
	}
	var ok, no app.Func
	ok = app.FuncOf(func(app.Value, []app.Value) any { ok.Release(); no.Release(); done(""); return nil })
	no = app.FuncOf(func(app.Value, []app.Value) any { ok.Release(); no.Release(); done(text); return nil })
	clipboard.Call("writeText", text).Call("then", ok, no)
}

func (p *page) byHandDialog() app.UI {
	if p.sheet != "by-hand" {
		return p.dialog("by-hand", "")
	}
	return p.dialog("by-hand", p.copied.what+", to be copied by hand",
		app.P().Text("This browser does not let the page write to the clipboard here. Select the text and copy it."),
		app.Textarea().Aria("label", p.copied.what).ReadOnly(true).Rows(16).Attr("spellcheck", "false").Text(p.copied.failed),
	)
}
