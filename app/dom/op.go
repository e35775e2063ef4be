package dom

import "playground/app/markup"

// An Op is one operation on an element. Those of a list are carried out in their
// order, and each finds the children as the ones before it have left them: At and
// To are positions at that moment.
type Op struct {
	Kind Kind
	At   int    // the child that Insert, Remove, Move, SetText and Change are about
	To   int    // Move: where the child is afterwards
	Name string // SetAttr, RemoveAttr: of the attribute
	Text string // SetAttr: its value; SetText, Fill: the text

	// Insert: the new children. Change: the child's own children afterwards.
	Nodes []markup.Node

	Ops []Op // Change: what is done to the child
}

// A Kind says what an Op does.
type Kind uint8

const (
	SetAttr    Kind = iota // the element's attribute Name becomes Text
	RemoveAttr             // the element loses its attribute Name
	Fill                   // the text Text, or nothing if it is "", takes the place of all children
	Remove                 // the child At goes
	Move                   // the child At comes to stand at To
	Insert                 // Nodes come to stand at At and after it
	SetText                // the child At, a text, becomes Text
	Change                 // Ops are done to the child At, an element
)

func (k Kind) String() string {
	return [...]string{"SetAttr", "RemoveAttr", "Fill", "Remove", "Move", "Insert", "SetText", "Change"}[k]
}
