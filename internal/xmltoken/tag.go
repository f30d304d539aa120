package xmltoken

import "bytes"

// An openElement is an element whose end tag is still to come.
type openElement struct {
	qname     []byte
	colon     int // in qname, or -1
	start     int // where its start tag begins
	space     string
	defaultNS string // the default namespace outside it
	ns        int    // how many prefixes were bound outside it
}

// startTag reads productions 40 and 44 at i, where '<' stands.
func (s *Scanner) startTag(i int) (Kind, error) {
	src := s.src
	s.start = i
	end, colon := scanName(src, i+1)
	if end == i+1 {
		return 0, s.noMarkup(i)
	}
	s.qname, s.nameStart, s.colon = src[i+1:end], i+1, -1
	if colon >= 0 {
		if !isQName(src, i+1, end, colon) {
			return 0, s.failDetail(InvalidQName, i+1, end, string(s.qname))
		}
		s.colon = colon - (i + 1)
	}
	if s.baseDepth+len(s.open) >= s.maxDepth {
		return 0, s.failDetail(DepthLimit, i, end, string(s.qname))
	}

	s.attrs = s.attrs[:0]
	s.selfClosing = false
	prefixed, declares := 0, false
	j := end
	for {
		spaceAt := j
		for j < len(src) && class[src[j]]&classSpace != 0 {
			j++
		}
		if j >= len(src) {
			return 0, s.failDetail(UnterminatedTag, i, len(src), string(s.qname))
		}
		if src[j] == '>' {
			j++
			break
		}
		if src[j] == '/' {
			if j+1 < len(src) && src[j+1] == '>' {
				s.selfClosing = true
				j += 2
				break
			}
			return 0, s.unexpected(j+1, InvalidTag, UnterminatedTag)
		}
		if spaceAt == j {
			if len(s.attrs) == 0 {
				return 0, s.unexpected(j, InvalidName, UnterminatedTag)
			}
			if nameEnd, _ := scanName(src, j); nameEnd > j {
				if err := s.failDetail(MissingSpace, j, nameEnd, string(src[j:nameEnd])); !s.recovered(err) {
					return 0, err
				}
			} else {
				return 0, s.unexpected(j, InvalidTag, UnterminatedTag)
			}
		}
		var err error
		if j, err = s.attribute(j); err != nil {
			return 0, err
		}
		a := &s.attrs[len(s.attrs)-1]
		if a.Space != "" {
			declares = true
		} else if len(a.Prefix) > 0 {
			prefixed++
		}
	}
	s.pos, s.end = j, j

	outsideNS, outsideDefault := len(s.ns), s.defaultNS
	if prefixed > 0 || declares || s.colon >= 0 {
		if err := s.resolve(prefixed, declares); err != nil {
			return 0, err
		}
	} else {
		s.space = s.defaultNS
	}
	s.open = append(s.open, openElement{s.qname, s.colon, i, s.space, outsideDefault, outsideNS})
	s.state = stateContent
	s.opened = i
	s.pendingEnd = s.selfClosing
	s.kind = StartTag
	return StartTag, nil
}

// endTag reads production 42 at i, where "</" stands.
func (s *Scanner) endTag(i int) (Kind, error) {
	src := s.src
	s.start = i
	j := i + 2
	if len(s.open) == 0 {
		end, _ := scanName(src, j)
		return 0, s.failDetail(UnexpectedEndTag, i, end, string(src[j:end]))
	}
	top := &s.open[len(s.open)-1]
	end := j + len(top.qname)
	if end >= len(src) || !bytes.Equal(src[j:end], top.qname) || src[end] != '>' {
		end, _ = scanName(src, j)
		if end == j {
			return 0, s.unexpected(j, InvalidName, UnterminatedTag)
		}
		if end >= len(src) {
			return 0, s.failDetail(UnterminatedTag, i, end, string(src[j:end]))
		}
		if !bytes.Equal(src[j:end], top.qname) {
			if err := s.failDetail(MismatchedEndTag, i, end, string(src[j:end])); !s.recovered(err) {
				return 0, err
			}
			return s.misplacedEnd(i, end)
		}
	}
	s.nameStart = j
	j = skipSpace(src, end)
	if j >= len(src) || src[j] != '>' {
		return 0, s.unexpected(j, InvalidTag, UnterminatedTag)
	}
	return s.close(j + 1), nil
}

// close ends the innermost open element; the next token begins at next.
func (s *Scanner) close(next int) Kind {
	top := &s.open[len(s.open)-1]
	s.qname, s.colon, s.space, s.opened = top.qname, top.colon, top.space, top.start
	s.defaultNS, s.ns = top.defaultNS, s.ns[:top.ns]
	s.open = s.open[:len(s.open)-1]
	s.attrs = s.attrs[:0]
	s.selfClosing = false
	s.pos, s.end = next, next
	if len(s.open) == 0 {
		s.state = s.afterClose
	}
	s.kind = EndTag
	return EndTag
}
