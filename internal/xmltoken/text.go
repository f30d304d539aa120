package xmltoken

import "encoding/binary"

const eightBlanks = 0x2020202020202020

// text reads character data (production 14) and references up to the next '<'.
func (s *Scanner) text(i int) (Kind, error) {
	src := s.src
	start := i
	s.start = i
	if src[i] == '\n' {
		i++
	}
	for i+8 <= len(src) && binary.LittleEndian.Uint64(src[i:]) == eightBlanks { // lines begin with many
		i += 8
	}
	for i < len(src) && src[i] != '\r' && class[src[i]]&classSpace != 0 {
		i++
	}
	if i < len(src) && src[i] == '<' {
		s.coded, s.blank = false, true
		return s.token(Text, start, i, start, i)
	}
	return s.textBehind(start, i, false)
}

// textBehind reads on at i the text that begins at start. coded reports whether
// something before i does not stand for itself.
func (s *Scanner) textBehind(start, i int, coded bool) (Kind, error) {
	src := s.src
	s.start = start
loop:
	for {
		for i < len(src) && class[src[i]]&classText != 0 {
			i++
		}
		if i >= len(src) {
			break
		}
		switch src[i] {
		case '<':
			break loop
		case '&':
			coded = true
			next, err := s.reference(i, false)
			if err != nil {
				if !s.recovered(err) {
					return 0, err
				}
				next = i + 1
			}
			i = next
		case '\r':
			coded = true
			i++
		case ']':
			if i+2 < len(src) && src[i+1] == ']' && src[i+2] == '>' {
				if err := s.fail(CDataEndInText, i, i+3); !s.recovered(err) {
					return 0, err
				}
			}
			i++
		default:
			size, fault := charAt(src, i)
			if fault != 0 {
				if err := s.failChar(i, size, fault); !s.recovered(err) {
					return 0, err
				}
			}
			i += size
		}
	}
	s.coded = coded
	s.blank = skipSpace(src[:i], start) == i
	return s.token(Text, start, i, start, i)
}
