package function

import (
	"strings"

	"playground/app/link"
	"playground/app/show"
)

// An own is a record that the visitor has brought. It is empty if there is none.
type own struct {
	text string // as a whole, or "" if it is long
	from any    // what the page reads a long one from, or nil
}

const (
	// mostWritten is the size in bytes of a record that is kept as a text; a longer
	// one is kept as a file.
	mostWritten = 2_000_000

	// mostKept is that of the largest file that is kept.
	mostKept = 100 << 20

	// asFile is kept as the text of a record that is kept as a file.
	asFile = "file"

	// fileName is the name under which the browser keeps it.
	fileName = "function"
)

// keep notes that a text is shown: one that the visitor has brought is to be kept.
func (p *Place) keep(r *reading) {
	switch {
	case r.at != ownAddress:
		return
	case r.Size <= mostWritten:
		p.own = own{text: string(r.text)}
	case r.Size <= mostKept:
		p.own = own{from: r.From}
	default:
		p.own, p.unsaved = own{}, true
		p.tells.Found = append(p.tells.Found, "It is larger than 100 MB, so this browser does not keep it: open it again when you come back.")
		return
	}
	p.unsaved, p.tells.Kept = !r.kept, true
}

// Keep returns the visitor's own record, and whether it is another one than when it
// was asked last.
func (p *Place) Keep() (k show.Kept, changed bool) {
	changed, p.unsaved = p.unsaved, false
	if p.own.from != nil {
		return show.Kept{Text: asFile, File: p.own.from}, changed
	}
	return show.Kept{Text: p.own.text}, changed
}

// NotKept tells that the browser does not keep it.
func (p *Place) NotKept() Change {
	p.tells.Kept = false
	return Brought
}

// Restore takes what the browser has kept. Visit shows it.
func (p *Place) Restore(text string) Change {
	if p.own = (own{text: text}); text == asFile {
		p.own = own{from: fileName}
	}
	return 0
}

// showOwn shows the visitor's own record; it does nothing if there is none.
func (p *Place) showOwn() Change {
	switch o := p.own; {
	case o.from != nil:
		return p.await(o.from)
	case o.text != "":
		return p.take(&reading{Text: show.Text{Size: int64(len(o.text))}, text: []byte(o.text), here: true, at: ownAddress, kept: true})
	}
	return 0
}

// await asks for a text to be read anew.
func (p *Place) await(from any) Change {
	p.again, p.awaited = from, true
	return Brought
}

// Again returns, once, what is to be read anew.
func (p *Place) Again() (from any) {
	from, p.again = p.again, nil
	return from
}

// Addresses of what may be shown, besides that of a log.
const (
	exampleAddress = "example="
	ownAddress     = "own"
)

// isProgram reports whether an address holds a program in Python.
func isProgram(fragment string) bool { return strings.HasPrefix(fragment, "py=") }

// Address is that of a program in Python that the record was made from here; that of a record that came with a link and the step at which it is
// shown; else it says which example is shown, or that it is a record of the visitor's own,
// which no address holds, or a log that was handed over.
func (p *Place) Address() (fragment, entry string) {
	switch {
	case p.reading != nil || p.awaited || p.prepared != nil:
		return "", ""
	case p.linked != nil:
		return p.linkedAddress()
	}
	return p.at, p.at
}

// Visit shows what an address says, and where it says nothing what the visitor has
// brought. kept tells that it is no link, but what was shown here last.
func (p *Place) Visit(fragment string, kept bool) Change {
	if r, ok, notice := link.DecodeRecord(fragment); ok {
		return p.showLinked(r, notice)
	}
	if fragment == p.at && p.linked == nil {
		return 0
	}
	if isProgram(fragment) {
		if kept {
			return p.showOwn()
		}
		return 0 // the editor shows it; nothing of it runs before somebody says so
	}
	log, isLog := show.ParseLog(fragment)
	name, isExample := strings.CutPrefix(fragment, exampleAddress)
	if p.shownBox != "" && !isExample {
		p.shownBox, p.fill = "", true // it has an example
	}
	change := Change(0)
	switch {
	case isLog:
		p.log = log
		return p.await(show.LogName)
	case isExample:
		change = p.example(name)
	case fragment == "" || fragment == ownAddress:
		if change = p.showOwn(); change == 0 && (kept || fragment == "") {
			return p.Visit(exampleAddress+Examples()[0].Name, kept)
		}
	}
	if change == 0 {
		return p.Notice("What this address says cannot be shown: a record is kept in the browser that it was brought to, and nowhere else.")
	}
	return change
}
