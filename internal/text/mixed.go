package text

import "strings"

// mixed reads a word of digits with letters, hyphens or underscores.
func (s *scan) mixed(i int) int {
	word := s.word(i)
	f := found{first: i, last: i}
	if strings.IndexByte(word, '_') >= 0 {
		return s.put(Identifier, f)
	}
	if s.words[i].Flags&Hyphen != 0 {
		return s.hyphenedDigits(i, f)
	}
	n := 0
	for n < len(word) && (kinds[word[n]]&isDigit != 0 || (word[n] == '.' || word[n] == ',') && n > 0) {
		n++
	}
	if n == 0 {
		return s.put(letterFirst(word), f)
	}
	digits, suffix := word[:n], strings.ToLower(word[n:])
	v, sh := numeral(digits, s.lang)
	if sh != whole && sh != decimal {
		return s.put(Identifier, f)
	}
	f.value = v
	if word[n:] != suffix && len(suffix) == 1 && (s.classBefore(i)&cSticky != 0 || suffix != "m" && suffix != "k") {
		return s.put(Identifier, f) // 1.3A
	}
	switch suffix {
	case "st", "nd", "rd", "th", "er", "ers", "ère", "ere", "re", "e", "è", "ème", "eme", "ième", "nde", "º", "ª", "o", "a", "ro", "ra", "do", "da", "to", "ta", "os", "as":
		return s.put(Ordinal, f)
	case "s":
		if _, ok := year(digits); ok || len(digits) == 2 {
			return s.put(Year, f)
		}
		return s.put(Identifier, f)
	case "h", "hr", "hrs", "min", "mins", "j", "d", "yr", "yrs", "wk", "wks":
		return s.put(Duration, f)
	case "am", "pm":
		return s.put(Time, f)
	case "km", "km2", "km²", "kg", "ha", "m", "m2", "m²", "m3", "m³", "cm", "mm", "l", "ml", "g", "t", "kw", "kwh", "mw", "mwh", "gwh", "gb", "mb":
		if s.currency(&f) {
			f.value *= letterScale(suffix)
			return s.put(Money, f)
		}
		if suffix == "m" || suffix == "t" || suffix == "g" || suffix == "l" { // 1m girls: too unsure
			if !s.nounFollows(i) {
				return s.put(Count, f)
			}
			f.value *= letterScale(suffix)
			return s.put(Count, f)
		}
		return s.put(Count, f)
	case "k", "mn", "mln", "bn", "b", "mio", "mrd":
		f.value *= letterScale(suffix)
		if s.currency(&f) || s.currencyBehind(&f) {
			return s.put(Money, f)
		}
		return s.put(Count, f)
	case "eur", "usd", "euro", "euros", "fcfa", "gbp", "chf":
		return s.put(Money, f)
	}
	if strings.HasPrefix(suffix, "h") && len(suffix) == 3 && kinds[suffix[1]]&isDigit != 0 {
		return s.put(Time, f) // 14h30
	}
	return s.put(Identifier, f)
}

func letterScale(suffix string) float64 {
	switch suffix {
	case "k":
		return 1e3
	case "m", "mn", "mln", "mio":
		return 1e6
	case "bn", "b", "mrd":
		return 1e9
	}
	return 1
}

// letterFirst returns the kind of a word with letters before its digits: FY21 and Q3
// are times, G5 and SDG5 names.
func letterFirst(word string) NumberKind {
	n := strings.IndexAny(word, "0123456789")
	if n < 0 {
		return Identifier
	}
	switch strings.ToLower(word[:n]) {
	case "fy", "q", "h", "t", "ay", "cy":
		if n+4 == len(word) || n+2 == len(word) || n+1 == len(word) {
			return Year
		}
	}
	return Identifier
}

// hyphenedDigits reads numbers with hyphens: 10-15, 2020-2025, 26-month, COVID-19,
// 2015-052.
func (s *scan) hyphenedDigits(i int, f found) int {
	word := s.word(i)
	p := strings.Split(strings.NewReplacer("‐", "-", "‑", "-").Replace(word), "-")
	numbers := 0
	for _, q := range p {
		if strings.Trim(q, "0123456789.,") == "" {
			numbers++
		}
	}
	if numbers == len(p) {
		if s.phone(&f) {
			return s.put(Phone, f)
		}
		if len(p) != 2 {
			if total := len(word) - len(p) + 1; len(p) > 2 && total >= 8 && total <= 15 {
				return s.put(Phone, f)
			}
			return s.put(Identifier, f)
		}
		a, ok1 := year(p[0])
		_, ok2 := year(p[1])
		if b, ok := smallInt(p[1]); ok1 && (ok2 || ok && len(p[1]) == 2 && b > a%100) {
			return s.put(Year, f)
		}
		v, sh := numeral(p[0], s.lang)
		h, sh2 := numeral(p[1], s.lang)
		if sh == notNumber || sh2 == notNumber || sh == dotted || sh2 == dotted || h <= v || len(p[0]) > 1 && p[0][0] == '0' && p[0][1] != '.' {
			if s.classBefore(i)&cSticky != 0 {
				return s.put(Reference, f)
			}
			return s.put(Identifier, f)
		}
		f.value, f.high, f.ranged = v, h, true
		return s.classify(f, sh)
	}
	if numbers == 0 || strings.Trim(p[0], "0123456789.,") != "" {
		if _, ok := year(p[len(p)-1]); ok && len(p) == 2 && len(p[0]) > 2 && s.words[i].Flags&AllCaps == 0 {
			return s.put(Year, f) // mid-2023, post-2015
		}
		if p[0] != "" && kinds[p[0][0]]&isDigit != 0 && len(p) == 2 { // 5th-grade
			return s.put(Ordinal, f)
		}
		return s.put(Identifier, f)
	}
	v, sh := numeral(p[0], s.lang)
	if sh == notNumber {
		return s.put(Identifier, f)
	}
	f.value = v
	if c, _ := s.classOf(p[1]); c&cMonth != 0 && day(p[0]) {
		return s.put(Date, f) // 18-March-2020
	}
	return s.put(s.modifier(p[1:]), f)
}

// modifier returns the kind of a number by what stands behind its hyphen: 26-month,
// 5-year-old, 12-member.
func (s *scan) modifier(rest []string) NumberKind {
	unit := rest[0]
	if strings.Trim(unit, "0123456789") == "" && len(rest) > 1 { // 10-15-year
		unit = rest[1]
	}
	c, _ := s.classOf(unit)
	if s.lang == other {
		c = s.englishClass(unit)
	}
	for _, r := range rest {
		if strings.EqualFold(r, "old") || strings.EqualFold(r, "olds") {
			return Age
		}
	}
	if c&cDuration != 0 {
		return Duration
	}
	return Modifier
}
