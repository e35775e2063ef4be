package model

import (
	"strconv"
	"strings"

	"playground/app/show"
	"playground/app/trace"
)

// Do does what a control says in its data-do attribute.
func (m *Model) Do(what string, in show.Input) (change Change, known bool) {
	number := func(text string) int {
		n, _ := strconv.Atoi(text)
		return n
	}
	switch what {
	// maxsize
	case "size":
		change = m.Resize(trace.Size(number(in.Value)))
	case "smaller":
		change = m.ResizeBy(-1)
	case "larger":
		change = m.ResizeBy(1)
	case "none":
		change = m.Unbound(in.Checked)
	case "type-size":
		change = m.TypeSize(in.Value)
	case "to-size":
		change = m.Resize(trace.Size(number(in.Data("toSize"))))

	// the program
	case "function":
		change = m.Choose(in.Value)
	case "decorated":
		change = m.ChooseDecorated(number(in.Value))
	case "variant":
		change = m.Vary()
	case "type-argument":
		change = m.TypeArgument(ArgumentIndex(in.ID), in.Value)
	case "call":
		change = m.Call(1)
	case "preset":
		change = m.CallPreset(number(in.Data("preset")))
	case "again":
		change = m.CallAgain()
	case "thousand":
		change = m.Call(many)
	case "many":
		change = m.CallMany()
	case "clear":
		change = m.Clear()
	case "start-over":
		change = m.StartOver()
	case "stop":
		change = m.Stop()

	// the cursor
	case "seek":
		change = m.Go(number(in.Value))
	case "to-step":
		change = m.Go(number(in.Data("toStep")))
	case "to-start":
		change = m.Go(0)
	case "step-back":
		change = m.Go(m.step - 1)
	case "step-forward":
		change = m.Go(m.step + 1)
	case "to-end":
		change = m.Go(m.Steps())
	case "play":
		change = m.Play()
	case "speed":
		change = m.Speed(in.Value)
	case "open-call":
		change = m.ChooseCall(number(in.Data("call")))

	// the page
	case "hide":
		change = m.HideNext(in.Checked)
	case "present":
		change = m.Present(!m.frame.Present)
	case "scale":
		change = m.ShowRatio(in.Value == "ratio")
	case "list":
		change = m.List()
	default:
		return m.DoPage(what, in)
	}
	return change, true
}

// ArgumentIndex is the number of the argument that a field is for: its id is n,
// n-1, n-2 and so on.
func ArgumentIndex(id string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(id, "n-"))
	return n
}

// Work goes on with what takes longer than a moment, in the order of importance:
// the run of a script, playing, the curve, and timing.
func (m *Model) Work(time func() bool, passed float64) Change {
	switch {
	case m.running:
		return m.Run(time)
	case m.playing:
		return m.Advance(passed)
	case !m.sweep.Done():
		return m.Sweep(time)
	}
	return m.Race(time)
}

// Waiting reports whether there is something for Work to do.
func (m *Model) Waiting() bool { return m.running || m.playing || !m.sweep.Done() || m.Racing() }
