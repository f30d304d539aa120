package xmltoken

// Kind returns the kind of the current token.
func (s *Scanner) Kind() Kind { return s.kind }

// Range returns where the current token stands in the source.
func (s *Scanner) Range() (start, end int) { return s.start, s.end }

// Bytes returns the current token as it stands in the source.
func (s *Scanner) Bytes() []byte { return s.src[s.start:s.end] }

// Prefix returns the part of an element's name before the colon, empty without one.
func (s *Scanner) Prefix() []byte {
	if s.colon < 0 {
		return nil
	}
	return s.qname[:s.colon]
}

// Local returns an element's name without its prefix, or the name that a Doctype
// gives, or a ProcInst's target.
func (s *Scanner) Local() []byte { return s.qname[s.colon+1:] }

// QName returns the name as written, prefix included.
func (s *Scanner) QName() []byte { return s.qname }

// Space returns the namespace of an element's name.
func (s *Scanner) Space() string { return s.space }

// NameRange returns where the name stands. The EndTag that follows a self-closing
// StartTag has a name but no bytes: its range is empty.
func (s *Scanner) NameRange() (start, end int) {
	if s.kind == EndTag && s.start == s.end {
		return s.start, s.end
	}
	return s.nameStart, s.nameStart + len(s.qname)
}

// SelfClosing reports whether the current StartTag ends in "/>".
func (s *Scanner) SelfClosing() bool { return s.selfClosing }

// Attrs returns the attributes of a StartTag, namespace declarations among them,
// or the pseudo-attributes of an XMLDecl.
func (s *Scanner) Attrs() []Attr { return s.attrs }

// Opened returns where the start tag of the current StartTag or EndTag begins. It
// is negative in a tail piece, whose start tag stands in the head.
func (s *Scanner) Opened() int { return s.opened }

// Depth returns how many elements are open, the one of a current StartTag included
// and the one of a current EndTag not.
func (s *Scanner) Depth() int { return s.baseDepth + len(s.open) }

// Raw returns what the current token holds: the text as written, the inside of a
// CDATA section or comment, the data of a processing instruction.
func (s *Scanner) Raw() []byte { return s.src[s.rawStart:s.rawEnd] }

// RawRange returns where Raw stands in the source.
func (s *Scanner) RawRange() (start, end int) { return s.rawStart, s.rawEnd }

// Coded reports whether a Text's Raw needs DecodeText, or a CData's its line ends
// normalised.
func (s *Scanner) Coded() bool { return s.coded }

// Blank reports whether a Text is nothing but white space as written.
func (s *Scanner) Blank() bool { return s.blank }

// Entities returns the entities that the document declares, for DecodeText.
func (s *Scanner) Entities() *Entities { return s.entities }

func (s *Scanner) token(kind Kind, start, end, rawStart, rawEnd int) (Kind, error) {
	s.kind, s.start, s.end, s.rawStart, s.rawEnd = kind, start, end, rawStart, rawEnd
	s.pos = end
	return kind, nil
}
