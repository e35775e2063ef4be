package keylog

// A Verdict is something about a log that its curve alone does not make plain.
type Verdict struct {
	Kind VerdictKind
	Size int // the maxsize that it is about; 0 if none
	Less int // of a Loop, the largest maxsize with next to no hits
}

// A VerdictKind says what there is to say.
type VerdictKind int

const (
	// Empty: there are no calls.
	Empty VerdictKind = iota
	// Short: there are fewer than 100 calls. That is little to decide upon.
	Short
	// EveryKeyNew: no key comes twice, so no cache helps.
	EveryKeyNew
	// FewRepeats: fewer than one call in twenty is of a key that came before.
	FewRepeats
	// OneKey: all calls are of the same key.
	OneKey
	// Runs: most repeats follow at once; maxsize=1 gives 95 % of what is attainable.
	Runs
	// Loop: keys come round and round. With Less entries there is next to no hit,
	// and with Size, which is little more, nearly all that is attainable.
	Loop
)

// What counts as next to nothing and as nearly all of the attainable hits.
const (
	nextToNothing = 0.05
	nearlyAll     = 0.95
)

// Hopeless reports that no maxsize makes a cache worth having.
func (v Verdict) Hopeless() bool {
	return v.Kind == Empty || v.Kind == EveryKeyNew || v.Kind == FewRepeats
}

// Verdicts returns what there is to say about a curve, the weightiest first.
// Often it is nothing.
func (c Curve) Verdicts() []Verdict {
	if c.calls == 0 {
		return []Verdict{{Kind: Empty}}
	}
	var all []Verdict
	attainable := float64(c.Attainable())
	switch {
	case c.Attainable() == 0:
		all = append(all, Verdict{Kind: EveryKeyNew})
	case c.Keys() == 1:
		all = append(all, Verdict{Kind: OneKey, Size: 1})
	case c.Ceiling() < nextToNothing:
		all = append(all, Verdict{Kind: FewRepeats})
	case float64(c.Hits(1)) >= nearlyAll*attainable:
		all = append(all, Verdict{Kind: Runs, Size: 1})
	default:
		size, less := c.Enough(nearlyAll), c.Enough(nextToNothing)-1
		if less == size-1 || less >= size*9/10 {
			all = append(all, Verdict{Loop, size, less})
		}
	}
	if c.calls < 100 {
		all = append(all, Verdict{Kind: Short})
	}
	return all
}
