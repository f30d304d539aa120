package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Cut is how likely it is that the last word was cut off.
type Cut uint8

const (
	NotCut Cut = iota
	MayBeCut
	LikelyCut
)

// Dangling is what a finished text must not end with.
type Dangling uint8

const (
	NotDangling Dangling = iota
	DanglingConjunction
	DanglingPreposition
	DanglingArticle
	DanglingComma
	DanglingSlash
	DanglingHyphen
	DanglingBracket
	DanglingQuote
	DanglingAuxiliary
)

// fieldLimits are lengths, in code points, at which systems cut fields off.
var fieldLimits = [...]int{254, 255, 256, 500, 1000, 1999, 2000, 2048, 4000, 8000}

// Truncation holds the signs that a text was cut off. A title has no closing
// full stop by right, and an ellipsis alone is no fault: the rule weighs.
type Truncation struct {
	Limit       int    // the field limit that the text has exactly, or 0
	Closed      bool   // ends with . ? or !, quotes and brackets after it apart
	End         Ending // how it ends
	Last        Span   // the last word
	Cut         Cut    // whether the last word was cut in half
	Dangling    Dangling
	DanglingAt  Span // the word or sign that dangles
	Ellipsis    Span // … or ... at the end
	ReadMore    Span // "Read more", "[more]" at the end
	OpenBracket Span // the first bracket that is never closed
	OpenQuote   Span // the first quotation mark that is never closed
	LowerStart  Span // the first word, if it starts in lower case
	PunctStart  Span // punctuation at the start that begins no sentence
}

// Truncation returns the signs of a cut-off text.
func (d *Doc) Truncation() Truncation {
	if d.startPart(doneTruncation) {
		d.lexemes()
		d.findTruncation()
	}
	return d.truncation
}

var readMore = []string{"read more", "[more]", "(more)", "see more", "show more", "lire la suite", "en savoir plus", "lire plus", "leer más", "ver más", "leia mais", "ler mais", "ver mais", "[...more]"}

// lowerEnd returns the end of a text in lower case, if one of readMore may stand
// there; "" also if its offsets would differ.
func lowerEnd(s string) string {
	end := s[max(0, len(s)-24):]
	at := len(end) - 1
	for at >= 0 && kinds[end[at]]&(isLetter|isDigit) == 0 {
		at--
	}
	if at < 0 || end[at]|0x20 != 'e' && end[at]|0x20 != 's' {
		return "" // the last letter of none
	}
	if lower := strings.ToLower(end); len(lower) == len(end) {
		return lower
	}
	return ""
}

func (d *Doc) findTruncation() {
	s := d.text
	t := &d.truncation
	chars := len(s)
	if d.seen&sawHigh != 0 {
		chars = utf8.RuneCountInString(s)
	}
	start := len(s) - len(strings.TrimLeftFunc(s, isSpaceRune))
	trimmed := strings.TrimRightFunc(s[start:], isSpaceRune)
	end := start + len(trimmed)
	if slices.Contains(fieldLimits[:], chars) {
		t.Limit = chars
	} else if n := chars - utf8.RuneCountInString(s[:start]) - utf8.RuneCountInString(s[end:]); n >= 500 && slices.Contains(fieldLimits[:], n) {
		t.Limit = n
	}
	if trimmed == "" || len(d.words) == 0 {
		return
	}
	last := d.words[len(d.words)-1]
	t.Last = last.Span
	if n := len(d.sentences); n > 0 {
		t.End = d.sentences[n-1].End
	}
	t.Closed = t.End.Closing()
	tail := s[last.End:end]
	d.startOf(t, start)
	if low := lowerEnd(s[start:end]); low != "" {
		cut := strings.TrimRight(low, ".…»>) \u00a0")
		for _, m := range readMore {
			if strings.HasSuffix(low, m) || strings.HasSuffix(cut, m) && !strings.HasSuffix(m, "]") {
				n := strings.LastIndex(low, m)
				at := end - len(low) + n
				if n > 0 && kinds[low[n-1]]&isLetter != 0 || at == start {
					continue
				}
				if t.Closed && !strings.HasSuffix(low, "…") && !strings.HasSuffix(low, "...") && m[0] != '[' { // "They learn to read more."
					continue
				}
				if m[0] != '[' && m[0] != '(' && (at < 2 || s[at-1] == ' ' && kinds[s[at-2]]&(isLetter|isDigit) != 0) && startsLower(s[at:]) {
					continue
				}
				t.ReadMore = Span{at, at + len(m)}
				break
			}
		}
	}
	switch {
	case strings.HasSuffix(trimmed, "…"):
		t.Ellipsis = Span{end - len("…"), end}
	case strings.HasSuffix(trimmed, "..."):
		n := len(trimmed) - len(strings.TrimRight(trimmed, "."))
		t.Ellipsis = Span{end - n, end}
	case strings.HasSuffix(trimmed, "[…]") || strings.HasSuffix(trimmed, "[...]"):
		at := strings.LastIndexByte(trimmed, '[')
		t.Ellipsis = Span{start + at, end}
	}
	if !t.Ellipsis.IsZero() {
		t.End, t.Closed = EndEllipsis, false
	}
	d.dangling(t, last, tail, end)
	d.unclosed(t)
	if !t.Closed && t.End == EndNone && tail == "" {
		t.Cut = d.cut(last, t.Limit > 0)
	}
}

// startOf looks at how the text starts.
func (d *Doc) startOf(t *Truncation, start int) {
	w := d.words[0]
	if strings.IndexByte(",;:.)]/&%?!", d.text[start]) >= 0 && !strings.HasPrefix(d.text[start:], "...") && w.Start > start && !(d.text[start] == '.' && kinds[d.text[start+1]]&isCore != 0) {
		t.PunctStart = Span{start, start + 1}
	}
	first := d.words[0]
	if len(d.sentences) > 0 {
		first = d.words[d.sentences[0].First]
	}
	if first.Flags&(URL|Email|Digit) == 0 && firstKind(d.text[first.Start:])&isLower != 0 && startsLower(d.text[first.Start:]) && first.Flags&Mixed == 0 {
		if len(d.sentences) > 0 && d.sentences[0].Listed || first.Len() > 2 && first.End < len(d.text) && d.text[first.End] == '_' {
			return
		}
		t.LowerStart = first.Span
	}
}

// dangling looks at the last word and what follows it.
func (d *Doc) dangling(t *Truncation, last Word, tail string, end int) {
	sign := strings.TrimLeft(tail, " \u00a0")
	if sign != "" {
		at := end - len(sign)
		r, size := utf8.DecodeRuneInString(sign)
		kind := NotDangling
		switch r {
		case ',':
			kind = DanglingComma
		case '/', '&':
			kind = DanglingSlash
		case '-', '–', '—':
			kind = DanglingHyphen
		case '(', '[', '{':
			kind = DanglingBracket
		case '“', '«', '‘', '‹':
			kind = DanglingQuote
		}
		if kind != NotDangling && size == len(sign) && !(r == '-' && tail == "-" && len(d.words) == 1) {
			t.Dangling, t.DanglingAt = kind, Span{at, at + size}
			return
		}
		if t.Ellipsis.IsZero() {
			return
		}
	}
	if d.lang == other || len(d.words) < 3 || last.Flags&(AllCaps|Capitalised|Mixed|Code) != 0 {
		return
	}
	i := len(d.words) - 1
	c := d.class(i)
	word := strings.ToLower(d.word(i))
	switch {
	case c&(cPronoun|cOther) != 0 && c&cConjunction == 0 && !danglers[d.lang][word]:
	case c&cConjunction != 0 && word != "so" && word != "which" && word != "as" || danglers[d.lang][word]:
		t.Dangling, t.DanglingAt = DanglingConjunction, last.Span
	case c&cArticle != 0 && !standing[d.lang][word]:
		t.Dangling, t.DanglingAt = DanglingArticle, last.Span
	case c&cPreposition != 0 && !standing[d.lang][word] && sign == "" && !(d.lang == english && strings.HasSuffix(d.word(i-1), "ed")):
		t.Dangling, t.DanglingAt = DanglingPreposition, last.Span
	case c&cAuxiliary != 0 && aux[d.lang][word]:
		t.Dangling, t.DanglingAt = DanglingAuxiliary, last.Span
	}
}

// standing are articles and prepositions that may end a text: "women left
// behind", "in it and before".
var standing = [languages]map[string]bool{
	english:    {"that": true, "this": true, "those": true, "these": true, "each": true, "another": true, "any": true, "her": true, "his": true, "on": true, "in": true, "before": true, "around": true, "behind": true, "across": true, "over": true, "under": true, "since": true, "throughout": true, "through": true, "within": true, "without": true, "beyond": true, "for": false, "a": false, "mine": true},
	french:     {"un": true, "une": true, "contre": true, "avant": true, "après": true, "depuis": true, "tout": true, "toute": true, "notre": true, "leur": true, "entre": true, "outre": true, "sus": true},
	spanish:    {"uno": true, "una": true, "este": true, "esta": true, "estos": true, "estas": true, "todo": true, "toda": true, "contra": true, "otro": true, "otra": true, "otros": true, "otras": true, "a": false},
	portuguese: {"um": true, "uma": true, "este": true, "esta": true, "todo": true, "toda": true, "contra": true, "outro": true, "outra": true, "outros": true, "outras": true},
}

// danglers are words listed as something else too.
var danglers = [languages]map[string]bool{english: {"and": true, "or": true}, french: {"et": true, "ou": true}, spanish: {"y": true, "o": true}, portuguese: {"e": true, "ou": true}}

// aux are auxiliary verbs that a text can't end with.
var aux = [languages]map[string]bool{
	english:    {"will": true, "shall": true, "would": true, "should": true, "must": true, "are": true, "is": true, "was": true, "were": true, "has": true, "have": true, "had": true, "being": true},
	french:     {"est": true, "sont": true, "ont": true, "sera": true, "seront": true, "doivent": true},
	spanish:    {"es": true, "son": true, "han": true, "fue": true, "fueron": true, "deben": true},
	portuguese: {"é": true, "são": true, "foram": true, "foi": true, "devem": true},
}

// unclosed finds the first bracket and quotation mark that stays open.
func (d *Doc) unclosed(t *Truncation) {
	s := d.text
	var stack [16]struct {
		at    int
		close rune
	}
	depth := 0
	quote, quoteEnd := -1, 0
	straight := -1
	if d.seen&(sawOpen|sawSquare|sawHigh|sawBrace) == 0 && strings.IndexByte(s, '"') < 0 {
		return
	}
	for i, r := range s {
		switch r {
		case '(', '[', '{':
			if depth < len(stack) {
				stack[depth].at, stack[depth].close = i, closing(r)
				depth++
			}
		case ')', ']', '}':
			for n := depth - 1; n >= 0; n-- {
				if stack[n].close == r {
					depth = n
					break
				}
			}
		case '“', '«':
			quote, quoteEnd = i, i+utf8.RuneLen(r)
		case '”', '»':
			quote = -1
		case '"':
			if quote >= 0 {
				quote = -1
				continue
			}
			if straight >= 0 {
				straight = -1
			} else if i == 0 || kinds[s[i-1]]&(isDigit) == 0 { // 5" is inches
				straight = i
			}
		case '\n':
			if strings.HasPrefix(s[i+1:], "\n") { // a quotation may go on, a bracket does not
				straight = -1
			}
		}
	}
	if depth > 0 {
		t.OpenBracket = Span{stack[0].at, stack[0].at + 1}
	}
	switch {
	case quote >= 0 && strings.IndexByte(s[quote:], '"') < 0:
		t.OpenQuote = Span{quote, quoteEnd}
	case straight >= 0:
		t.OpenQuote = Span{straight, straight + 1}
	}
}

// cut judges whether the last word, with nothing behind it, was cut in half.
func (d *Doc) cut(last Word, atLimit bool) Cut {
	i := len(d.words) - 1
	if last.Flags&(URL|Email|Digit|AllCaps) != 0 || !strings.ContainsAny(d.before(i), " \n\u00a0'’‘“\"-/(") {
		return NotCut
	}
	word := d.word(i)
	if last.Flags&Hyphen != 0 {
		word = word[strings.LastIndexAny(word, "-")+1:]
	}
	n := utf8.RuneCountInString(word)
	known := d.class(i)&^(cAbbreviation|cNumeric|cFinal|cReference) != 0
	if known && !atLimit {
		return NotCut
	}
	longer, same := false, false
	for j := range i {
		w := d.word(j)
		if len(w) == len(word) && strings.EqualFold(w, word) {
			same = true
		} else if len(w) > len(word)+1 && n >= 3 && strings.EqualFold(w[:len(word)], word) && strings.TrimPrefix(strings.ToLower(w[len(word):]), "s") != "" {
			longer = true
		}
	}
	switch {
	case same || known:
		if atLimit {
			return MayBeCut
		}
		return NotCut
	case n == 1 && last.Flags&Lower != 0 && d.lang != other && len(d.words) > 3:
		return LikelyCut
	case impossibleEnd(word, d.lang):
		return LikelyCut
	case atLimit && longer:
		return LikelyCut
	case atLimit:
		return MayBeCut
	case longer && n >= 4 && !commonEnd(word):
		return MayBeCut
	}
	return NotCut
}

// impossibleEnd reports whether a word ends in letters in which no word of the
// language ends.
func impossibleEnd(word string, l language) bool {
	w := strings.ToLower(word)
	if len(w) < 3 || w != word {
		return false
	}
	ends := ""
	switch l {
	case english:
		ends = " ff mpl mpr ntr str spl spr ngth' bl cl pl gl fl vr dr tr br pr gr cr fr oo' iti ati uti cti nci mpo nme tiv siv usi ousn nesse emen mento' omme opme rtici "
	case french:
		ends = " bl cl pl gl fl vr dr tr br pr gr cr iti ati tio ssio tiq ionn emen ntr str mpl mpr "
	case spanish, portuguese:
		ends = " b c' p q v bl cl pl gl fl dr tr br pr gr cr ció ntr str mpl mpr mient çã "
	default:
		return false
	}
	for n := 1; n <= 5 && n < len(w); n++ {
		if strings.Contains(ends, " "+w[len(w)-n:]+" ") {
			return !(l == english && strings.HasSuffix(w, "ff") || strings.HasSuffix(w, "literati") || strings.HasSuffix(w, "graffiti"))
		}
	}
	return false
}

// commonEnd reports whether a word ends as many words do.
func commonEnd(w string) bool {
	return endsInOneOf(w, "s", "e", "ed", "ing", "tion", "ment", "al", "er", "y", "n", "nt", "a", "o", "t", "r")
}

func closing(open rune) rune {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}
