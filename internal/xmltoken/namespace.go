package xmltoken

import "bytes"

const (
	xmlURI   = "http://www.w3.org/XML/1998/namespace"
	xmlnsURI = "http://www.w3.org/2000/xmlns/"

	maxAttrs      = 1000
	maxNamespaces = 1000
)

// A binding is one namespace declaration in force.
type binding struct {
	prefix []byte
	uri    string
}

// lookup returns the namespace that a prefix is bound to.
func (s *Scanner) lookup(prefix []byte) (string, bool) {
	for i := len(s.ns) - 1; i >= 0; i-- {
		if bytes.Equal(s.ns[i].prefix, prefix) {
			return s.ns[i].uri, true
		}
	}
	if string(prefix) == "xml" {
		return xmlURI, true
	}
	return "", false
}

// declare puts one xmlns attribute in force: Namespaces in XML, section 3.
func (s *Scanner) declare(a *Attr) error {
	uri := s.intern(a)
	prefixed := len(a.Prefix) > 0
	isXML := prefixed && string(a.Local) == "xml"
	switch {
	case prefixed && string(a.Local) == "xmlns" && uri != xmlnsURI:
		return s.failDetail(ReservedNamespace, a.NameStart, a.NameEnd, "xmlns:xmlns")
	case uri == xmlnsURI, isXML != (uri == xmlURI):
		return s.failDetail(ReservedNamespace, a.ValueStart, a.ValueEnd, uri)
	case isXML:
	case !prefixed:
		s.defaultNS = uri
	case uri == "":
		return s.failDetail(UndeclaredByEmptyURI, a.NameStart, a.ValueEnd, string(a.Local))
	case len(s.ns) >= maxNamespaces:
		return s.failDetail(NamespaceLimit, a.NameStart, a.ValueEnd, string(a.Local))
	default:
		s.ns = append(s.ns, binding{a.Local, uri})
	}
	return nil
}

// intern returns the attribute's value as a string, without a new one for a
// namespace that was declared before.
func (s *Scanner) intern(a *Attr) string {
	raw := a.Raw
	if a.Coded {
		s.scratch = DecodeAttr(s.scratch[:0], raw, s.entities)
		raw = s.scratch
	}
	for _, known := range s.uris {
		if known == string(raw) {
			return known
		}
	}
	uri := string(raw)
	if len(s.uris) < 64 {
		s.uris = append(s.uris, uri)
	}
	return uri
}

// resolve gives the element and its attributes their namespaces and checks
// what only they can tell: Namespaces in XML, sections 5 and 6.
func (s *Scanner) resolve(prefixed int, declares bool) error {
	if declares {
		for i := range s.attrs {
			if a := &s.attrs[i]; a.Space == xmlnsURI {
				if err := s.declare(a); err != nil {
					return err
				}
			}
		}
	}
	s.space = s.defaultNS
	if s.colon >= 0 {
		prefix := s.qname[:s.colon]
		uri, ok := s.lookup(prefix)
		if !ok {
			return s.failDetail(UnboundPrefix, s.nameStart, s.nameStart+s.colon, string(prefix))
		}
		s.space = uri
	}
	if prefixed == 0 {
		return nil
	}
	for i := range s.attrs {
		a := &s.attrs[i]
		if len(a.Prefix) == 0 || a.Space != "" {
			continue
		}
		uri, ok := s.lookup(a.Prefix)
		if !ok {
			return s.failDetail(UnboundPrefix, a.NameStart, a.NameStart+len(a.Prefix), string(a.Prefix))
		}
		a.Space = uri
		if prefixed == 1 {
			continue
		}
		for j := range i {
			b := &s.attrs[j]
			if len(b.Prefix) > 0 && b.Space == uri && bytes.Equal(a.Local, b.Local) {
				return s.failDetail(DuplicateAttribute, a.NameStart, a.NameEnd, string(s.src[a.NameStart:a.NameEnd]))
			}
		}
	}
	return nil
}
