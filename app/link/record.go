package link

import (
	"fmt"
	"strconv"
)

// MaxRecordLength is how many bytes the fragment of a link to a call record may have.
const MaxRecordLength = 20_000

// A Record is a call record, as text, and what is shown of it.
type Record struct {
	Text string // as FORMAT.md of package calls has it
	Step int    // negative: the end
}

// EncodeRecord returns the fragment, without its #, that leads to a call record in
// the place of recorded functions:
//
//	#v=1&record=lru~5fcache~20record~201~0a...&step=3
//
// The text is written as strings are in version 2 of a script. It fails if the
// record is too long for a link.
func EncodeRecord(r Record) (string, error) {
	fragment := "v=1&record=" + written(r.Text)
	if r.Step >= 0 {
		fragment += "&step=" + strconv.Itoa(r.Step)
	}
	if len(fragment) > MaxRecordLength {
		return "", fmt.Errorf("this record is too long for a link: it takes %d characters, and a link holds %d", len(fragment), MaxRecordLength)
	}
	return fragment, nil
}

// DecodeRecord reads a fragment, with or without its #. ok is false if it leads to
// no record. What programs add to an address that they pass on is taken off. The
// notice is "", or a sentence that says what was not read and what would be
// accepted; then the Record is of no use. Whether the text is a call record is not
// looked at.
func DecodeRecord(fragment string) (r Record, ok bool, notice string) {
	if len(fragment) > MaxRecordLength {
		return r, false, ""
	}
	var d decoder
	pairs := d.pairs(clean(fragment))
	if !has(pairs, "record") {
		return r, false, ""
	}
	if value(pairs, "v") != "1" {
		return r, true, "A newer version of this page made this; reload to get that version."
	}
	r.Step = -1
	var err error
	if step := value(pairs, "step"); has(pairs, "step") {
		if r.Step, err = number(step, 0, 1<<30); err != nil {
			return Record{}, true, fmt.Sprintf("step cannot be %q: it is a whole number, 0 or more.", clip(step))
		}
	}
	if r.Text, err = read(value(pairs, "record")); err != nil {
		return Record{}, true, "The record in it cannot be read: it was damaged on its way."
	}
	return r, true, ""
}
