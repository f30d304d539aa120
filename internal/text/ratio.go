package text

import "strings"

// ratio returns the number of words of a ratio at word i: 3/10, 3 out of 10, 3 sur
// 10, 3 de cada 10; 0 if there is none.
func (s *scan) ratio(i int, v float64) int {
	if s.after(i) == "/" && i+1 < len(s.words) && s.words[i+1].Flags&Numeral != 0 {
		of, sh := numeral(s.word(i+1), s.lang)
		if sh == whole && v <= of && v >= 0 && of > 1 && s.after(i+1) != "/" && s.before(i) != "/" && s.classBefore(i)&cReference == 0 && !(v == 24 && of == 7) && of < 1900 {
			s.ratioValue = v / of
			return 2
		}
		return 0
	}
	if s.lang == other {
		return 0
	}
	if i+1 >= len(s.words) || strings.IndexByte("oisde", s.word(i + 1)[0]|0x20) < 0 {
		return 0
	}
	for _, p := range [...]string{"out of", "out of every", "in every", "sur", "de cada", "em cada", "of the"} {
		n := s.phraseAt(i+1, p)
		if n == 0 || !blank(s.after(i)) || i+n+1 >= len(s.words) || !blank(s.after(i+n)) || s.words[i+n+1].Flags&Numeral == 0 {
			continue
		}
		if _, isYear := year(s.word(i + n + 1)); isYear && p != "out of" || (p == "sur") != (s.lang == french) && p == "sur" {
			continue
		}
		of, sh := numeral(s.word(i+n+1), s.lang)
		if sh == whole && of >= v && of > 0 {
			s.ratioValue = v / of
			return n + 2
		}
	}
	return 0
}

// fractionBehind reads the fraction behind a number: two thirds of, 3 quarters of.
func (s *scan) fractionBehind(f *found) bool {
	i := f.last + 1
	if i >= len(s.words) || !blank(s.after(f.last)) {
		return false
	}
	v := float64(s.value(i))
	if s.class(i)&cFraction == 0 || v == 0 || f.value > v || f.value < 1 {
		return false
	}
	if !s.partitive(i + 1) {
		return false
	}
	f.value /= v
	f.last = i
	return true
}

// partitive reports whether word i is "of", "the", "des" and so on, as behind a
// fraction.
func (s *scan) partitive(i int) bool {
	if i >= len(s.words) || !blank(s.before(i)) {
		return false
	}
	switch strings.ToLower(s.word(i)) {
	case "of", "the", "a", "all", "their", "de", "des", "du", "d", "del", "da", "do", "dos", "das":
		return true
	}
	return strings.HasPrefix(s.word(i), "d'") || strings.HasPrefix(s.word(i), "d’")
}
