package xmltoken

import "bytes"

// procInst reads production 16 at i, where "<?" stands.
func (s *Scanner) procInst(i int) (Kind, error) {
	nameEnd, end, err := s.skipProcInst(i)
	if err != nil {
		return 0, err
	}
	s.qname, s.nameStart, s.colon = s.src[i+2:nameEnd], i+2, -1
	s.space = ""
	return s.token(ProcInst, i, end, min(skipSpace(s.src, nameEnd), end-2), end-2)
}

func (s *Scanner) skipProcInst(i int) (nameEnd, end int, err error) {
	src := s.src
	s.start = i
	name := i + len("<?")
	nameEnd, colon := scanName(src, name)
	if nameEnd == name {
		return 0, 0, s.unexpected(name, InvalidProcInst, UnterminatedProcInst)
	}
	target := src[name:nameEnd]
	if len(target) == 3 && bytes.EqualFold(target, []byte("xml")) {
		if string(target) == "xml" {
			return 0, 0, s.fail(MisplacedXMLDecl, i, nameEnd)
		}
		return 0, 0, s.failDetail(ReservedTarget, name, nameEnd, string(target))
	}
	if colon >= 0 {
		return 0, 0, s.failDetail(ForbiddenColon, name, nameEnd, string(target))
	}
	n := bytes.Index(src[nameEnd:], []byte("?>"))
	if nameEnd < len(src) && !isSpace(src[nameEnd]) && n != 0 {
		return 0, 0, s.unexpected(nameEnd, InvalidProcInst, UnterminatedProcInst)
	}
	if n < 0 {
		return 0, 0, s.fail(UnterminatedProcInst, i, len(src))
	}
	end = nameEnd + n
	if at, size, fault := badChar(src, nameEnd, end); fault != 0 {
		return 0, 0, s.failChar(at, size, fault)
	}
	return nameEnd, end + len("?>"), nil
}
