package text

import (
	"strings"
	"unicode/utf8"
)

// currency looks for a currency sign or code before the number and takes the
// number's scale with it: $ 1.2 million, USD 500, €3.5.
func (s *scan) currency(f *found) bool {
	start := s.words[f.first].Start
	gap := strings.TrimRight(s.text[max(0, start-6):start], " \u00a0\u202f")
	r, size := utf8.DecodeLastRuneInString(gap)
	from := -1
	switch r {
	case '$', '€', '£', '¥', '₦', '₹', '₱', '₽', '₺', '₵', '₡', '₲', '₪', '₫', '₴':
		from = max(0, start-6) + len(gap) - size
		if f.first > 0 && s.words[f.first-1].End == from && s.words[f.first-1].Len() <= 3 && s.words[f.first-1].Flags&AllCaps != 0 {
			from = s.words[f.first-1].Start // US$
		}
	default:
		if f.first > 0 && (blank(s.before(f.first)) || s.before(f.first) == ". ") && s.isMoney(f.first-1) {
			from = s.words[f.first-1].Start
		}
	}
	if from < 0 {
		return false
	}
	s.scale(f)
	end := s.words[f.last].End
	f.span = Span{from, end}
	return true
}

// isMoney reports whether word i is a currency; a code only in capitals.
func (s *scan) isMoney(i int) bool {
	c := s.class(i)
	if s.lang == other {
		c = s.classOther(i)
	}
	if c&cMoney == 0 {
		return false
	}
	w := s.words[i]
	return w.Len() > 4 || w.Flags&AllCaps != 0 || w.Flags&Lower != 0 && c&(cFunction|cAbbreviation|cVerb) == 0 && w.Len() > 3
}

// currencyBehind looks for a currency behind the number and takes its scale with it:
// 500 euros, 3 million USD, 20 €.
func (s *scan) currencyBehind(f *found) bool {
	end := s.words[f.last].End
	rest := strings.TrimLeft(s.text[end:min(len(s.text), end+6)], " \u00a0\u202f")
	for _, sign := range []string{"€", "$", "£"} {
		if strings.HasPrefix(rest, sign) {
			at := end + strings.Index(s.text[end:], sign)
			if sign == "$" && at+1 < len(s.text) && kinds[s.text[at+1]]&isDigit != 0 {
				return false
			}
			f.span = Span{s.words[f.first].Start, at + len(sign)}
			return true
		}
	}
	i := f.last + 1
	if i >= len(s.words) || !blank(s.after(f.last)) {
		return false
	}
	// US dollars, millions de dollars, de FCFA
	for n := 0; n < 2 && i+n < len(s.words); n++ {
		if s.isMoney(i + n) {
			f.last = i + n
			return true
		}
		w := strings.ToLower(s.word(i + n))
		if n == 0 && (w == "m" || w == "mio" || w == "mln") {
			if i+1 < len(s.words) && s.isMoney(i+1) && blank(s.after(i)) {
				f.value, f.high, f.last = f.value*1e6, f.high*1e6, i+1
				return true
			}
			return false
		}
		if w != "us" && w != "de" && w != "d" && w != "canadian" && w != "australian" || !blank(s.after(i+n)) {
			return false
		}
	}
	return false
}
