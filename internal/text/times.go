package text

import "strings"

// yearKind classifies four digits that can be a year.
func (s *scan) yearKind(i int, f found) NumberKind {
	w := s.word(i)
	y, ok := year(w)
	if !ok {
		// 2019/20 was read as 2019; the 20 behind it:
		if i > 0 && (s.before(i) == "/" || s.before(i) == "–") && len(s.numbers) > 0 && len(w) == 2 {
			if p := s.numbers[len(s.numbers)-1]; p.Kind == Year && p.End == s.words[i-1].End {
				return Year
			}
		}
		return 0
	}
	if f.ranged { // 2020 – 2025, 2023 to 2024
		if y2, ok := year(s.word(f.last)); ok && y2 > y {
			return Year
		}
		return 0
	}
	if s.comparedBefore(i) {
		return 0
	}
	prev := class(0)
	if i > 0 {
		prev = s.class(i - 1)
		if s.lang == other {
			prev = s.classOther(i - 1)
		}
	}
	noun := s.nounFollows(f.last)
	person := noun && s.class(f.last+1)&cPerson != 0
	counted := noun && s.class(f.last+1)&(cVerb|cChange|cActivity) == 0
	near := 1950 <= y && y <= 2060
	switch {
	case y%100 == 0 && counted && y != 2000:
		return 0
	case person && prev&(cArticle|cYearBefore|cMonth) == 0:
		return 0
	case y == 2000 && counted && !(prev&(cYearBefore|cArticle) != 0 && !person):
		return 0
	case near:
		return Year
	case prev&cYearBefore != 0 && !counted, !noun && prev&cYearBefore != 0:
		return Year
	}
	return 0
}

// comparedBefore reports whether a comparator stands before word i: "more than 2000"
// is no year.
func (s *scan) comparedBefore(i int) bool {
	var n Number
	return s.compare(&n, i) && n.Bound != Exactly
}

// timeSpan returns Age or Duration for a number that is one, 0 for any other.
func (s *scan) timeSpan(f found, next class) NumberKind {
	if s.lang == other {
		return 0
	}
	if next == 0 && s.foreignDuration(f.last+1) {
		return Duration
	}
	prev := class(0)
	if f.first > 0 && blank(s.before(f.first)) {
		prev = s.class(f.first - 1)
	}
	prev2 := class(0)
	if f.first > 1 && blank(s.before(f.first-1)) {
		prev2 = s.class(f.first - 2)
	}
	if prev&cAge != 0 || prev2&cAge != 0 && prev&(cPreposition|cArticle|cBetween|cOther) != 0 {
		return Age
	}
	if f.first > 2 && s.class(f.first-3)&cAge != 0 && prev&(cPreposition|cBetween) != 0 && prev2&(cPreposition|cArticle|cOther) != 0 {
		return Age
	}
	if next&cDuration == 0 {
		// children under 5, les moins de 5
		if prev2&cPerson != 0 && prev&cPreposition != 0 && f.value < 100 && !s.nounFollows(f.last) {
			switch strings.ToLower(s.word(f.first - 1)) {
			case "under", "over", "below", "above":
				return Age
			}
		}
		// 15-24 olds, 18 and above
		for _, p := range vocabularies[s.lang].older {
			if f.value < 100 && s.phraseAt(f.last+1, p) > 0 && p != "old" && blank(s.after(f.last)) && prev2&cPerson != 0 {
				return Age
			}
		}
		return 0
	}
	u := f.last + 1
	for _, p := range vocabularies[s.lang].older {
		if s.phraseAt(u+1, p) > 0 {
			return Age
		}
	}
	if strings.HasPrefix(s.after(u), "-old") || u+1 < len(s.words) && sameWord(s.word(u+1), "old") {
		return Age
	}
	yearly := isYears(s.word(u))
	if yearly && prev2&cPerson != 0 && prev&cPreposition != 0 {
		switch strings.ToLower(s.word(f.first - 1)) {
		case "of", "de", "à", "under", "over", "between", "entre", "above", "below":
			return Age
		}
	}
	if yearly && f.ranged && f.first > 1 && f.high <= 100 && f.value >= 5 {
		for n := 1; n <= 4 && f.first-n >= 0; n++ {
			if s.class(f.first-n)&cPerson != 0 {
				return Age
			}
		}
	}
	if s.class(u)&cOrdinal != 0 { // "2 second", no
		return 0
	}
	return Duration
}

// foreignDuration reports whether word i is a unit of time in some language: 6 mois
// in an English text.
func (s *scan) foreignDuration(i int) bool {
	if i >= len(s.words) || s.words[i].Len() < 3 || !blank(s.before(i)) {
		return false
	}
	for l := english; l <= portuguese; l++ {
		if s.lex.senses[l][s.ids[i]].class&cDuration != 0 {
			return true
		}
	}
	return false
}

// isYears reports whether a word means years.
func isYears(w string) bool {
	switch strings.ToLower(w) {
	case "year", "years", "yr", "yrs", "ans", "an", "años", "anos", "año", "ano":
		return true
	}
	return false
}

// clock reports whether word i is a time of day: 9 a.m., 3 pm.
func (s *scan) clock(i int) bool {
	if i+1 >= len(s.words) || s.words[i].Len() > 2 {
		return false
	}
	switch strings.ToLower(s.word(i + 1)) {
	case "am", "pm", "a.m", "p.m":
		return s.after(i) == " " || s.after(i) == ""
	}
	return false
}

// coordinate reports whether word i is one of two decimals side by side of more than
// three places.
func (s *scan) coordinate(i int) bool {
	precise := func(j int) bool {
		if j < 0 || j >= len(s.words) || s.words[j].Flags&Numeral == 0 {
			return false
		}
		w := s.word(j)
		dot := strings.IndexByte(w, '.')
		return dot > 0 && len(w)-dot > 4
	}
	return precise(i) && (precise(i-1) || precise(i+1))
}

// plusBefore reports whether + or +( stands before word i.
func (d *Doc) plusBefore(i int) bool {
	at := d.words[i].Start
	return at > 0 && d.text[at-1] == '+' || at > 1 && d.text[at-1] == '(' && d.text[at-2] == '+'
}

// calledPhone reports whether a word for a telephone stands before word i.
func (d *Doc) calledPhone(i int) bool {
	if i == 0 || len(d.before(i)) > 3 {
		return false
	}
	switch strings.ToLower(d.word(i - 1)) {
	case "tel", "tél", "phone", "telephone", "téléphone", "teléfono", "telefone", "mobile", "whatsapp", "cel", "fax", "hotline":
		return true
	}
	return false
}

// phone reads a telephone number: + and country code, or groups behind a word
// for it.
func (s *scan) phone(f *found) bool {
	i := f.first
	w := s.words[i]
	plus := s.plusBefore(i)
	if !plus && !s.calledPhone(i) {
		return false
	}
	digits, last := 0, i
	for j := i; j < len(s.words) && s.words[j].Flags&Digit != 0; j++ {
		if j > i {
			switch s.after(j - 1) {
			case " ", "\u00a0", ") ", " (", ".", "-", ")", "/", " - ":
			default:
				j = len(s.words)
				continue
			}
		}
		n := 0
		for _, c := range []byte(s.word(j)) {
			if kinds[c]&isDigit != 0 {
				n++
			} else if kinds[c]&isLetter != 0 {
				n = -100
			}
		}
		if n < 0 {
			break
		}
		digits += n
		last = j
	}
	if digits < 7 || digits > 16 {
		return false
	}
	f.last = last
	f.span = Span{w.Start, s.words[last].End}
	if plus {
		f.span.Start--
		if s.text[f.span.Start] != '+' {
			f.span.Start--
		}
	}
	return true
}
