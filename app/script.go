package main

import (
	"strconv"

	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The controls that change the script.

// resize asks for another maxsize.
func (p *page) resize(ctx app.Context, size trace.Size) {
	p.pause()
	p.views.before = p.play.State().Order
	p.play.Resize(size)
	p.setSize(sizeIn(size))
	p.start(ctx)
}

func (p *page) onSlider(ctx app.Context, e app.Event) {
	n, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
	if err == nil {
		p.resize(ctx, trace.Size(n))
	}
}

func (p *page) onSmaller(ctx app.Context, _ app.Event) {
	switch size := p.play.Script().Size; size {
	case 0:
	case trace.None:
		p.resize(ctx, p.play.Axis)
	default:
		p.resize(ctx, size-1)
	}
}

func (p *page) onLarger(ctx app.Context, _ app.Event) {
	switch size := p.play.Script().Size; size {
	case trace.MaxSize, trace.None:
	default:
		p.resize(ctx, size+1)
	}
}

func (p *page) onNone(ctx app.Context, _ app.Event) {
	if ctx.JSSrc().Get("checked").Bool() {
		p.resize(ctx, trace.None)
		return
	}
	p.resize(ctx, min(p.play.Axis, trace.Size(p.play.Rec.Keys())))
}

func (p *page) onSizeTyped(ctx app.Context, _ app.Event) {
	in := ctx.JSSrc()
	text := in.Get("value").String()
	bad := in.Get("validity").Get("badInput").Bool()
	n, err := whole("maxsize", text, bad, 0, maxSize)
	if err != nil {
		p.size = field{text: text, problem: err.Error() + " None has a box of its own."}
		return
	}
	p.size = field{text: text}
	if size := trace.Size(n); size != p.play.Script().Size {
		p.resize(ctx, size)
	}
}

// onSizeLeft puts the maxsize that holds back into a field that was left with
// nothing in it that could be one.
func (p *page) onSizeLeft(ctx app.Context, _ app.Event) {
	if p.size.problem == "" {
		p.setSize(sizeIn(p.play.Script().Size))
	}
}

func (p *page) onFunction(ctx app.Context, _ app.Event) {
	id := ctx.JSSrc().Get("value").String()
	p.switchTo(ctx, id)
}

func (p *page) onTwin(ctx app.Context, _ app.Event) {
	// The twin computes the same, so the statements stay.
	s := p.play.Script()
	s.Program = p.program().Variant
	p.pause()
	p.play.Load(s, -1)
	p.start(ctx)
}

// switchTo begins a script for another function with a call worth seeing.
func (p *page) switchTo(ctx app.Context, id string) {
	prog, ok := programs.Find(id)
	if !ok {
		return
	}
	s := trace.Script{Program: id, Size: p.play.Script().Size}
	if prog.StartSize > 0 {
		s.Size = trace.Size(prog.StartSize)
	}
	s = s.With(trace.Statement{Op: trace.Call, Args: prog.Defaults(), Times: 1})
	p.pause()
	p.play.Load(s, -1)
	p.fillFields()
	p.start(ctx)
}

func (p *page) onArgument(ctx app.Context, _ app.Event) {
	in := ctx.JSSrc()
	p.argument.text = in.Get("value").String()
	p.readArgument(in.Get("validity").Get("badInput").Bool())
}

func (p *page) onCall(ctx app.Context, e app.Event) {
	e.PreventDefault()
	if n, ok := p.readArgument(p.badArgument()); ok {
		p.call(ctx, n, 1)
	}
}

func (p *page) onThousand(ctx app.Context, _ app.Event) {
	if n, ok := p.readArgument(p.badArgument()); ok {
		p.call(ctx, n, 1000)
	}
}

func (p *page) badArgument() bool {
	in := app.Window().GetElementByID("n")
	return in.Truthy() && in.Get("validity").Get("badInput").Bool()
}

func (p *page) onPreset(ctx app.Context, _ app.Event) {
	n, err := strconv.Atoi(ctx.JSSrc().Get("dataset").Get("n").String())
	if err == nil {
		p.setArgument(strconv.Itoa(n))
		p.call(ctx, n, 1)
	}
}

func (p *page) onAgain(ctx app.Context, _ app.Event) {
	sts := p.play.Script().Statements
	for i := len(sts) - 1; i >= 0; i-- {
		if sts[i].Op == trace.Call {
			p.call(ctx, sts[i].Args[0].Int(), 1)
			return
		}
	}
}

// called reports whether there is a call that could be made again.
func (p *page) called() bool {
	for _, st := range p.play.Script().Statements {
		if st.Op == trace.Call {
			return true
		}
	}
	return false
}

func (p *page) call(ctx app.Context, n, times int) {
	p.say(ctx, trace.Statement{Op: trace.Call, Args: programs.Ints(n), Times: times})
}

func (p *page) onClear(ctx app.Context, _ app.Event) {
	p.say(ctx, trace.Statement{Op: trace.Clear, Times: 1})
}

// say adds a statement to the script.
func (p *page) say(ctx app.Context, st trace.Statement) {
	p.pause()
	if err := p.play.Append(st); err != nil {
		p.argument.problem = "No room for one more: " + err.Error() + ". Start over to go on."
		return
	}
	p.start(ctx)
}

func (p *page) onStartOver(ctx app.Context, _ app.Event) {
	s := p.play.Script()
	s.Statements = nil
	p.pause()
	p.play.Load(s, -1)
	p.argument.problem = ""
	p.start(ctx)
}

func (p *page) onStop(ctx app.Context, _ app.Event) {
	p.play.Stop()
	p.busy = false
	p.paint()
	p.wake(ctx)
}

// sliderValue is where the slider stands; a maxsize beyond its end stands there.
func (p *page) sliderValue() int {
	size := p.play.Script().Size
	if size == trace.None || size > p.play.Axis {
		return int(p.play.Axis)
	}
	return int(size)
}

func (p *page) sizeText() string {
	switch size := p.play.Script().Size; {
	case size == trace.None:
		return "None, unbounded"
	case size > p.play.Axis:
		return words.Count(int(size)) + ", beyond the slider"
	default:
		return size.String()
	}
}
