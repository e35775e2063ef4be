package draw

import (
	"strconv"
	"unicode/utf8"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// stack draws the calls that wait for a result, from the outermost on. Nothing
// of them is stored yet.
func (c *cache) stack() markup.Node {
	g := markup.El("g", "data-part", "stack", "transform", at(0, c.stackY))
	frames := c.st.Stack
	if len(frames) == 0 {
		return g.Of(label("words", margin, 10, 12, c.idle()).Keyed("words"))
	}
	g = g.Of(label("words", margin, 10, 12, c.fitting("on the call stack: waiting, nothing stored yet", "waiting, nothing stored yet")).Keyed("words"))

	room := float64(c.width) - 2*margin
	first := c.frame(frames, 0)
	used := first.width
	// As many of the innermost ones as there is room for beside the outermost
	// one and the count of the others.
	from := len(frames)
	for from > 1 {
		next := c.frame(frames, from-1).width + frameGap
		least := used + next
		if from > 2 {
			least += moreWidth + 2*frameGap
		}
		if least > room {
			break
		}
		used += next
		from--
	}
	x := margin
	g = g.Of(first.draw(x))
	x += first.width + frameGap
	if hidden := from - 1; hidden > 0 {
		more := "… " + words.Count(hidden) + " more"
		g = g.Of(label("more", x, 32, 12, more).Keyed("more"))
		x += span(len(more)-2, 12) + frameGap
	}
	for i := from; i < len(frames); i++ {
		f := c.frame(frames, i)
		g = g.Of(f.draw(x))
		x += f.width + frameGap
	}
	return g
}

const (
	frameGap    = 6.0
	frameHeight = 24.0
	frameRim    = 7.0 // at both sides of what it says

	moreWidth = 10 * smallest * monospace // … 999 more
)

// chipChars is how much a frame says at most, for the innermost one to have room
// beside the outermost one and the count of the others.
func (c *cache) chipChars() int {
	room := (float64(c.width)-2*margin-moreWidth-2*frameGap)/2 - frameGap
	return max(3, min(16, chars(room-2*frameRim, smallest)-2)) // ↻ and a space
}

// idle is said where no call waits.
func (c *cache) idle() string {
	switch {
	case len(c.st.Order) > 0 || c.max == 0 && c.st.Step > 0:
		return "the call stack is empty"
	case len(c.rec.Script.Statements) == 0:
		return c.fitting("The cache is empty. Press Call to fill it.", "The cache is empty.")
	case c.st.Step == 0:
		return c.fitting("The cache is empty. Press Play, or step forward.", "The cache is empty.")
	}
	return "The cache is empty."
}

// fitting is a sentence, or a shorter one where it has no room.
func (c *cache) fitting(sentence, shorter string) string {
	if spaced*prose(sentence, smallest) > float64(c.width)-2*margin {
		return shorter
	}
	return sentence
}

// A chip is one waiting call.
type chip struct {
	frame trace.Frame
	say   string
	title string
	name  string // the key, in data-key
	width float64
	inner bool
}

func (c *cache) frame(frames []trace.Frame, i int) chip {
	f := chip{frame: frames[i], inner: i == len(frames)-1}
	f.say = words.Short(c.rec.Argument(f.frame.Key), c.chipChars())
	if f.say == "" {
		f.say = words.NoArguments
	}
	f.name = words.KeyName(c.rec, f.frame.Key)
	if full := c.rec.Call(f.frame.Key); i == 0 && span(utf8.RuneCountInString(full), 12) < float64(c.width)*0.35 {
		f.say = full
	}
	f.title = c.rec.Call(f.frame.Key) + " waits for its result since step " + words.Count(f.frame.Step)
	f.width = span(utf8.RuneCountInString(f.say), 12) + 2*frameRim
	if f.frame.Again {
		f.say = "↻ " + f.say
		f.width += span(2, 12)
	}
	f.width = max(f.width, 28)
	return f
}

func (f chip) draw(x float64) markup.Node {
	n := markup.El("g", "data-frame", boolean(f.frame.Again, "again", "first"), "data-key", f.name)
	if f.inner {
		n = n.With("data-inner", "")
	}
	return n.With("transform", at(x, 16)).Keyed("frame "+strconv.Itoa(f.frame.Step)).Of(
		markup.El("title").Say(f.title),
		markup.El("rect", "width", f.width, "height", frameHeight, "rx", 7),
		label("key", f.width/2, 16.5, 12, f.say).With("text-anchor", "middle"),
	)
}
