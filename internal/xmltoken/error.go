package xmltoken

import (
	"fmt"
	"strings"
)

// A SyntaxError is the first fault that makes a document not well-formed, or
// that passes one of this package's limits. It carries facts; the wording for
// a reader is the caller's.
type SyntaxError struct {
	Offset, End int    // the bytes at fault, in the source the Scanner was given
	Code        Code   // which rule is broken
	Detail      string // the text at fault: a name, a character, a value; may be empty
	Open        string // the name of the open element, for MismatchedEndTag and UnclosedElement
	OpenOffset  int    // where Open's start tag begins; meaningful only if Open is set
	Unclosed    bool   // for MismatchedEndTag: the end tag is that of an element around Open
}

func (e *SyntaxError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "byte %d: %s", e.Offset, e.Code)
	if e.Detail != "" {
		fmt.Fprintf(&b, ": %q", e.Detail)
	}
	if e.Open != "" {
		fmt.Fprintf(&b, " (%q is open since byte %d)", e.Open, e.OpenOffset)
	}
	return b.String()
}

// Shift returns the error with its offsets moved by n bytes: from places in a
// piece to places in the document that the piece was cut from.
func (e *SyntaxError) Shift(n int) *SyntaxError {
	moved := *e
	moved.Offset += n
	moved.End += n
	if e.Open != "" {
		moved.OpenOffset += n
	}
	return &moved
}

// maxDetail bounds how much of a broken document an error quotes.
const maxDetail = 80

func (s *Scanner) fail(code Code, start, end int) error {
	return s.failDetail(code, start, end, "")
}

func (s *Scanner) failDetail(code Code, start, end int, detail string) error {
	if len(detail) > maxDetail {
		detail = strings.ToValidUTF8(detail[:maxDetail], "") + "…"
	}
	e := &SyntaxError{Offset: start, End: min(end, len(s.src)), Code: code, Detail: strings.ToValidUTF8(detail, "�")}
	if code == MismatchedEndTag || code == UnclosedElement {
		top := &s.open[len(s.open)-1]
		e.Open, e.OpenOffset = string(top.qname), top.start
		e.Unclosed = code == MismatchedEndTag && s.isOpen(detail)
	}
	s.err = e
	return e
}

// unexpected reports the character at i: as a fault of its own if no XML
// document may hold it, as the end of the source with code atEnd, else as code.
func (s *Scanner) unexpected(i int, code, atEnd Code) error {
	if i >= len(s.src) {
		start := s.start
		if atEnd == code {
			start = i
		}
		return s.fail(atEnd, start, len(s.src))
	}
	size, fault := charAt(s.src, i)
	if fault != 0 {
		return s.failChar(i, size, fault)
	}
	return s.failDetail(code, i, i+size, string(s.src[i:i+size]))
}

// failChar reports size bytes at i that are not UTF-8 or not an XML character.
func (s *Scanner) failChar(i, size int, fault Code) error {
	return s.failDetail(fault, i, i+size, fmt.Sprintf("% X", s.src[i:min(i+size, len(s.src))]))
}

// noMarkup reports the '<' at i, behind which no name begins.
func (s *Scanner) noMarkup(i int) error {
	next := i + 1
	if next >= len(s.src) {
		return s.fail(InvalidMarkup, i, next)
	}
	size, fault := charAt(s.src, next)
	if fault != 0 {
		return s.failChar(next, size, fault)
	}
	return s.failDetail(InvalidMarkup, i, next+size, string(s.src[i:next+size]))
}
