package xmltoken

import "bytes"

// An Attr is one attribute of a start tag, or one pseudo-attribute of an XML
// declaration. Its slices point into the source.
type Attr struct {
	Prefix, Local        []byte // Prefix is empty where the name has no colon
	Space                string // the namespace: empty without a prefix, the xmlns namespace for declarations
	Raw                  []byte // the value between its quotes, as written
	NameStart, NameEnd   int
	ValueStart, ValueEnd int  // inside the quotes
	Coded                bool // Raw needs DecodeAttr
}

// IsDeclaration reports whether the attribute declares a namespace.
func (a *Attr) IsDeclaration() bool { return a.Space == xmlnsURI }

// attribute reads one attribute (production 41) whose name begins at i and
// returns the offset behind its closing quote.
func (s *Scanner) attribute(i int) (int, error) {
	src := s.src
	end, colon := scanName(src, i)
	if end == i {
		return 0, s.unexpected(i, InvalidTag, UnterminatedTag)
	}
	if len(s.attrs) == cap(s.attrs) {
		s.attrs = append(s.attrs, Attr{})
	} else {
		s.attrs = s.attrs[:len(s.attrs)+1]
	}
	a := &s.attrs[len(s.attrs)-1]
	a.NameStart, a.NameEnd = i, end
	a.Space = ""
	if colon < 0 {
		a.Prefix = nil
		a.Local = src[i:end]
		if string(a.Local) == "xmlns" {
			a.Space = xmlnsURI
		}
	} else {
		if !isQName(src, i, end, colon) {
			return 0, s.failDetail(InvalidQName, i, end, string(src[i:end]))
		}
		a.Prefix, a.Local = src[i:colon], src[colon+1:end]
		if string(a.Prefix) == "xmlns" {
			a.Space = xmlnsURI
		}
	}

	j := end
	if j < len(src) && src[j] != '=' {
		j = skipSpace(src, j)
	}
	if j >= len(src) || src[j] != '=' {
		if j < len(src) && (j > end || src[j] == '>' || src[j] == '/') {
			return 0, s.failDetail(MissingEquals, i, end, string(src[i:end]))
		}
		return 0, s.unexpected(j, InvalidTag, UnterminatedTag)
	}
	j++
	if j < len(src) && isSpace(src[j]) {
		j = skipSpace(src, j)
	}
	if j >= len(src) || src[j] != '"' && src[j] != '\'' {
		return 0, s.unexpected(j, MissingQuote, UnterminatedTag)
	}
	quote := src[j]
	j++
	a.ValueStart = j
	valueEnd, coded, err := s.value(j, quote)
	if err != nil {
		return 0, err
	}
	a.ValueEnd, a.Coded = valueEnd, coded
	a.Raw = src[a.ValueStart:valueEnd]

	for k := range len(s.attrs) - 1 {
		b := &s.attrs[k]
		if b.NameEnd-b.NameStart == end-i && bytes.Equal(src[b.NameStart:b.NameEnd], src[i:end]) {
			if err := s.failDetail(DuplicateAttribute, i, end, string(src[i:end])); !s.recovered(err) {
				return 0, err
			}
		}
	}
	if len(s.attrs) > maxAttrs {
		return 0, s.fail(AttributeLimit, i, end)
	}
	return valueEnd + 1, nil
}

// value reads an attribute value (production 10) up to its closing quote.
func (s *Scanner) value(i int, quote byte) (end int, coded bool, err error) {
	src := s.src
	for {
		for i < len(src) && class[src[i]]&classValue != 0 {
			i++
		}
		if i >= len(src) {
			return 0, false, s.fail(UnterminatedTag, s.start, len(src))
		}
		switch c := src[i]; c {
		case quote:
			return i, coded, nil
		case '"', '\'':
			i++
		case '<':
			if err := s.failDetail(LessThanInValue, i, i+1, "<"); !s.recovered(err) {
				return 0, false, err
			}
			i++
		case '\t', '\n', '\r':
			coded = true
			i++
		case '&':
			coded = true
			next, err := s.reference(i, true)
			if err != nil {
				if !s.recovered(err) {
					return 0, false, err
				}
				next = i + 1
			}
			i = next
		default:
			size, fault := charAt(src, i)
			if fault != 0 {
				if err := s.failChar(i, size, fault); !s.recovered(err) {
					return 0, false, err
				}
			}
			i += size
		}
	}
}
