package text

import "strings"

// unit finds what a quantity counts: the noun phrase behind word last.
func (s *scan) unit(n *Number, last int) {
	i := last + 1
	if n.Kind == Money || i >= len(s.words) {
		return
	}
	from := n.End
	if from > s.words[i].Start {
		return
	}
	gap := s.text[from:s.words[i].Start]
	if gap != "" && !blank(gap) && !(strings.HasPrefix(gap, ") ") && len(gap) == 2) && gap != "\u00a0" && gap != " (" && gap != " “" && gap != " ‘" && gap != " \"" {
		return
	}
	if gap == " (" {
		return
	}
	// of the, of, des, de las …
	for skip := 0; skip < 3 && i < len(s.words) && s.lang != other; skip++ {
		of := partitiveWord(s.word(i)) || n.Kind != Count && contracted(s.word(i))
		if !of && (s.class(i)&cArticle == 0 || skip == 0 && n.Kind != Fraction) || !blank(s.after(i)) {
			break
		}
		i++
	}
	first := i
	for i < len(s.words) && i-first < 4 {
		w := s.words[i]
		if strings.IndexByte(s.before(i), '\n') >= 0 && w.Flags&Lower == 0 {
			break
		}
		if w.Flags&(URL|Email|Numeral) != 0 || i > first && !blank(s.before(i)) && s.before(i) != "/" && s.before(i) != " & " && s.before(i) != "&" {
			break
		}
		c := s.class(i)
		if s.lang != other {
			if c&(cFunction|cRangeWord) != 0 || c&cMonth != 0 && w.Flags&Lower == 0 {
				break
			}
			if i > first && (c&(cVerb|cChange|cChanged|cActivity|cNumber) != 0 && !s.alsoNoun(i) || s.verbal(i)) {
				break
			}
			if c == 0 && w.Flags&Lower != 0 && s.foreignFunction(i) {
				break
			}
		} else if i > first {
			break // unknown language: one word
		}
		i++
	}
	if i == first {
		return
	}
	if s.words[i-1].Flags&Capitalised != 0 && strings.HasPrefix(s.after(i-1), ":") {
		return // Male: 75,900 Female: 62,100
	}
	if i == first+1 {
		w := s.words[first]
		c := s.class(first)
		if s.lang != other && (c&(cVerb|cChanged|cActivity) != 0 && c&cActivityNoun == 0 && !s.alsoNoun(first) || s.verbal(first)) {
			return // 7,660 recovered
		}
		if w.Flags&AllCaps != 0 && w.Len() == 2 && n.Value >= 1000 {
			return // 2511 BH
		}
	}
	n.UnitSpan = Span{s.words[first].Start, s.words[i-1].End}
	n.Unit = unitText(n.UnitSpan.Of(s.text))
	n.Whole.End = n.UnitSpan.End
}

// foreignFunction reports whether word i is a function word of another language, as
// in a French passage of an English text.
func (s *scan) foreignFunction(i int) bool {
	for l := english; l < languages; l++ {
		if l != s.lang && s.lex.senses[l][s.ids[i]].class&(cPreposition|cConjunction|cArticle) != 0 {
			return true
		}
	}
	return false
}

// unitText lower-cases a unit and makes its white space single spaces.
func unitText(u string) string {
	for i := range len(u) {
		if c := u[i]; c >= 'A' && c <= 'Z' || c < ' ' || c >= 0x80 || c == ' ' && i+1 < len(u) && u[i+1] == ' ' {
			return strings.ToLower(strings.Join(strings.Fields(u), " "))
		}
	}
	return u
}

func partitiveWord(w string) bool {
	switch strings.ToLower(w) {
	case "of", "de", "d", "des", "dos", "das":
		return true
	}
	return false
}

// contracted reports whether a word is "of the", before the whole of a share: 40 %
// del total.
func contracted(w string) bool {
	switch strings.ToLower(w) {
	case "du", "del", "do", "da":
		return true
	}
	return false
}

// alsoNoun reports whether word i is a noun here, of the verbs that are as often
// nouns: support, use, reports.
func (s *scan) alsoNoun(i int) bool {
	if s.lang != english {
		return false
	}
	switch strings.ToLower(s.word(i)) {
	case "reports", "report", "works", "leads", "uses", "needs", "lives", "supports", "plays", "shows", "living", "working", "reporting", "claims", "shapes":
		return i+1 >= len(s.words) || !blank(s.after(i)) || s.class(i+1)&(cArticle|cPreposition) == 0 || s.class(i+1)&cAuxiliary != 0
	}
	return false
}

// verbal reports whether word i has an ending that marks a verb form behind a noun.
func (s *scan) verbal(i int) bool {
	w := s.word(i)
	if s.words[i].Flags&(Lower) == 0 || len(w) < 5 {
		return false
	}
	switch s.lang {
	case english:
		return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") && !s.ingNoun(i) || strings.HasSuffix(w, "ly")
	case french:
		return strings.HasSuffix(w, "èrent") || strings.HasSuffix(w, "aient") || strings.HasSuffix(w, "ment") && len(w) > 9
	case spanish:
		return strings.HasSuffix(w, "aron") || strings.HasSuffix(w, "ieron") || strings.HasSuffix(w, "mente")
	case portuguese:
		return strings.HasSuffix(w, "aram") || strings.HasSuffix(w, "eram") || strings.HasSuffix(w, "iram") || strings.HasSuffix(w, "mente")
	}
	return false
}

// ingNoun reports whether the -ing word i is a noun, as before a further noun:
// training sessions, capacity building.
func (s *scan) ingNoun(i int) bool {
	if i+1 >= len(s.words) || !blank(s.after(i)) {
		return true
	}
	switch strings.ToLower(s.word(i)) {
	case "training", "building", "monitoring", "planning", "meeting", "housing", "learning", "funding", "hearing", "feeding", "farming", "fishing", "savings", "reporting", "screening", "counselling", "counseling", "lending", "banking", "mapping", "teaching", "nursing", "breastfeeding", "budgeting", "mainstreaming", "networking", "processing", "sewing":
		return true
	}
	return false
}

// compare finds the comparator before word i.
func (s *scan) compare(n *Number, i int) bool {
	if s.lang == other || i == 0 {
		return false
	}
	j := i
	// over USD 1,000; more than 40: the currency stands between
	for n.Start > 0 && j > 0 && s.words[j-1].Start >= n.Start {
		j--
	}
	if j == 0 || !s.compareGap(s.before(j)) {
		return false
	}
	if s.lex.compared[s.ids[j-1]]>>s.lang&1 == 0 {
		return false
	}
	list, word := s.lex.comparisons[s.lang], s.word(j-1)
	for i := range list {
		c := &list[i]
		if c.words > j || !sameWord(word, c.last) || c.words > 1 && !s.precede(j-1, c.before) {
			continue
		}
		n.Bound = c.bound
		if !n.Span.IsZero() {
			n.Whole.Start = s.words[j-c.words].Start
		}
		return true
	}
	return false
}

// comparison is a phrase that puts a bound to the number behind it.
type comparison struct {
	before, last string // the phrase, its last word apart
	words        int
	bound        Bound
}

func (x *lexicon) addComparisons(l language, v *vocabulary) {
	for _, list := range [...]struct {
		phrases []string
		bound   Bound
	}{{v.atLeast, AtLeast}, {v.atMost, AtMost}, {v.moreThan, MoreThan}, {v.lessThan, LessThan}, {v.about, About}} {
		for _, p := range list.phrases {
			before, last := cutLast(p)
			x.compared[x.add(last)] |= 1 << l
			x.comparisons[l] = append(x.comparisons[l], comparison{before, last, strings.Count(p, " ") + 1, list.bound})
		}
	}
}

// compareGap reports whether a gap between comparator and number is blanks, or blanks
// and a currency sign.
func (s *scan) compareGap(gap string) bool {
	return blank(gap) || blank(strings.TrimRight(gap, "$€£")) || gap == " ("
}
