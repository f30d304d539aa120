package text

import (
	"strings"
	"unicode/utf8"
)

// Numbers returns every number in the text with its kind, in order.
func (d *Doc) Numbers() []Number {
	if d.startPart(doneNumbers) {
		d.lexemes()
		d.findNumbers()
	}
	return d.numbers
}

// Quantities returns the numbers that are counts, money, percentages and
// fractions.
func (d *Doc) Quantities() []Number {
	d.Numbers()
	return d.quantities
}

func (d *Doc) findNumbers() {
	s := scan{Doc: d}
	for i := 0; i < len(d.words); {
		w := d.words[i]
		n := 0
		switch {
		case w.Flags&(URL|Email) != 0:
		case w.Flags&Digit != 0:
			n = s.digits(i)
		case d.lang == other:
			n = s.inOtherWords(i)
		case d.class(i)&cNumberly != 0:
			n = s.inWords(i)
		case w.Flags&Hyphen != 0:
			n = s.hyphened(i)
		}
		i += max(n, 1)
	}
	for _, n := range d.numbers {
		if n.Kind.Quantity() {
			d.quantities = append(d.quantities, n)
		}
	}
}

// scan reads the numbers of a Doc one after another.
type scan struct {
	*Doc
	reference  int     // the last word of the reference last read, plus 1
	ratioValue float64 // of the ratio last read
}

// word returns the text of word i, with the digits of every script as 0 to 9.
func (s *scan) word(i int) string {
	w := s.words[i]
	if w.Flags&Digit != 0 && w.Flags&NonASCII != 0 {
		return ASCIIDigits(w.Of(s.text))
	}
	return w.Of(s.text)
}

// found is a number being read: words first to last, last inclusive.
type found struct {
	first, last int
	span        Span
	value, high float64
	ranged      bool
	words       bool
	bound       Bound
}

// put records a number and returns how many words it takes.
func (s *scan) put(k NumberKind, f found) int {
	if f.span.IsZero() {
		f.span = Span{s.words[f.first].Start, s.words[f.last].End}
	}
	if k := len(s.numbers); k > 0 && f.span.Start < s.numbers[k-1].End { // the sign belongs to the number before
		f.span.Start = max(s.words[f.first].Start, s.numbers[k-1].End)
	}
	n := Number{Span: f.span, Kind: k, Words: f.words, Value: f.value, High: f.high, Range: f.ranged, Bound: f.bound}
	if n.High == 0 {
		n.High = n.Value
	}
	n.Whole = n.Span
	if k.Quantity() {
		s.unit(&n, f.last)
		s.unitBefore(&n, f.first)
		s.compare(&n, f.first)
	}
	if k == Reference || k == Ordinal {
		s.reference = f.last + 1
	}
	s.numbers = append(s.numbers, n)
	return f.last - f.first + 1
}

// digits reads the number that word i begins, and returns its words.
func (s *scan) digits(i int) int {
	if n := s.date(i); n > 0 {
		return s.put(Date, found{first: i, last: i + n - 1})
	}
	if s.words[i].Flags&Numeral == 0 {
		return s.mixed(i)
	}
	if s.inListNumber(i) {
		return s.put(ListNumber, found{first: i, last: i})
	}
	f := found{first: i, last: i}
	word := s.word(i)
	if k := s.attached(i); k != 0 {
		return s.put(k, f)
	}
	v, sh := numeral(word, s.lang)
	switch sh {
	case dotted:
		return s.put(Identifier, f)
	case notNumber, listed:
		if sh == listed && s.before(i) != "" {
			return s.put(Reference, f)
		}
		return s.put(Identifier, f)
	}
	if sh == whole && len(word) >= 9 && strings.IndexByte(word, ',') < 0 && strings.IndexByte(word, '.') < 0 || len(word) > 1 && word[0] == '0' && sh == whole && !s.zeroPadded(i) {
		return s.put(Identifier, f)
	}
	f.value = v
	if s.group(&f) {
		sh = whole
	}
	return s.classify(f, sh)
}

// zeroPadded reports whether a number with a leading zero counts something: "05
// women" does, "0047" does not.
func (s *scan) zeroPadded(i int) bool {
	return len(s.word(i)) == 2 && s.nounFollows(i)
}

// inListNumber reports whether word i is a list number, which stands between two
// sentences or before the first.
func (s *scan) inListNumber(i int) bool {
	return len(s.word(i)) <= 5 && s.listNumber(i) > 0
}

// attached classifies a number by what touches it.
func (s *scan) attached(i int) NumberKind {
	w := s.words[i]
	t := s.text
	if w.Start > 0 {
		switch c := t[w.Start-1]; c {
		case '#':
			return Reference
		case '+':
			if w.Start > 1 && kinds[t[w.Start-2]]&(isCore|isHigh) != 0 {
				return Reference
			}
		case '_', '@', '=', '\\':
			return Identifier
		case '.', ')': // a footnote: "control.1 The"
			if w.Start > 1 && len(s.word(i)) <= 2 && i > 0 && s.words[i-1].End == w.Start-1 && s.words[i-1].Flags&Digit == 0 && s.words[i-1].Len() > 2 {
				return Reference
			}
		case '/':
			if w.Start > 1 && kinds[t[w.Start-2]]&isLetter != 0 {
				return Identifier // A/RES/70
			}
			if i > 0 && s.before(i) == "/" && len(s.numbers) > 0 && s.numbers[len(s.numbers)-1].End == s.words[i-1].End {
				switch k := s.numbers[len(s.numbers)-1].Kind; k {
				case Identifier, Reference, Year:
					return k
				}
			}
		}
		if strings.HasSuffix(t[:w.Start], "n°") || strings.HasSuffix(t[:w.Start], "N°") || strings.HasSuffix(t[:w.Start], "n° ") || strings.HasSuffix(t[:w.Start], "N° ") {
			return Reference
		}
	}
	if w.End < len(t) {
		switch t[w.End] {
		case '/':
			if w.End+1 < len(t) && kinds[t[w.End+1]]&isLetter != 0 && w.Start > 0 && t[w.Start-1] == '/' {
				return Identifier
			}
		case ':':
			if i+1 < len(s.words) && s.after(i) == ":" && s.words[i+1].Flags&Digit != 0 && len(s.word(i+1)) > 1 && len(s.word(i)) <= 2 {
				return Time
			}
		}
		if strings.HasPrefix(t[w.End:], "°") || strings.HasPrefix(t[w.End:], "º") {
			return Coordinate
		}
	}
	if w.Start > 2 && t[w.Start-1] == ':' && lastKind(t[:w.Start-1])&isDigit != 0 && len(s.word(i)) == 2 {
		return Time
	}
	return 0
}

// group joins 1 200 000, the groups set apart by one space.
func (s *scan) group(f *found) bool {
	if first := s.word(f.first); len(first) > 3 || first[0] == '0' {
		return false
	}
	joined := false
	for f.last+1 < len(s.words) {
		w := s.words[f.last+1]
		gap := s.after(f.last)
		thin := gap == "\u00a0" || gap == "\u202f" || gap == "\u2009"
		if !thin && gap != " " || w.Flags&Numeral == 0 {
			break
		}
		word := s.word(f.last + 1)
		if len(word) != 3 && !(len(word) > 4 && (word[3] == ',' || word[3] == '.')) {
			break
		}
		if !thin && s.classBefore(f.first)&(cReference|cLabel) != 0 {
			break
		}
		digits := word[:3]
		n, ok := smallInt(digits)
		if !ok {
			break
		}
		f.value = f.value*1000 + float64(n)
		f.last++
		joined = true
		if len(word) > 3 {
			if frac, sh := numeral("0."+word[4:], english); sh == decimal {
				f.value += frac
			}
			break
		}
	}
	return joined
}

// classBefore returns the class of the word right before word i, across blanks, a
// full stop of an abbreviation, a colon, a sign or an opening bracket.
func (s *scan) classBefore(i int) class {
	if i == 0 {
		return 0
	}
	switch gap := s.before(i); gap {
	case "° ", "°", " ", " -", "- ", "\u00a0", ". ", ".", " (", " #", ": ", " n°", "-", "\u202f", " – ":
		return s.class(i - 1)
	default:
		if blank(gap) {
			return s.class(i - 1)
		}
	}
	return 0
}

const cSticky = cReference | cLabel

// classify records a numeral with its kind, once its digits are read.
func (s *scan) classify(f found, sh shape) int {
	i := f.first
	prev := s.classBefore(i)
	s.rangeOf(&f)
	last := f.last
	if sh == decimal && !f.ranged && i == last && s.nounFollows(i) && s.class(i+1)&cPerson != 0 {
		if w := s.word(i); len(w) > 4 && w[len(w)-4] == '.' && w[0] != '0' {
			f.value, sh = f.value*1000, whole // 16.100 people
		}
	}
	gap := s.after(last)
	next := s.class(last + 1)
	if !blank(gap) && gap != "-" && gap != "\u00a0" {
		next = 0
	}

	if s.phone(&f) {
		return s.put(Phone, f)
	}
	// Money and percentages carry their sign.
	if s.currency(&f) {
		return s.put(Money, f)
	}
	if n, ok := s.percentBehind(f.last); ok {
		if n > 0 {
			f.last += n
		}
		f.span = Span{s.words[f.first].Start, s.words[f.last].End}
		if n == 0 {
			f.span.End = s.words[f.last].End + len(s.percentSign(f.last))
		}
		return s.put(Percent, f)
	}
	s.scale(&f)
	if f.last != last {
		if s.currencyBehind(&f) {
			return s.put(Money, f)
		}
		return s.put(Count, f)
	}
	if s.currencyBehind(&f) {
		return s.put(Money, f)
	}
	// 3/10, 3 out of 10
	if n := s.ratio(i, f.value); n > 0 {
		f.value, f.last = s.ratioValue, i+n-1
		return s.put(Fraction, f)
	}
	if k := s.yearKind(i, f); k != 0 {
		return s.put(k, f)
	}
	if k := s.dateMark(f); k != 0 {
		return s.put(k, f)
	}
	if next&(cFraction) != 0 && s.lang != other && s.fractionBehind(&f) {
		return s.put(Fraction, f)
	}
	if k := s.timeSpan(f, next); k != 0 {
		return s.put(k, f)
	}
	if f.value <= 20 && s.lineStart(i) && last+1 < len(s.words) && s.words[last+1].Flags&Capitalised != 0 && strings.HasSuffix(s.word(last+1), "ing") {
		return s.put(ListNumber, f) // 1 Increasing harvests
	}
	if s.reference == i && i > 0 && s.enumerates(i) && !s.nounFollows(last) {
		return s.put(Reference, f)
	}
	if k := s.referenced(i, last, prev, sh); k != 0 {
		return s.put(k, f)
	}
	if s.clock(i) {
		return s.put(Time, f)
	}
	if sh == decimal && s.coordinate(i) {
		return s.put(Coordinate, f)
	}
	return s.put(Count, f)
}

// referenced returns Reference for article 14, Phase 2, SDG 5, Output 3 and so on; 0
// for any other number.
func (s *scan) referenced(i, last int, prev class, sh shape) NumberKind {
	noun := s.nounFollows(last)
	if sh == decimal && i > 0 && s.words[i-1].Flags&AllCaps != 0 && s.before(i) == " " && strings.HasSuffix(s.word(i), ".0") {
		return Reference // UN-SWAP 2.0
	}
	switch {
	case s.lang == other && i > 0 && blank(s.before(i)) && (s.classOther(i-1)&cReference != 0 && !noun || s.stripped(i-1)&cReference != 0):
		return Reference
	case prev&cSticky == cReference && !(noun && s.word(i) != "" && prev&cVerb != 0):
		return Reference
	case prev&cLabel != 0 && (!noun || sh == decimal && len(s.word(i)) <= 4):
		return Reference
	case prev&cReference != 0 && !noun:
		return Reference
	}
	// MLI 2, Beijing 25, Spotlight 2: a name and a small number.
	if i > 0 && blank(s.before(i)) && !noun && s.lang != other {
		p := s.words[i-1]
		v := len(s.word(i))
		if p.Flags&(Capitalised|AllCaps|Mixed|Code) != 0 && (p.Flags&(SentenceStart|Numeral) == 0 || sh == decimal && p.Flags&AllCaps != 0) && v <= 4 && prev&cFunction == 0 && s.class(i-1)&cMonth == 0 {
			return Reference
		}
	}
	return 0
}

// classOther looks a word up in English, for texts in unknown languages.
func (s *scan) classOther(i int) class {
	return s.lex.senses[english][s.ids[i]].class
}

// enumerates reports whether the gap before word i lists its number with the one
// before: articles 14, 15 and 16.
func (s *scan) enumerates(i int) bool {
	switch strings.TrimSpace(s.before(i)) {
	case ",", "&", "/", ";", "-", "–", "+":
		return true
	}
	return false
}

// rangeOf reads on where a range continues: 10 - 15, 10 to 15.
func (s *scan) rangeOf(f *found) {
	l := f.last
	if l+1 >= len(s.words) {
		return
	}
	next := l + 1
	if s.words[next].Flags&Numeral != 0 {
		gap := strings.TrimSpace(s.after(l))
		if gap != "–" && gap != "—" && gap != "-" && gap != "% -" && gap != "%-" && gap != "%–" && gap != "% –" {
			return
		}
	} else {
		c := s.class(next)
		between := f.first > 0 && (s.class(f.first-1)&cBetween != 0 || f.first > 1 && s.class(f.first-2)&cAge != 0)
		percent := s.after(l)
		ok := blank(percent) || percent == "% " || percent == " % "
		if !ok || c&cRangeWord == 0 && !(between && c&cConjunction != 0) ||
			next+1 >= len(s.words) || s.words[next+1].Flags&Numeral == 0 || !blank(s.after(next)) {
			return
		}
		next++
	}
	if w := s.word(next); len(w) > 1 && w[0] == '0' && w[1] != '.' && w[1] != ',' {
		return
	}
	high, sh := numeral(s.word(next), s.lang)
	if sh != whole && sh != decimal {
		return
	}
	g := found{first: next, last: next, value: high}
	s.group(&g)
	if _, ok := year(s.word(f.first)); ok && f.first == l {
		if _, ok := year(s.word(g.last)); !ok {
			return
		}
	}
	if g.value < f.value && s.after(l) != " " && !strings.HasPrefix(s.after(l), "%") {
		return
	}
	f.high, f.ranged, f.last = g.value, true, g.last
}

// nounFollows reports whether the word behind word i is one that a number can
// count: a word in small letters that is no function word.
func (s *scan) nounFollows(i int) bool {
	if i+1 >= len(s.words) || !blank(s.after(i)) && s.after(i) != "" {
		return false
	}
	w := s.words[i+1]
	if w.Flags&(Digit|URL|Email) != 0 || w.Flags&Lower == 0 {
		return false
	}
	return s.class(i+1)&(cFunction|cMonth|cRangeWord) == 0
}

// percentSign returns the sign behind word i with the blank before it.
func (s *scan) percentSign(i int) string {
	gap := s.text[s.words[i].End:]
	for n, r := range gap {
		switch r {
		case '%', '‰', '٪', '％':
			return gap[:n+utf8.RuneLen(r)]
		case ' ', 0xA0, 0x202F, 0x2009:
			if n < 4 {
				continue
			}
		}
		break
	}
	return ""
}

// percentBehind reports whether word i is followed by a percent sign (0 words)
// or by words that mean one.
func (s *scan) percentBehind(i int) (words int, ok bool) {
	if s.percentSign(i) != "" {
		return 0, true
	}
	if s.lang == other || !blank(s.after(i)) && s.after(i) != "-" {
		return 0, false
	}
	for _, p := range vocabularies[s.lang].percent {
		if n := s.phraseAt(i+1, p); n > 0 {
			return n, true
		}
	}
	return 0, false
}

// phraseAt returns the number of words of phrase if it stands at word i.
func (d *Doc) phraseAt(i int, phrase string) int {
	n := 0
	for phrase != "" {
		word, rest, _ := strings.Cut(phrase, " ")
		if i+n >= len(d.words) || n > 0 && !blank(d.before(i+n)) || !sameWord(d.word(i+n), word) {
			return 0
		}
		n++
		phrase = rest
	}
	return n
}

// scale multiplies by a following hundred, thousand, million.
func (s *scan) scale(f *found) {
	for f.last+1 < len(s.words) && blank(s.after(f.last)) {
		c := s.class(f.last + 1)
		v := float64(s.value(f.last + 1))
		if c&cScale == 0 {
			if !(c&cMany != 0 && s.lang == english) {
				return
			}
			switch strings.ToLower(s.word(f.last + 1)) {
			case "hundreds":
				v = 100
			case "thousands":
				v = 1e3
			case "millions":
				v = 1e6
			case "billions":
				v = 1e9
			default:
				return
			}
		}
		if v == 0 {
			return
		}
		f.value *= v
		f.high *= v
		f.last++
	}
}
