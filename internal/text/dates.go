package text

import "strings"

// date returns how many words from word i on are a date, 0 if none.
func (s *scan) date(i int) int {
	w, word := s.words[i], s.word(i)
	if w.Flags&Hyphen != 0 {
		if dayMonthYear(strings.Split(word, "-")) { // 2021-03-12, 12-03-2021
			return 1
		}
		from, to, _ := strings.Cut(word, "-")
		return s.dayMonth(i, from, to)
	}
	if w.Flags&Numeral != 0 {
		if strings.Count(word, ".") == 2 && dayMonthYear(strings.Split(word, ".")) {
			return 1
		}
		// 12/03/2021, 2021/03/12, 03/2021
		if s.after(i) == "/" && i+1 < len(s.words) && s.words[i+1].Flags&Numeral != 0 {
			if i+2 < len(s.words) && s.after(i+1) == "/" && dayMonthYear([]string{word, s.word(i + 1), s.word(i + 2)}) {
				return 3
			}
			if m, ok := smallInt(word); ok && m >= 1 && m <= 12 && len(word) <= 2 {
				if _, ok := year(s.word(i + 1)); ok {
					return 2
				}
			}
		}
	}
	if day(word) {
		return s.fromDay(i)
	}
	return 0
}

// fromDay reads 12 March 2021, 6 and 7 March, 1er mars, 12 de marzo de 2021.
func (s *scan) fromDay(i int) int {
	j := s.furtherDays(i+1, func(int) bool { return true })
	k := s.monthAt(j)
	if k == 0 {
		return 0
	}
	return s.withYear(j+k) - i
}

// furtherDays returns the word behind the days that go with the one before word j:
// 3 au 5 mai, 6, 7 and 8 May. isLast judges the day behind an "and" or "to".
func (s *scan) furtherDays(j int, isLast func(word int) bool) int {
	for range 3 {
		switch {
		case j < len(s.words) && day(s.word(j)) && s.words[j].Flags&Digit != 0 && isDayGap(s.after(j-1)):
			j++
		case j+1 < len(s.words) && blank(s.after(j-1)) && blank(s.after(j)) && dayJoin(s.word(j)) && day(s.word(j+1)) && isLast(j+1):
			j += 2
		default:
			return j
		}
	}
	return j
}

// dayMonth returns how many words from word i on are a date whose days are one word,
// as in "12-15 March"; 0 if none.
func (s *scan) dayMonth(i int, a, b string) int {
	if !day(a) || !day(b) || s.lang == other {
		return 0
	}
	k := s.monthAt(i + 1)
	if k == 0 {
		return 0
	}
	return s.withYear(i+1+k) - i
}

// monthAt returns the words of "March", "of March", "de marzo" at word j.
func (s *scan) monthAt(j int) int {
	if j >= len(s.words) || !blank(s.after(j-1)) && s.after(j-1) != "-" && s.after(j-1) != "." {
		return 0
	}
	if s.isMonth(j) {
		return 1
	}
	switch strings.ToLower(s.word(j)) {
	case "of", "de", "do", "del", "d":
		if j+1 < len(s.words) && blank(s.after(j)) && s.isMonth(j+1) {
			return 2
		}
	}
	return 0
}

func (s *scan) isMonth(j int) bool {
	if s.class(j)&cMonth == 0 {
		return s.words[j].Len() > 3 && s.foreignMonth(j) && (s.lang != other || s.words[j].Flags&Lower == 0 || s.classOther(j)&cMonth == 0)
	}
	if s.lang == english && s.words[j].Flags&Lower != 0 { // may, march
		return false
	}
	return true
}

// foreignMonth reports whether word j is the name of a month in another language, as
// behind a day in a French passage of an English text.
func (s *scan) foreignMonth(j int) bool {
	for l := english; l < languages; l++ {
		if l != s.lang && (l != english || s.lang == other) && s.lex.senses[l][s.ids[j]].class&cMonth != 0 {
			return true
		}
	}
	return false
}

// withYear returns the word behind the year that follows at word j, or j.
func (s *scan) withYear(j int) int {
	if j >= len(s.words) {
		return j
	}
	k := j
	switch strings.ToLower(s.word(j)) {
	case "de", "del", "of", "do":
		k++
	}
	if k >= len(s.words) {
		return j
	}
	switch s.before(k) {
	case " ", ", ", ". ", "\u00a0", "-", "/", " ,":
	default:
		return j
	}
	if _, ok := year(s.word(k)); ok {
		return k + 1
	}
	return j
}

// fromMonth reads December 6th to 22nd, 2023 and March 2021, which begin with a
// month. It returns the words, 0 if there is no number.
func (s *scan) fromMonth(i int) int {
	if !s.isMonth(i) {
		return 0
	}
	j := i + 1
	if j >= len(s.words) {
		return 0
	}
	switch s.before(j) {
	case " ", ". ", ", ", "\u00a0", "-", "/", " - ", " – ":
	default:
		return 0
	}
	if e := s.withYear(j); e > j {
		return e - i
	}
	if s.words[j].Flags&Digit == 0 {
		return 0
	}
	word := s.word(j)
	if a, b, ok := strings.Cut(word, "-"); ok && day(a) && day(b) {
		return s.withYear(j+1) - i
	}
	if !day(word) || s.nounFollows(j) && s.lang != english {
		return 0
	}
	if s.nounFollows(j) && s.words[j].Flags&Numeral != 0 && s.words[i].Len() <= 5 { // "May 12 women"
		return 0
	}
	last := s.furtherDays(j+1, func(word int) bool { return s.words[word].Flags&Digit != 0 && !s.nounFollows(word) })
	return s.withYear(last) - i
}

func isDayGap(gap string) bool {
	switch gap {
	case "–", " – ", "-", " - ", ", ", "/", " & ":
		return true
	}
	return false
}

func dayJoin(w string) bool {
	switch strings.ToLower(w) {
	case "to", "and", "au", "et", "à", "al", "y", "a", "e", "ao", "through", "until", "till":
		return true
	}
	return false
}

// day reports whether a word is a day of a month: 1 to 31, also 1st, 22nd, 1er, 1º.
func day(w string) bool {
	n := 0
	for n < len(w) && kinds[w[n]]&isDigit != 0 {
		n++
	}
	if n == 0 || n > 2 {
		return false
	}
	v, _ := smallInt(w[:n])
	if v < 1 || v > 31 {
		return false
	}
	switch strings.ToLower(w[n:]) {
	case "", "st", "nd", "rd", "th", "er", "º", "°":
		return true
	}
	return false
}

func dayMonthYear(p []string) bool {
	if len(p) != 3 {
		return false
	}
	a, ok1 := smallInt(p[0])
	b, ok2 := smallInt(p[1])
	c, ok3 := smallInt(p[2])
	if !ok1 || !ok2 || !ok3 {
		return false
	}
	if _, ok := year(p[0]); ok {
		return b >= 1 && b <= 12 && c >= 1 && c <= 31
	}
	if _, ok := year(p[2]); !ok && len(p[2]) != 2 || len(p[0]) > 2 || len(p[1]) > 2 {
		return false
	}
	if len(p[2]) == 2 && (len(p[0]) != 2 || len(p[1]) != 2) {
		return false
	}
	if len(p[2]) == 2 && p[0] == p[1] && p[1] == p[2] { // 11.11.11
		return false
	}
	return a >= 1 && b >= 1 && (a <= 31 && b <= 12 || a <= 12 && b <= 31)
}
