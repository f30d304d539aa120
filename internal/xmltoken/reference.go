package xmltoken

// maxExpansion bounds how many bytes entities may add to one child of the
// root. It is counted per child, not per document, so that children can be
// read in parallel and still be judged alike.
const maxExpansion = 1 << 20

// reference checks the reference (production 67) at i, where '&' stands, and
// returns the offset behind its ';'.
func (s *Scanner) reference(i int, inValue bool) (int, error) {
	src := s.src
	if i+1 < len(src) && src[i+1] == '#' {
		_, end, code := charRef(src, i)
		if code != 0 {
			return 0, s.failDetail(code, i, end, string(src[i:end]))
		}
		return end, nil
	}
	end, _ := scanName(src, i+1)
	name := src[i+1 : end]
	if len(name) == 0 {
		return 0, s.fail(BareAmpersand, i, i+1)
	}
	if end >= len(src) || src[end] != ';' {
		return 0, s.failDetail(UnterminatedReference, i, end, string(src[i:end]))
	}
	end++
	if predefined(name) != 0 {
		return end, nil
	}
	e := s.entities.lookup(name)
	if e == nil {
		return 0, s.failDetail(UndeclaredEntity, i, end, string(name))
	}
	if e.fault != 0 {
		return 0, s.failDetail(e.fault, i, end, string(name))
	}
	if !inValue && e.cdataEnd {
		return 0, s.failDetail(CDataEndInText, i, end, string(name))
	}
	s.expanded += len(e.text)
	if s.expanded > maxExpansion {
		return 0, s.failDetail(ExpansionLimit, i, end, string(name))
	}
	return end, nil
}

// charRef reads a character reference (production 66) of any length; on a
// fault, end is where it breaks off, or the end of a reference to a rune that is no
// character.
func charRef(src []byte, i int) (r rune, end int, fault Code) {
	const beyond = 0x110000
	j := i + len("&#")
	base := rune(10)
	if j < len(src) && src[j] == 'x' {
		base = 16
		j++
	}
	digits := j
	for j < len(src) {
		d := digit(src[j])
		if d < 0 || d >= base {
			break
		}
		r = min(r*base+d, beyond)
		j++
	}
	if j == digits {
		return 0, j, InvalidCharRef
	}
	if j >= len(src) || src[j] != ';' {
		return 0, j, UnterminatedReference
	}
	if !isChar(r) {
		fault = IllegalCharRef
	}
	return r, j + 1, fault
}

func digit(c byte) rune {
	if c >= '0' && c <= '9' {
		return rune(c - '0')
	}
	if c|0x20 >= 'a' && c|0x20 <= 'f' {
		return rune(c|0x20-'a') + 10
	}
	return -1
}

// predefined resolves the five entities of section 4.6, else returns 0.
func predefined(name []byte) byte {
	switch string(name) {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	return 0
}
