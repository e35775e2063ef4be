// Package dom brings drawings, which are plain values of package markup, into
// the page, and out of it into files.
//
// go-app matches children by their position, so an entry of the cache that moves
// to the front would become another entry drawn in its place, and nothing could
// be seen to move. Here children are matched by key, in two steps:
//
//   - [Diff] compares what was drawn with what is to be drawn and returns the
//     operations that turn the one into the other. It is pure: it knows nothing
//     of a page and is tested natively.
//   - A [Canvas] has them carried out on what is inside one element of the page,
//     by a little JavaScript (hand.js): to do it from Go took a call for each
//     operation, and so ten times as long. It keeps no copy of the page: an
//     operation names a child by its position, and the canvas looks there.
//
// An element lives exactly as long as its key is drawn in the same parent, and
// only that makes a CSS transition mean something.
//
// # Others change the page too
//
// Browsers translate a page by putting <font> elements where its texts were, and
// extensions mark words in a similar way. The canvas hears of such changes from a
// MutationObserver and leaves them alone until it has to change something in that
// very place, which it then writes anew. What is drawn later is therefore always
// true, and no change by others makes the program fail.
//
// # Arriving
//
// What is put into a picture that is already there may fade in. Whether it does
// is for the style sheet to say, by the custom property --arrive, the duration;
// --arrive-delay is how long it waits before. Only a node with a key arrives, and
// only when it is put in, by [Arrive]: never an element that is there already, whatever
// happens to its attributes or to the style sheet.
//
// # Saving
//
// [SaveSVG] and [SavePNG] make a file of a [Picture]: what the page shows, with
// the style sheet's look written into it, between a title and a legend.
package dom
