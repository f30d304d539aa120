package xmltoken

import "bytes"

func isXMLDecl(src []byte) bool {
	return bytes.HasPrefix(src, []byte("<?xml")) && len(src) > 5 && isSpace(src[5])
}

// xmlDecl reads production 23 at i: version, then encoding, then standalone.
func (s *Scanner) xmlDecl(i int) (Kind, error) {
	src := s.src
	s.start = i
	s.attrs = s.attrs[:0]
	order := 0 // how many of the three may no longer come
	j := i + len("<?xml")
	for {
		spaceAt := j
		j = skipSpace(src, j)
		if j+1 < len(src) && src[j] == '?' && src[j+1] == '>' {
			break
		}
		nameEnd, _ := scanName(src, j)
		if nameEnd == j || spaceAt == j {
			return 0, s.unexpected(j, InvalidXMLDecl, UnterminatedProcInst)
		}
		name := string(src[j:nameEnd])
		k := skipSpace(src, nameEnd)
		if k >= len(src) || src[k] != '=' {
			return 0, s.unexpected(k, InvalidXMLDecl, UnterminatedProcInst)
		}
		k = skipSpace(src, k+1)
		if k >= len(src) || src[k] != '"' && src[k] != '\'' {
			return 0, s.unexpected(k, InvalidXMLDecl, UnterminatedProcInst)
		}
		n := bytes.IndexByte(src[k+1:], src[k])
		if n < 0 {
			return 0, s.fail(UnterminatedProcInst, i, len(src))
		}
		a := Attr{
			Local: src[j:nameEnd], Raw: src[k+1 : k+1+n],
			NameStart: j, NameEnd: nameEnd, ValueStart: k + 1, ValueEnd: k + 1 + n,
		}
		place := map[string]int{"version": 1, "encoding": 2, "standalone": 3}[name]
		if place <= order || order == 0 && place != 1 {
			return 0, s.failDetail(InvalidXMLDecl, j, nameEnd, name)
		}
		order = place
		if code := checkDecl(place, a.Raw); code != 0 {
			return 0, s.failDetail(code, a.ValueStart, a.ValueEnd, string(a.Raw))
		}
		s.attrs = append(s.attrs, a)
		j = k + n + 2
	}
	if order == 0 {
		return 0, s.failDetail(InvalidXMLDecl, i, j+2, "version")
	}
	s.qname, s.nameStart, s.colon, s.space = src[i+2:i+5], i+2, -1, ""
	return s.token(XMLDecl, i, j+2, i+5, j)
}

// checkDecl checks one value of the declaration: productions 26, 81 and 32.
func checkDecl(place int, value []byte) Code {
	switch place {
	case 1:
		if len(value) < 3 || value[0] != '1' || value[1] != '.' {
			return UnsupportedVersion
		}
		for _, c := range value[2:] {
			if c < '0' || c > '9' {
				return UnsupportedVersion
			}
		}
	case 2:
		for i, c := range value {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || class[c]&className == 0) {
				return InvalidEncodingName
			}
		}
		if len(value) == 0 {
			return InvalidEncodingName
		}
	case 3:
		if string(value) != "yes" && string(value) != "no" {
			return InvalidXMLDecl
		}
	}
	return 0
}
