package xmltoken

import "bytes"

// cdata reads production 18 at i, where "<![CDATA[" stands.
func (s *Scanner) cdata(i int) (Kind, error) {
	src := s.src
	body := i + len("<![CDATA[")
	n := bytes.Index(src[body:], []byte("]]>"))
	if n < 0 {
		return 0, s.fail(UnterminatedCData, i, len(src))
	}
	end := body + n
	if at, size, fault := badChar(src, body, end); fault != 0 {
		return 0, s.failChar(at, size, fault)
	}
	s.coded, s.blank = bytes.IndexByte(src[body:end], '\r') >= 0, false
	return s.token(CData, i, end+len("]]>"), body, end)
}
