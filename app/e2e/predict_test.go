package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// A hand is a way to use the page.
type hand struct {
	name   string
	window window
	press  func(e element) // a button, a link, a choice
}

func hands() []hand {
	return []hand{
		{"mouse", laptop, element.click},
		{"keyboard", laptop, func(e element) { e.p.tabTo(e.name()); e.p.press(kb.Enter) }},
		{"touch", window{width: 360, height: 740, touch: true}, element.touch},
	}
}

// Each kind of prediction is made by mouse, by keyboard and by touch: predicted, run,
// compared, and gone on to the playground.
func TestPredictByEveryHand(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		kind, card, guess, truth string
		predict                  func(p *page, h hand)
	}{
		{"dot", "one-more-slot", "32", "11", func(p *page, h hand) {
			dot := p.query(`#card [data-part="dot"]`)
			dot.reveal()
			plot, knob := p.query(`#card [data-part="plot"]`).box(), dot.box().middle()
			half := point{knob.X, plot.Y + plot.Height/2} // of a logarithmic axis to 1,000
			switch h.name {
			case "mouse":
				p.drag(knob, half, 5)
			case "keyboard":
				p.tabTo("Your prediction for maxsize=3")
				p.press(kb.PageDown, kb.PageDown, kb.PageDown, kb.ArrowDown, kb.ArrowLeft) // from 64
			case "touch":
				p.dragByTouch(knob, half, 5)
			}
		}},
		{"entry", "who-has-to-go", "calc_pi(1)", "calc_pi(2)", func(p *page, h hand) {
			if h.name == "keyboard" {
				p.tabTo("Acalc_pi(1)")
				p.press(" ")
				return
			}
			h.press(p.find("radio", "A calc_pi(1)"))
		}},
		{"choice", "the-other-order", "64", "11", func(p *page, h hand) {
			if h.name == "keyboard" {
				p.tabTo("A177")
				p.press(kb.ArrowDown)
				return
			}
			h.press(p.find("radio", "B 64"))
		}},
		{"number", "read-the-counters", "16", "9", func(p *page, h hand) {
			switch h.name {
			case "keyboard":
				p.tabTo("Your prediction")
				p.press(kb.PageUp, "\b5", kb.ArrowUp) // 10, 15, 16
			default:
				h.press(p.find("spinbutton", "Your prediction"))
				p.press("16")
			}
		}},
	} {
		for _, h := range hands() {
			t.Run(tt.kind+" by "+h.name, func(t *testing.T) {
				t.Parallel()
				p := openCard(t, h.window, tt.card)
				p.says("[data-truth]", "")
				tt.predict(p, h)
				p.says("[data-guess]", tt.guess)
				h.press(p.find("button", "Run"))
				p.says("[data-truth]", tt.truth)
				p.says("[data-guess]", tt.guess)
				for _, beyond := range p.beyond() {
					t.Errorf("beyond the window: %s", beyond)
				}
				p.watchIt(h.press)
			})
		}
	}
}

// touch taps with a finger.
func (e element) touch() {
	e.p.t.Helper()
	at := e.reveal()
	e.p.dragByTouch(at, at, 0)
}

// dragByTouch puts a finger down at one point, and lifts it at another after so many
// moves.
func (p *page) dragByTouch(from, to point, moves int) {
	p.t.Helper()
	p.do(input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: from.X, Y: from.Y}}).Do)
	for i := 1; i <= moves; i++ {
		share := float64(i) / float64(moves)
		p.do(input.DispatchTouchEvent(input.TouchMove, []*input.TouchPoint{{X: from.X + (to.X-from.X)*share, Y: from.Y + (to.Y-from.Y)*share}}).Do)
	}
	p.do(input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}).Do)
}

// name is what the element is called.
func (e element) name() string {
	e.p.t.Helper()
	return on[string](e, `function() { return this.getAttribute("aria-label") ?? this.textContent.trim() }`)
}
