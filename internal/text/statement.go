package text

import "strings"

// Statement says what an outcome statement names. Nothing is said where it is
// unsure: all fields may be false.
type Statement struct {
	ChangeWord     Span   // the first word that names a change or a state achieved
	ActivityOnly   bool   // states only what is done: organised a workshop, Preventing …, Training of …
	ActivityAt     Span   // the word that says so
	NounPhraseOnly bool   // no verb and no change at all: UN System Coordination
	Changes        []Span // every verb that names a change
	Means          Span   // "through", "thanks to": how it is to be reached
	Compound       bool   // two changes or more in different clauses, or the means joined
}

// Statement judges the text as an outcome statement.
func (d *Doc) Statement() Statement {
	if d.startPart(doneStatement) && d.lang != other && len(d.words) > 0 {
		d.lexemes()
		d.judgeStatement()
	}
	return d.statement
}

func (d *Doc) judgeStatement() {
	s := &d.statement
	first := d.opener()
	if first >= len(d.words) {
		return
	}
	unsure, finite := false, false
	for i := first; i < len(d.words); i++ {
		c := d.class(i)
		prev := class(0)
		if i > first && blank(d.before(i)) {
			prev = d.class(i - 1)
		}
		switch {
		case c&cAuxiliary != 0:
			finite = true
		case c&cChange != 0 && d.verbHere(i, first, prev) && !(i > 0 && d.infinitiveMark(i-1) && blank(d.before(i))):
			finite = true
			d.change(s, i)
		case d.lang == english && c&cPreposition != 0 && sameWord(d.word(i), "to") && i+1 < len(d.words) && d.class(i+1)&(cVerb|cChange|cImperative) != 0:
			unsure = true
		case c&(cChanged|cAchieved) != 0 && d.participle(i):
			d.change(s, i)
		case c&cBetter != 0 && d.comparative(i) && !(i == first && c&cImperative != 0):
			if s.ChangeWord.IsZero() {
				s.ChangeWord = d.words[i].Span
			}
		}
		if c&cVerb != 0 || d.maybeVerb(i) {
			unsure = true
		}
	}
	d.activity(s, first)
	if s.ActivityOnly && (finite && d.finiteFirst(first) || d.headsIndicators(first)) {
		s.ActivityOnly, s.ActivityAt = false, Span{}
	}
	s.NounPhraseOnly = !finite && !unsure && s.ChangeWord.IsZero() && !s.ActivityOnly && len(d.words)-first <= 12 && len(d.sentences) == 1 && len(d.words)-first >= 1 && d.words[first].Flags&Lower == 0
	d.means(s, first)
	s.Compound = len(s.Changes) > 1 && d.joined(s.Changes) || !s.Means.IsZero() && len(s.Changes) > 0
}

// headsIndicators reports whether the statement is a heading over a group of
// indicators, whatever its first word: "Saving Lives Corporate Indicators".
func (d *Doc) headsIndicators(first int) bool {
	last := len(d.words) - 1
	switch strings.ToLower(d.word(last)) {
	case "indicators", "indicateurs", "indicadores":
		return last > first && d.words[last].Flags&Lower == 0 && d.words[first+1].Flags&Lower == 0
	}
	return false
}

// opener skips list numbers and "By 2024,".
func (d *Doc) opener() int {
	i := 0
	if len(d.sentences) > 0 {
		i = d.sentences[0].First
	}
	// Outcome 1.2: …; Indicator 3A: …
	if i+1 < len(d.words) && d.hint(i)&hintSubject != 0 && d.words[i+1].Flags&Digit != 0 {
		i += 2
		if i < len(d.words) && d.words[i].Len() == 1 {
			i++
		}
	}
	if i+2 < len(d.words) && d.words[i+1].Flags&Digit != 0 && strings.HasPrefix(d.after(i+1), ",") {
		switch strings.ToLower(d.word(i)) {
		case "by", "in", "en", "em", "d'ici", "até", "hasta":
			i += 2
		}
	}
	return i
}

func (d *Doc) change(s *Statement, i int) {
	w := d.words[i].Span
	if s.ChangeWord.IsZero() || s.ChangeWord.Start > w.Start {
		s.ChangeWord = w
	}
	s.Changes = append(s.Changes, w)
}

func (d *Doc) infinitiveMark(i int) bool {
	switch strings.ToLower(d.word(i)) {
	case "to", "de", "pour", "à", "para", "a", "d":
		return true
	}
	return false
}

// verbHere reports whether word i, which may be noun or verb (access, benefit, lead,
// use), is a verb: behind a noun and before an object, never at the start.
func (d *Doc) verbHere(i, first int, prev class) bool {
	if i == first || prev == 0 && !blank(d.before(i)) && !strings.HasPrefix(d.before(i), ")") && !strings.HasPrefix(d.before(i), ",") {
		return false
	}
	if prev&(cArticle|cPreposition|cBetter|cNumber|cOrdinal) != 0 {
		return false
	}
	if d.words[i].Flags&(Capitalised|AllCaps) != 0 {
		return false
	}
	word := strings.ToLower(d.word(i))
	if d.lang != english {
		return true
	}
	if d.words[i-1].Flags&Hyphen != 0 && d.class(i-1) == 0 && !blank(d.before(i)) {
		return false
	}
	next := class(0)
	var nextWord string
	if i+1 < len(d.words) && blank(d.after(i)) {
		next = d.class(i + 1)
		nextWord = strings.ToLower(d.word(i + 1))
	}
	// Behind and/or: only if a verb stood before; keep to clear cases.
	switch word {
	case "access", "benefit", "use", "lead", "influence", "exercise", "increase", "decrease", "decline", "shape", "play", "drive", "engage",
		"benefits", "uses", "leads", "claim", "claims", "increases", "gain", "gains", "advances", "advance", "demand", "reduce", "make", "own", "hold", "use's", "holds", "lives", "live", "meet", "takes", "take", "plays", "drives", "shapes", "feel", "free", "improve", "apply", "contribute":
		plural := d.pluralBefore(i)
		switch word {
		case "benefits", "uses", "leads", "claims", "increases", "gains", "advances", "holds", "takes", "plays", "drives", "shapes", "lives":
			plural = !strings.HasSuffix(strings.ToLower(d.word(i-1)), "s") && prev&cConjunction == 0
			return plural && next&(cArticle) != 0
		}
		if word == "access" && nextWord == "to" && !plural {
			return false
		}
		return plural && (next&(cArticle|cPreposition|cBetter|cPronoun) != 0 || next == 0 && nextWord != "" || next != 0)
	}
	return d.pluralBefore(i) || strings.HasSuffix(word, "s") || prev&(cPronoun|cAuxiliary|cOther) != 0 || prev&cConjunction != 0
}

// pluralBefore reports whether the word before word i can be a plural subject.
func (d *Doc) pluralBefore(i int) bool {
	if i == 0 {
		return false
	}
	p := strings.ToLower(d.word(i - 1))
	switch p {
	case "women", "men", "people", "children", "youth", "they", "who", "that", "which", "and", "or", "we", "police", "also", "to", "can", "will", "effectively", "actively", "fully", "equally", "not":
		return p != "to"
	}
	return strings.HasSuffix(p, "s") && !strings.HasSuffix(p, "ss") && d.class(i-1)&(cArticle|cPreposition|cAuxiliary) == 0 || d.words[i-1].Flags&AllCaps != 0
}

// participle reports whether word i is a participle of change that is said of
// something: "increased participation", "policies adopted", "have strengthened"; not
// an attribute of a plan, as in "improved seeds".
func (d *Doc) participle(i int) bool {
	if d.class(i)&cAchieved == 0 {
		return true
	}
	// developed, created, supported: achieved only at the end of a clause.
	if i+1 >= len(d.words) {
		return i > 0
	}
	c := d.class(i + 1)
	return !blank(d.after(i)) || c&(cPreposition|cConjunction) != 0 && !sameWord(d.word(i+1), "a")
}

// comparative reports whether word i is a comparative: more equitable, better access,
// greater; not "more than".
func (d *Doc) comparative(i int) bool {
	if i+1 >= len(d.words) || !blank(d.after(i)) {
		return false
	}
	word := strings.ToLower(d.word(i))
	switch word {
	case "able", "free", "capaces", "libres", "livres", "capables":
		return i > 0 && d.class(i-1)&cAuxiliary != 0 || sameWord(d.word(i+1), "of") || sameWord(d.word(i+1), "to")
	case "equal", "equitable", "equitativo", "équitable", "équitables", "equitativa":
		return sameWord(d.word(i+1), "access") || i > 0 && d.class(i-1)&cBetter != 0
	}
	n := d.class(i + 1)
	if n&(cPreposition|cArticle|cAuxiliary|cConjunction|cNumber) != 0 || d.words[i+1].Flags&Digit != 0 {
		return partitiveWord(d.word(i+1)) && d.lang == french && (word == "plus" || word == "davantage")
	}
	if (word == "more" || word == "less" || word == "higher" || word == "better" || word == "lower") && sameWord(d.word(i+1), "education") {
		return false
	}
	if word == "plus" && d.lang == french || word == "más" || word == "mais" || word == "plus" {
		return i > 0 && !strings.HasSuffix(d.before(i), ",") && d.class(i-1)&(cArticle) == 0
	}
	return true
}

// maybeVerb reports whether word i has an ending that could be a verb's: such a text
// is not claimed to be a bare noun phrase.
func (d *Doc) maybeVerb(i int) bool {
	w := d.word(i)
	if d.words[i].Flags&(Lower) == 0 || len(w) < 4 {
		return false
	}
	switch d.lang {
	case english:
		return strings.HasSuffix(w, "ed") || d.class(i)&(cImperative|cActivity) != 0 && d.class(i)&cActivityNoun == 0
	case french:
		return endsInOneOf(w, "é", "és", "ée", "ées", "er") || strings.HasSuffix(w, "ent") && !strings.HasSuffix(w, "ment")
	default:
		return endsInOneOf(w, "ado", "ada", "ados", "adas", "ido", "ida", "ar", "er", "ir", "an", "en", "am", "em", "ron")
	}
}

// activity judges whether the statement begins as an activity.
func (d *Doc) activity(s *Statement, first int) {
	c := d.class(first)
	word := strings.ToLower(d.word(first))
	next := class(0)
	if first+1 < len(d.words) && blank(d.after(first)) {
		next = d.class(first + 1)
	}
	activity := false
	switch d.lang {
	case english:
		switch {
		case word == "to" && next&cImperative != 0:
			activity = true
		case strings.HasSuffix(word, "ing") && len(word) > 5 && d.gerund(first):
			activity = true
		case c&cImperative != 0 && c&(cActivityNoun) == 0 && d.words[first].Flags&AllCaps == 0:
			activity = next&(cArticle|cBetter|cChanged) != 0 || first+1 < len(d.words) && next&(cPreposition|cAuxiliary) == 0 && word != "access" && d.objectFollows(first)
		case c&(cActivityNoun) != 0 && first+1 < len(d.words):
			activity = d.activityNoun(first, word)
		case c&cActivity != 0 && c&cChanged == 0:
			activity = next&cArticle != 0 || d.objectFollows(first) && first+1 < len(d.words) && d.class(first+1)&cActivityNoun != 0
		default:
			// UN Women organised a workshop.
			for i := first + 1; i < len(d.words) && i < first+12; i++ {
				if d.class(i)&cActivity != 0 && s.ChangeWord.IsZero() && d.words[i].Flags&Lower != 0 && i+1 < len(d.words) && blank(d.after(i)) &&
					(d.class(i+1)&cArticle != 0 || d.class(i+1)&cActivityNoun != 0) && d.class(i-1)&(cAuxiliary|cPreposition|cArticle) == 0 && !d.passive(i) {
					s.ActivityOnly, s.ActivityAt = true, d.words[i].Span
					return
				}
			}
		}
	default:
		switch {
		case c&cInfinitive != 0:
			activity = true
		case c&cActivityNoun != 0 && first+1 < len(d.words) && (partitiveWord(d.word(first+1)) || next&cPreposition != 0 || next&cArticle != 0 || strings.HasPrefix(strings.ToLower(d.word(first+1)), "d")):
			activity = s.ChangeWord.IsZero()
		default:
			for i := first + 1; i < len(d.words) && i < first+12; i++ {
				if d.class(i)&cActivity != 0 && s.ChangeWord.IsZero() && i+1 < len(d.words) && d.class(i+1)&(cArticle|cNumber) != 0 && blank(d.after(i)) {
					s.ActivityOnly, s.ActivityAt = true, d.words[i].Span
					return
				}
			}
		}
	}
	if activity {
		s.ActivityOnly, s.ActivityAt = true, d.words[first].Span
	}
}

// passive reports whether an auxiliary stands before word i: "was organised", "have
// been trained".
func (d *Doc) passive(i int) bool {
	for n := 1; n <= 2 && i-n >= 0; n++ {
		switch strings.ToLower(d.word(i - n)) {
		case "was", "were", "been", "being", "be", "are", "is":
			return true
		}
	}
	return false
}

// gerund reports whether the -ing word at the start governs an object, and is no
// attribute or subject: "Preventing violence", not "Training facilities are …".
func (d *Doc) gerund(i int) bool {
	word := strings.ToLower(d.word(i))
	switch word {
	case "building", "training", "housing", "funding", "planning", "learning", "living", "existing", "ongoing", "wellbeing", "well-being",
		"during", "following", "regarding", "including", "according", "depending", "banking", "farming", "meeting", "monitoring", "reporting",
		"working", "leading", "according to", "mentoring", "lending", "savings", "fishing", "sterling", "evening", "morning", "standing", "spending", "programming", "outstanding":
		return (word == "building" || word == "monitoring" || word == "training" || word == "leading" || word == "funding") && i+1 < len(d.words) && blank(d.after(i)) && (d.class(i+1)&cArticle != 0)
	}
	if d.words[i].Flags&Capitalised == 0 {
		return false
	}
	return i+1 < len(d.words) && blank(d.after(i)) && d.class(i+1)&cAuxiliary == 0
}

// objectFollows reports whether word i is an imperative with an object: "Support
// women". "Support services" and "Support to" are nouns: only a word before a
// preposition, conjunction or article shows which it is.
func (d *Doc) objectFollows(i int) bool {
	word := strings.ToLower(d.word(i))
	switch word {
	case "support", "design", "pilot", "draft", "update", "monitor", "process", "increase", "review", "advance", "map", "scale", "address", "build", "train":
		if i+1 >= len(d.words) || !blank(d.after(i)) {
			return false
		}
		switch word {
		case "increase", "support", "design", "pilot", "draft", "update", "review", "advance", "map", "scale", "process":
			return d.class(i+1)&cArticle != 0 || d.class(i+1)&cPerson != 0 && word == "support"
		}
		return d.class(i+1)&(cPreposition|cAuxiliary) == 0
	}
	return i+1 < len(d.words) && blank(d.after(i)) && d.class(i+1)&(cPreposition|cAuxiliary) == 0
}

// activityNoun reports whether word i is a noun that begins an activity: "Training
// of", "Support to", "Provision of", "Workshop on".
func (d *Doc) activityNoun(i int, word string) bool {
	if !blank(d.after(i)) {
		return false
	}
	next := strings.ToLower(d.word(i + 1))
	switch word {
	case "development", "implementation", "monitoring", "establishment", "construction", "rehabilitation", "organisation", "organization", "provision", "delivery", "distribution", "procurement", "preparation", "publication", "dissemination", "facilitation":
		return next == "of" && d.statement.ChangeWord.IsZero()
	case "support", "assistance":
		return (next == "to" || next == "for") && d.statement.ChangeWord.IsZero() || word == "support" && d.class(i+1)&cArticle != 0
	}
	switch next {
	case "of", "on", "for", "with", "to", "workshop", "workshops", "session", "sessions":
		return d.statement.ChangeWord.IsZero()
	}
	return false
}

// finiteFirst reports whether a finite verb follows whose subject is what looked like
// an activity: "Training of judges is institutionalised".
func (d *Doc) finiteFirst(first int) bool {
	for i := first + 1; i < len(d.words); i++ {
		if d.class(i)&cAuxiliary != 0 && !d.relative(i, first) {
			return true
		}
	}
	return false
}

// relative reports whether the auxiliary at word i belongs to a clause with who,
// that, which or so.
func (d *Doc) relative(i, first int) bool {
	for j := i - 1; j > first && j >= i-6; j-- {
		switch strings.ToLower(d.word(j)) {
		case "who", "that", "which", "where", "when", "as", "if", "qui", "que", "dont", "où", "quienes", "cuando", "quem", "quando", "how", "what", "while", "because", "they", "ils", "elles":
			return true
		}
	}
	return false
}

// means finds "through", "thanks to" and, before a gerund only, "by".
func (d *Doc) means(s *Statement, first int) {
	for i := first + 1; i < len(d.words); i++ {
		if d.class(i)&cMeansFirst == 0 {
			continue
		}
		p, n := d.match(d.lex.means[d.lang], i)
		if n == 0 || p.all == "by" && (i+1 >= len(d.words) || !strings.HasSuffix(d.word(i+1), "ing") || len(d.word(i+1)) < 6) {
			continue
		}
		s.Means = Span{d.words[i].Start, d.words[i+n-1].End}
		return
	}
}

// joined reports whether a conjunction or comma stands between two changes.
func (d *Doc) joined(changes []Span) bool {
	between := d.text[changes[0].End:changes[len(changes)-1].Start]
	return containsOneOf(between, " and ", " et ", " y ", " e ", ",", ";", " as well as ", " ainsi que ")
}
