package text

import "strings"

// inWords reads a number written in words that begins at word i, or a date that
// begins with a month.
func (s *scan) inWords(i int) int {
	c := s.class(i)
	if c&cMonth != 0 {
		if n := s.fromMonth(i); n > 0 {
			return s.put(Date, found{first: i, last: i + n - 1})
		}
	}
	if c&(cNumber|cScale|cCollective|cOne) != 0 {
		if n := s.wordNumber(i); n > 0 {
			return n
		}
	}
	switch {
	case c&cFraction != 0 && s.half(i):
		v := float64(s.value(i))
		if v == 0 {
			v = 2
		}
		return s.put(Fraction, found{first: i, last: i, value: 1 / v, words: true})
	case c&cOrdinal != 0 && (c&cDuration == 0 || i > 0):
		if s.lang == english && s.words[i].Flags&AllCaps == 0 && sameWord(s.word(i), "second") && s.class(i-1)&cOne != 0 {
			return 1
		}
		return s.put(Ordinal, found{first: i, last: i, words: true})
	}
	return 1
}

// half reports whether word i is a half of something: half of the, la moitié des.
func (s *scan) half(i int) bool {
	if s.class(i)&cOrdinal != 0 || !s.partitive(i+1) {
		return false
	}
	if s.value(i) == 2 || s.value(i) == 0 {
		return !(s.lang == english && sameWord(s.word(i+1), "a"))
	}
	// A quarter or a third needs its "a" or "one" before, which wordNumber reads.
	return false
}

// hyphened reads forty-two, twenty-five, quatre-vingt-dix; two-day, five-member.
func (s *scan) hyphened(i int) int {
	head, tail, _ := strings.Cut(s.word(i), "-")
	c, v := s.classOf(head)
	if c&(cNumber|cScale) == 0 {
		return 1
	}
	if c&cNumber != 0 {
		if _, ok := s.compound(s.word(i)); ok {
			return s.wordNumber(i)
		}
	}
	if tail == "" {
		return 1
	}
	f := found{first: i, last: i, value: float64(v), words: true}
	// one-stop, one-off, first-time
	if ct, n := s.classOf(tail); ct&cFraction != 0 && n > 0 && s.partitive(i+1) {
		f.value = float64(v) / float64(n)
		return s.put(Fraction, f)
	}
	return s.put(s.modifier(strings.Split(tail, "-")), f)
}

// compound reads a hyphened number word.
func (s *scan) compound(word string) (float64, bool) {
	total := 0.0
	for part := range strings.SplitSeq(word, "-") {
		c, v := s.classOf(part)
		switch {
		case c&cAndNumber != 0:
		case c&cScale != 0:
			total = max(total, 1) * float64(v)
		case c&(cNumber|cOne) == 0:
			return 0, false
		case v == 20 && total == 4 && s.lang == french: // quatre-vingt
			total = 80
		default:
			total += float64(v)
		}
	}
	return total, true
}

// wordNumber reads number words from word i on.
func (s *scan) wordNumber(i int) int {
	total, cur := 0.0, 0.0
	n, last := 0, i
	scaled := false
	only := true // only "one", "a", "un"
	for j := i; j < len(s.words); j++ {
		if j > i && !blank(s.before(j)) {
			break
		}
		c := s.class(j)
		v := float64(s.value(j))
		w := s.words[j]
		if w.Flags&Digit != 0 {
			break
		}
		article := c&cOne != 0
		switch {
		case w.Flags&Hyphen != 0:
			h, ok := s.compound(s.word(j))
			if !ok {
				goto end
			}
			cur += h
			only = false
		case c&cCollective != 0 && c&cNumber == 0:
			if j == i || cur == 0 || scaled && cur == 0 {
				goto end
			}
			cur *= v
			only = false
		case c&cScale != 0:
			if v == 100 || v == 12 {
				cur = max(cur, 1) * v
			} else {
				total += max(cur, 1) * v
				cur = 0
			}
			scaled, only = true, false
		case c&cNumber != 0 && (!article || n == 0 || cur >= 20):
			if n > 0 && cur > 0 && !(cur >= 100 && v < 100 || cur >= 20 && v < 10 && int(cur)%10 == 0 || s.lang == french && (cur == 60 || cur == 80) && v < 20) {
				goto end // "two three"
			}
			if s.lang == french && cur == 4 && v == 20 {
				cur, v = 80, 0
			}
			cur += v
			if !article {
				only = false
			}
		case article && n == 0: // "a hundred"
			if j+1 >= len(s.words) || s.class(j+1)&(cScale|cFraction|cCollective) == 0 {
				return s.articleAlone(i)
			}
			if s.lang == english && s.class(j+1)&(cScale|cFraction) == 0 {
				return 1
			}
			cur = 1
		case c&cAndNumber != 0 && n > 0 && j+1 < len(s.words) && s.class(j+1)&(cNumber) != 0 && blank(s.after(j)) &&
			(cur >= 100 || total > 0 || cur >= 20 && s.lang != english) && !(s.lang == english && !scaled):
			continue
		default:
			goto end
		}
		n++
		last = j
	}
end:
	if n == 0 {
		return 0
	}
	f := found{first: i, last: last, value: total + cur, words: true}
	if only {
		return s.oneOnly(f)
	}
	if s.class(i)&cScale != 0 && s.lang == english && s.words[i].Flags&Lower != 0 && i > 0 && blank(s.before(i)) {
		switch strings.ToLower(s.word(i - 1)) {
		case "several", "few", "some", "per", "many":
			return last - i + 1 // several hundred: inexact
		}
	}
	if f.value == 0 && s.lang == english && last+1 < len(s.words) {
		switch strings.ToLower(s.word(last + 1)) {
		case "tolerance", "discrimination", "hunger", "draft", "waste", "emission", "emissions", "sum", "poverty":
			return s.put(Modifier, f)
		}
	}
	if s.class(i)&cScale != 0 && s.lang != english && i == last && !s.nounFollows(last) {
		return 1 // mil, cent alone
	}
	return s.classifyWords(f)
}

// classifyWords is classify for numbers in words.
func (s *scan) classifyWords(f found) int {
	prev := s.classBefore(f.first)
	next := class(0)
	if blank(s.after(f.last)) {
		next = s.class(f.last + 1)
	}
	if n, ok := s.percentBehind(f.last); ok {
		f.last += n
		return s.put(Percent, f)
	}
	if s.currencyBehind(&f) {
		return s.put(Money, f)
	}
	if next&cFraction != 0 && s.fractionBehind(&f) {
		return s.put(Fraction, f)
	}
	if s.fromDayWord(f) {
		return s.put(Date, f)
	}
	if k := s.timeSpan(f, next); k != 0 {
		return s.put(k, f)
	}
	if prev&cReference != 0 && (prev&cLabel == 0 || !s.nounFollows(f.last)) && f.value < 30 && prev&cVerb == 0 {
		return s.put(Reference, f)
	}
	if s.lang == french && sameWord(s.word(f.last), "neuf") && !s.plural(f.last+1) {
		return 1
	}
	return s.put(Count, f)
}

func (s *scan) plural(i int) bool {
	if i >= len(s.words) {
		return false
	}
	w := s.word(i)
	return strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x")
}

// fromDayWord reports whether a number is the day of a date in words: trois mars.
func (s *scan) fromDayWord(f found) bool {
	return f.value <= 31 && f.last+1 < len(s.words) && s.class(f.last+1)&cMonth != 0 && s.lang != english && s.value(f.last+1) > 0 && blank(s.after(f.last))
}

// articleAlone records "un" before a plain noun as a pronoun; "a" there is no number.
func (s *scan) articleAlone(i int) int {
	if s.lang == english && sameWord(s.word(i), "a") {
		return 1
	}
	return s.put(Pronoun, found{first: i, last: i, words: true})
}

// oneOnly judges a lone "one", "un", "une".
func (s *scan) oneOnly(f found) int {
	i := f.first
	if s.lang == english && sameWord(s.word(i), "a") {
		if s.fractionBehind(&f) {
			return s.put(Fraction, f)
		}
		return 1
	}
	f.value = 1
	if s.fractionBehind(&f) {
		return s.put(Fraction, f)
	}
	if s.lang != english || !s.countsOne(i) {
		return s.put(Pronoun, f)
	}
	if n, ok := s.percentBehind(f.last); ok {
		f.last += n
		return s.put(Percent, f)
	}
	next := s.class(i + 1)
	if k := s.timeSpan(f, next); k != 0 {
		return s.put(k, f)
	}
	if s.classBefore(i)&cReference != 0 {
		return s.put(Reference, f)
	}
	return s.put(Count, f)
}

// countsOne: English "one" before a noun and behind nothing that makes it a
// pronoun or a figure of speech.
func (s *scan) countsOne(i int) bool {
	if !s.nounFollows(i) {
		return false
	}
	switch strings.ToLower(s.word(i + 1)) {
	case "another", "day", "way", "hand", "side", "example", "step", "voice", "stop", "such", "key", "main", "important",
		"more", "third", "half", "thing", "can", "time", "reason", "place", "person's", "size", "major", "part", "aspect", "point",
		"community", "world", "else", "self", "common", "area", "sided", "would", "needs", "single", "end", "minute", "roof", "system",
		"challenge", "strategy", "particular", "notable", "off", "million's":
		return false
	}
	if i > 0 && blank(s.before(i)) {
		switch strings.ToLower(s.word(i - 1)) {
		case "the", "this", "that", "each", "every", "any", "no", "which", "another", "only", "as", "it's", "is", "whole", "not", "than", "loved", "little":
			return false
		}
	}
	return true
}
