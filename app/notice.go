package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// What concerns the page as a program: a new version, its installation.

// OnAppUpdate tells that a new version is ready. It waits for the visitor.
func (p *page) OnAppUpdate(ctx app.Context) { p.newVersion = ctx.AppUpdateAvailable() }

// OnAppInstallChange tells that the browser can install the page, or has.
func (p *page) OnAppInstallChange(ctx app.Context) { p.installable = ctx.IsAppInstallable() }

func (p *page) noticeText() string {
	if p.newVersion {
		return "A new version of this page is ready. Reload when it suits you: what you see stays."
	}
	return p.notice
}

// onReload changes to the new version. A plain reload would not: the worker keeps
// the old one as long as a page uses it.
func (p *page) onReload(app.Context, app.Event) { app.Window().Call("playgroundUpdate") }

func (p *page) onInstall(ctx app.Context, _ app.Event) { ctx.ShowAppInstallPrompt() }

func (p *page) onDismiss(app.Context, app.Event) { p.notice, p.newVersion = "", false }
