package xmltoken

import "bytes"

// doctype reads production 28 at i, where "<!DOCTYPE" stands.
func (s *Scanner) doctype(i int) (Kind, error) {
	src := s.src
	s.seenType = true
	j := i + len("<!DOCTYPE")
	if j < len(src) && !isSpace(src[j]) {
		return 0, s.unexpected(j, InvalidDoctype, UnterminatedDoctype)
	}
	name := skipSpace(src, j)
	nameEnd, colon := scanName(src, name)
	if nameEnd == name {
		return 0, s.unexpected(name, InvalidDoctype, UnterminatedDoctype)
	}
	if colon >= 0 && !isQName(src, name, nameEnd, colon) {
		return 0, s.failDetail(InvalidQName, name, nameEnd, string(src[name:nameEnd]))
	}
	j = skipSpace(src, nameEnd)
	if j > nameEnd && (bytes.HasPrefix(src[j:], []byte("SYSTEM")) || bytes.HasPrefix(src[j:], []byte("PUBLIC"))) {
		return 0, s.failDetail(ExternalSubset, j, j+6, string(src[j:j+6]))
	}
	rawStart, rawEnd := j, j
	if j < len(src) && src[j] == '[' {
		end, err := s.subset(j+1, i)
		if err != nil {
			return 0, err
		}
		rawStart, rawEnd = j+1, end
		j = skipSpace(src, end+1)
	}
	if j >= len(src) || src[j] != '>' {
		return 0, s.unexpected(j, InvalidDoctype, UnterminatedDoctype)
	}
	s.qname, s.nameStart, s.colon, s.space = src[name:nameEnd], name, -1, ""
	if colon >= 0 {
		s.colon = colon - name
	}
	return s.token(Doctype, i, j+1, rawStart, rawEnd)
}

// subset reads the internal subset (production 28b) of the declaration at
// doctype and returns where its ']' stands.
func (s *Scanner) subset(i, doctype int) (int, error) {
	src := s.src
	for {
		i = skipSpace(src, i)
		rest := src[min(i, len(src)):]
		var err error
		switch {
		case len(rest) > 0 && rest[0] == ']':
			return i, nil
		case len(rest) > 0 && rest[0] == '%':
			end, _ := scanName(src, i+1)
			return 0, s.failDetail(ParameterEntity, i, end, string(src[i:end]))
		case bytes.HasPrefix(rest, []byte("<?")):
			_, i, err = s.skipProcInst(i)
			s.start = doctype
		case bytes.HasPrefix(rest, []byte("<!--")):
			i, err = s.skipComment(i)
		case bytes.HasPrefix(rest, []byte("<!ENTITY")):
			i, err = s.entityDecl(i)
		case bytes.HasPrefix(rest, []byte("<!ELEMENT")), bytes.HasPrefix(rest, []byte("<!ATTLIST")),
			bytes.HasPrefix(rest, []byte("<!NOTATION")):
			i, err = s.skipDecl(i)
		default:
			return 0, s.unexpected(i, InvalidDoctype, UnterminatedDoctype)
		}
		if err != nil {
			return 0, err
		}
	}
}

// skipDecl skips a declaration that has no bearing on character data.
func (s *Scanner) skipDecl(i int) (int, error) {
	src := s.src
	j := i + len("<!")
	for j < len(src) {
		switch c := src[j]; c {
		case '>':
			if at, size, fault := badChar(src, i, j); fault != 0 {
				return 0, s.failChar(at, size, fault)
			}
			return j + 1, nil
		case '<':
			return 0, s.unexpected(j, InvalidDoctype, UnterminatedDoctype)
		case '%':
			end, _ := scanName(src, j+1)
			return 0, s.failDetail(ParameterEntity, j, end, string(src[j:end]))
		case '"', '\'':
			n := bytes.IndexByte(src[j+1:], c)
			if n < 0 {
				return 0, s.fail(UnterminatedDoctype, s.start, len(src))
			}
			j += n + 2
		default:
			j++
		}
	}
	return 0, s.fail(UnterminatedDoctype, s.start, len(src))
}

// entityDecl reads production 71 at i. The first declaration of a name holds:
// section 4.2.
func (s *Scanner) entityDecl(i int) (int, error) {
	src := s.src
	j, err := s.needSpace(i + len("<!ENTITY"))
	if err != nil {
		return 0, err
	}
	if j < len(src) && src[j] == '%' {
		return 0, s.fail(ParameterEntity, i, j+1)
	}
	nameEnd, err := s.declaredName(j)
	if err != nil {
		return 0, err
	}
	name := src[j:nameEnd]
	if j, err = s.needSpace(nameEnd); err != nil {
		return 0, err
	}

	e := &entity{fault: ExternalEntity}
	if j < len(src) && (src[j] == '"' || src[j] == '\'') {
		end, err := s.entityValue(j)
		if err != nil {
			return 0, err
		}
		e = newEntity(src[j+1 : end-1])
		j = end
	} else if j, err = s.externalID(j); err != nil {
		return 0, err
	}
	j = skipSpace(src, j)
	if j >= len(src) || src[j] != '>' {
		return 0, s.unexpected(j, InvalidDoctype, UnterminatedDoctype)
	}
	if s.entities == nil {
		s.entities = &Entities{byName: make(map[string]*entity)}
	}
	if s.entities.byName[string(name)] == nil {
		if len(s.entities.byName) >= maxEntities {
			return 0, s.failDetail(EntityCountLimit, i, j+1, string(name))
		}
		s.entities.byName[string(name)] = e
	}
	return j + 1, nil
}

func (s *Scanner) needSpace(i int) (int, error) {
	j := skipSpace(s.src, i)
	if j == i {
		return 0, s.unexpected(i, InvalidDoctype, UnterminatedDoctype)
	}
	return j, nil
}

// entityValue reads production 9, whose quote stands at i, and returns the
// offset behind its closing quote.
func (s *Scanner) entityValue(i int) (int, error) {
	src := s.src
	n := bytes.IndexByte(src[i+1:], src[i])
	if n < 0 {
		return 0, s.fail(UnterminatedDoctype, s.start, len(src))
	}
	end := i + 1 + n
	if n > maxEntityLength {
		return 0, s.fail(EntityLengthLimit, i+1, end)
	}
	for j := i + 1; j < end; {
		switch c := src[j]; {
		case c == '%':
			nameEnd, _ := scanName(src, j+1)
			return 0, s.failDetail(ParameterEntity, j, nameEnd, string(src[j:nameEnd]))
		case c == '&':
			_, next, fault := plainReference(src[:end], j)
			if fault == NestedEntity {
				next, fault = next+1, 0
			}
			if fault != 0 {
				return 0, s.failDetail(fault, j, next, string(src[j:next]))
			}
			j = next
		default:
			size, fault := charAt(src, j)
			if fault != 0 {
				return 0, s.failChar(j, size, fault)
			}
			j += size
		}
	}
	return end + 1, nil
}

// externalID reads production 75 and an NDATA part (production 76) behind it.
func (s *Scanner) externalID(i int) (int, error) {
	src := s.src
	literals := 1
	switch {
	case bytes.HasPrefix(src[i:], []byte("SYSTEM")):
	case bytes.HasPrefix(src[i:], []byte("PUBLIC")):
		literals = 2
	default:
		return 0, s.unexpected(i, InvalidDoctype, UnterminatedDoctype)
	}
	j := i + len("SYSTEM")
	for k := range literals {
		var err error
		if j, err = s.needSpace(j); err != nil {
			return 0, err
		}
		if j >= len(src) || src[j] != '"' && src[j] != '\'' {
			return 0, s.unexpected(j, InvalidDoctype, UnterminatedDoctype)
		}
		n := bytes.IndexByte(src[j+1:], src[j])
		if n < 0 {
			return 0, s.fail(UnterminatedDoctype, s.start, len(src))
		}
		end := j + 1 + n
		if at, size, fault := badChar(src, j+1, end); fault != 0 {
			return 0, s.failChar(at, size, fault)
		}
		if literals == 2 && k == 0 {
			for p := j + 1; p < end; p++ {
				if class[src[p]]&classPubid == 0 {
					return 0, s.unexpected(p, InvalidDoctype, UnterminatedDoctype)
				}
			}
		}
		j = end + 1
	}
	afterSpace := skipSpace(src, j)
	if afterSpace == j || !bytes.HasPrefix(src[afterSpace:], []byte("NDATA")) {
		return j, nil
	}
	j, err := s.needSpace(afterSpace + len("NDATA"))
	if err != nil {
		return 0, err
	}
	return s.declaredName(j)
}

// declaredName returns the end of the name of an entity or a notation at i.
func (s *Scanner) declaredName(i int) (int, error) {
	end, colon := scanName(s.src, i)
	switch {
	case end == i:
		return 0, s.unexpected(i, InvalidDoctype, UnterminatedDoctype)
	case colon >= 0:
		return 0, s.failDetail(ForbiddenColon, i, end, string(s.src[i:end]))
	}
	return end, nil
}
