package experiments

import "playground/app/show"

// An inspector will read calls.
type inspector struct{}

func newInspector() inspector { return inspector{} }

func (i *inspector) inspect(string, show.Input) show.Change { return inspected }
