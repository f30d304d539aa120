package xmltoken

import "bytes"

// Recover lets a Scanner read on behind faults that leave no doubt about where the text
// and the elements around them end. goOn takes each fault; it returns false to end
// the reading there. It holds until the Scanner is reset. What stands at the fault
// counts as text, an element that is not closed ends where the one around it does, and
// an end tag without a start tag is skipped.
func (s *Scanner) Recover(goOn func(*SyntaxError) bool) { s.recover = goOn }

// recovered reports whether reading goes on behind a fault, which is the Scanner's.
func (s *Scanner) recovered(err error) bool {
	fault, ok := err.(*SyntaxError)
	if !ok || s.recover == nil || !recoverable[fault.Code] || !s.recover(fault) {
		return false
	}
	s.err = nil
	return true
}

var recoverable = [codeCount]bool{
	BareAmpersand: true, UnterminatedReference: true, InvalidCharRef: true, IllegalCharRef: true, UndeclaredEntity: true,
	InvalidChar: true, CDataEndInText: true, InvalidMarkup: true,
	MismatchedEndTag: true, DuplicateAttribute: true, MissingSpace: true, LessThanInValue: true,
}

// isOpen reports whether an element of this name is open around the innermost one.
func (s *Scanner) isOpen(name string) bool {
	for _, around := range s.open[:len(s.open)-1] {
		if string(around.qname) == name {
			return true
		}
	}
	return false
}

// misplacedEnd reads on at the end tag at i, which is not that of the innermost open
// element. That one ends before the tag if it is of an element around it, and with the
// tag if its own does not follow; else the tag is one too many.
func (s *Scanner) misplacedEnd(i, nameEnd int) (Kind, error) {
	next := tagEnd(s.src, i)
	if s.isOpen(string(s.src[i+2 : nameEnd])) {
		s.start, s.nameStart = i, i
		return s.close(i), nil
	}
	if len(s.open) > 1 && !s.endFollows(next) {
		s.nameStart = i + 2
		return s.close(next), nil
	}
	s.pos = next
	return s.next()
}

// endFollows reports whether the next end tag from i on is that of the innermost open
// element.
func (s *Scanner) endFollows(i int) bool {
	n := bytes.Index(s.src[i:], []byte("</"))
	return n >= 0 && startsName(s.src, i+n+2, s.open[len(s.open)-1].qname)
}
