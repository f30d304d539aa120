package text

import "strings"

// address extends a word to the web address that it begins, if it does.
func address(s string, w Word) (end int, ok bool) {
	rest := s[w.End:]
	switch {
	case strings.HasPrefix(rest, "://") && w.Len() <= 5 && isScheme(s[w.Start:w.End]):
		end = w.End + 3
	case len(rest) > 1 && rest[0] == '.' && kinds[rest[1]]&(isLetter|isDigit) != 0:
		if !isHost(s[w.Start:w.End], rest) {
			return 0, false
		}
		end = w.End + 1
	default:
		return 0, false
	}
	for end < len(s) && s[end] > ' ' && !strings.ContainsRune("<>\"{}|\\^`", rune(s[end])) && s[end] < 0x80 {
		end++
	}
	for end > w.End+1 && strings.IndexByte(".,;:!?)]'*", s[end-1]) >= 0 {
		if s[end-1] == ')' && strings.Contains(s[w.End:end-1], "(") {
			break
		}
		end--
	}
	return end, true
}

func isScheme(s string) bool {
	return strings.EqualFold(s, "http") || strings.EqualFold(s, "https") || strings.EqualFold(s, "ftp")
}

// isHost reports whether word and what follows it are a host name without a
// scheme: www.example.org, unwomen.org/en.
func isHost(word, rest string) bool {
	if strings.EqualFold(word, "www") {
		return true
	}
	n := 1
	for n < len(rest) && (kinds[rest[n]]&(isLower|isDigit) != 0 || rest[n] == '.' && n+1 < len(rest) && kinds[rest[n+1]]&isLower != 0) {
		n++
	}
	last := rest[1:n]
	if dot := strings.LastIndexByte(last, '.'); dot >= 0 {
		last = last[dot+1:]
	}
	if n < len(rest) && (kinds[rest[n]]&(isCore|isHigh) != 0) {
		return false
	}
	switch last {
	case "org", "com", "net", "int", "gov", "edu":
		return true
	}
	return false
}

// email joins the words around the @ at i to one, if they are an e-mail
// address, and returns its end.
func (d *Doc) email(at int) (end int, ok bool) {
	s := d.text
	start := at
	for start > 0 && (kinds[s[start-1]]&isCore != 0 || strings.IndexByte(".%+-", s[start-1]) >= 0) {
		start--
	}
	for start < at && strings.IndexByte(".-", s[start]) >= 0 {
		start++
	}
	end = at + 1
	dots := 0
	for end < len(s) && (kinds[s[end]]&(isLetter|isDigit) != 0 || (s[end] == '.' || s[end] == '-') && end+1 < len(s) && kinds[s[end+1]]&(isLetter|isDigit) != 0) {
		if s[end] == '.' {
			dots++
		}
		end++
	}
	if start == at || dots == 0 {
		return 0, false
	}
	n := len(d.words)
	for n > 0 && d.words[n-1].Start >= start {
		n--
	}
	if n > 0 && d.words[n-1].End > start { // a word with letters above ASCII ends inside
		start = d.words[n-1].Start
		n--
	}
	d.words = append(d.words[:n], Word{Span{start, end}, Email})
	return end, true
}
