package xmltoken

import "bytes"

// comment reads production 15 at i, where "<!--" stands.
func (s *Scanner) comment(i int) (Kind, error) {
	end, err := s.skipComment(i)
	if err != nil {
		return 0, err
	}
	return s.token(Comment, i, end, i+len("<!--"), end-len("-->"))
}

func (s *Scanner) skipComment(i int) (end int, err error) {
	src := s.src
	body := i + len("<!--")
	n := bytes.Index(src[body:], []byte("--"))
	if n < 0 {
		return 0, s.fail(UnterminatedComment, i, len(src))
	}
	dashes := body + n
	if at, size, fault := badChar(src, body, dashes); fault != 0 {
		return 0, s.failChar(at, size, fault)
	}
	if dashes+2 >= len(src) {
		return 0, s.fail(UnterminatedComment, i, len(src))
	}
	if src[dashes+2] != '>' {
		return 0, s.fail(DoubleHyphen, dashes, dashes+2)
	}
	return dashes + len("-->"), nil
}
