// Package xmltoken reads XML 1.0 (fifth edition) with namespaces as a stream
// of tokens over raw UTF-8 bytes. It copies nothing, knows the byte range of
// every tag, name, attribute value and text, and refuses whatever is not
// well-formed with a [SyntaxError] that carries the facts of the fault.
//
// A [Scanner] reads a document or a piece of one held in memory. A [Splitter]
// cuts a document of any size into pieces that can be scanned in parallel;
// the pieces together give the same tokens and the same first error as one
// Scanner over the whole document.
//
// A document type declaration is read for its internal text entities only.
// Nothing external is ever opened. ELEMENT, ATTLIST and NOTATION declarations
// are skipped, so attribute defaults are not supplied.
//
// The package is independent of IATI.
package xmltoken
