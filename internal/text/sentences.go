package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ending is how a sentence ends.
type Ending uint8

const (
	EndNone Ending = iota
	EndStop
	EndQuestion
	EndExclamation
	EndEllipsis
	EndColon
	EndSemicolon
)

// Closing reports whether the ending is one of a finished sentence.
func (e Ending) Closing() bool {
	return e == EndStop || e == EndQuestion || e == EndExclamation
}

// A Sentence is a stretch between two borders: a closing full stop, question or
// exclamation mark with the quotes and brackets after it, a line break that is
// not soft wrapping, a bullet. Bullets and list numbers before it are not part
// of it.
type Sentence struct {
	Span
	First, Last int // its words are Words()[First:Last]
	End         Ending
	Listed      bool // stands after a bullet or list number
}

const closers = "\"')]}»”’›"

// segment is the sentence pass: it looks at every gap between two words that
// is not a single space.
func (d *Doc) segment() {
	s, words := d.text, d.words
	if len(words) == 0 {
		return
	}
	first, listed := 0, false
	open := d.opening(0, words[0].Start)
	if open == 0 || d.lineStart(first) {
		if n := d.listNumber(first); n > 0 && first+n < len(words) {
			first += n
			listed = true
			open = d.opening(words[first-1].End, words[first].Start)
		}
	}
	if !listed {
		listed = bulleted(s[:words[0].Start])
	}
	for i := first; i < len(words); i++ {
		end := words[i].End
		next := len(s)
		if i+1 < len(words) {
			next = words[i+1].Start
			if next-end == 1 && s[end] == ' ' {
				continue
			}
		}
		closing, ending, border := d.border(i, end, next)
		if !border {
			continue
		}
		d.words[first].Flags |= SentenceStart
		d.sentences = append(d.sentences, Sentence{
			Span: Span{open, closing}, First: first, Last: i + 1, End: ending, Listed: listed,
		})
		first = i + 1
		if first >= len(words) {
			return
		}
		open, listed = d.opening(closing, next), bulleted(s[closing:next])
		if n := d.listNumber(first); n > 0 && first+n < len(words) {
			first += n
			i += n
			open, listed = d.opening(words[first-1].End, words[first].Start), true
		}
	}
}

// opening returns where a sentence whose first word starts at word begins: at
// the quotes, brackets and currency signs before that word.
func (d *Doc) opening(from, word int) int {
	at := word
	for at > from {
		r, size := utf8.DecodeLastRuneInString(d.text[from:at])
		if at == word && (r == ' ' || r == 0xA0 || r == 0x202F) && strings.HasSuffix(d.text[from:at-size], "«") {
			at -= size
			continue
		}
		if !strings.ContainsRune("\"'([{«“‘‹¿¡$€£#<@", r) {
			break
		}
		at -= size
	}
	return at
}

func bulleted(gap string) bool {
	at := strings.IndexAny(gap, "-•*–·▪●◦‣o\uf0b7")
	return at >= 0 && (gap[at] != '-' && gap[at] != '*' || at == 0 || gap[at-1] == '\n' || gap[at-1] == ' ')
}

// border judges the gap from end to next behind word i. closing is where the
// sentence ends if the gap is a border.
func (d *Doc) border(i, end, next int) (closing int, ending Ending, border bool) {
	gap := d.text[end:next]
	last := next == len(d.text) && i+1 >= len(d.words)
	closing = end
	state := 0 // 0 inside, 1 after an end mark
	marks := 0
	lineAt, lines, indent := -1, 0, 0
	bullet, blankAfter := false, false
	at := 0
	dots := 0
loop:
	for at < len(gap) {
		r, size := rune(gap[at]), 1
		if r >= 0x80 {
			r, size = utf8.DecodeRuneInString(gap[at:])
		}
		switch {
		case r == '\n' || r == 0x2028 || r == 0x2029:
			lines++
			indent = 0
			if lineAt < 0 {
				lineAt = at
			}
			if state == 1 {
				blankAfter = true
			}
		case isSpaceRune(r):
			indent++
			if state == 1 {
				blankAfter = true
			}
		case lineAt >= 0:
			if strings.ContainsRune("-•*–·▪●◦‣\uf0b7—>", r) {
				bullet = true
			}
		case r == '•' || r == '▪' || r == '●' || r == '\uf0b7':
			bullet = true
			lineAt = at
		case r == '.' || r == '…' || r == '?' || r == '!' || r == '。' || r == '？' || r == '！' || r == '؟' || r == '।' || r == '։' || r == '።':
			if state == 1 && blankAfter {
				break loop
			}
			state = 1
			marks++
			if r == '.' {
				dots++
			}
			switch r {
			case '?', '？', '؟':
				ending = EndQuestion
			case '!', '！':
				if ending != EndQuestion {
					ending = EndExclamation
				}
			case '…':
				ending = EndEllipsis
			default:
				if ending == EndNone || ending == EndColon || ending == EndSemicolon {
					ending = EndStop
				}
				if dots >= 3 {
					ending = EndEllipsis
				}
				if r == '。' {
					marks += 10 // never an abbreviation
				}
			}
			closing = end + at + size
		case strings.ContainsRune(closers, r):
			if blankAfter && (r == '»' || r == '›') && state == 1 && lines == 0 {
				closing = end + at + size
				break
			}
			if blankAfter {
				if r == '"' || r == '\'' { // opens the next
					break loop
				}
				break
			}
			if state == 1 || lineAt < 0 {
				closing = end + at + size
			}
		case r == ':':
			if state == 0 {
				ending, closing = EndColon, end+at+size
			}
		case r == ';':
			if state == 0 {
				ending, closing = EndSemicolon, end+at+size
			}
		case r == ',' || r == '-' || r == '–' || r == '—' || r == '/':
			if state == 1 && !last {
				// "Inc., the" and "e.g., x" go on.
				if !blankAfter {
					return 0, 0, false
				}
				break loop
			}
			if state == 0 {
				ending, closing = EndNone, end+at+size
			}
		default:
			if state == 0 && strings.ContainsRune("%°+*#&=_|~^$€£", r) {
				closing = end + at + size
			}
		}
		at += size
	}
	if last {
		if state == 0 {
			closing += len(strings.TrimRightFunc(d.text[closing:], isSpaceRune))
		}
		return closing, ending, true
	}
	if lines >= 2 || bullet || state == 1 && d.endsHere(i, ending, marks, closing == next || !blankAfter, strings.ContainsAny(gap, closers)) ||
		lineAt >= 0 && d.lineBreaks(i, ending, state == 1, gap, indent) {
		return closing, ending, true
	}
	return 0, 0, false
}

// lineBreaks reports whether a single line break behind word i is a border, not soft
// wrapping.
func (d *Doc) lineBreaks(i int, ending Ending, marked bool, gap string, indent int) bool {
	if ending == EndColon || ending == EndSemicolon {
		return true
	}
	if marked {
		return ending.Closing() && !d.abbreviated(i, true)
	}
	if strings.HasPrefix(gap, ",") || indent >= 6 {
		return false
	}
	next := d.words[i+1]
	if next.Flags&(Lower) != 0 && d.listNumber(i+1) == 0 {
		return false
	}
	if d.listNumber(i+1) > 0 {
		return true
	}
	c, _ := d.classOf(d.word(i))
	return c&(cArticle|cPreposition|cConjunction) == 0 || d.lang == other
}

// endsHere judges an end mark behind word i.
func (d *Doc) endsHere(i int, ending Ending, marks int, tight, closed bool) bool {
	next := d.words[i+1]
	if marks >= 10 {
		return true
	}
	starts := next.Flags&(Capitalised|AllCaps|Mixed|Digit) != 0 || next.Flags&(NonASCII) != 0 && next.Flags&Lower == 0
	switch ending {
	case EndQuestion, EndExclamation:
		return starts && !tight
	case EndEllipsis:
		return starts && !tight && next.Flags&Digit == 0
	}
	w := d.words[i]
	if tight { // "end.Next": a space is missing, or it is a name
		return marks == 1 && w.Flags&(Lower|Capitalised) != 0 && w.Flags&(Digit|URL|Email) == 0 && w.Len() > 2 && next.Flags&(Capitalised) != 0 && next.Len() > 2 && d.after(i) == "." && w.Flags&Lower != 0
	}
	if closed {
		return starts || next.Flags&Lower == 0
	}
	if d.abbreviated(i, starts) {
		return false
	}
	if starts {
		return true
	}
	// A lower-case start: only behind a longer word that is no abbreviation.
	return w.Flags&Lower != 0 && w.Len() >= 5 && w.Flags&(Digit|URL) == 0 && hasVowel(d.word(i)) && d.lang != other
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouyáéíóúàèêâôîûãõ") }

// abbreviated reports whether the full stop behind word i belongs to an
// abbreviation, an initial or a list number, and ends no sentence. starts says
// that the next word could begin one.
func (d *Doc) abbreviated(i int, starts bool) bool {
	w := d.words[i]
	word := d.word(i)
	var next Word
	if i+1 < len(d.words) {
		next = d.words[i+1]
	}
	if w.Flags&Numeral != 0 {
		return !starts || d.listNumber(i) > 0
	}
	c, _ := d.classOf(word)
	if d.lang == other {
		c = d.englishClass(word)
	}
	switch {
	case c&cAbbreviation != 0 && !(w.Flags&Lower != 0 && c&(cFunction|cVerb|cNumber) != 0):
		return true
	case c&cNumeric != 0 && next.Flags&Digit != 0 && w.Len() < 6:
		return true
	case c&cFinal != 0:
		if next.Flags&Numeral != 0 {
			return !(w.Flags&Lower != 0 && strings.EqualFold(word, "etc"))
		}
		return !starts || strings.IndexByte(word, '.') > 0 && w.Flags&Lower == 0 && !d.opens(i+1) ||
			w.Flags&Capitalised != 0 && c&cMonth == 0 && w.Len() < 5 && !d.opens(i+1)
	case strings.IndexByte(word, '.') == 1: // U.N.D.P.
		return !starts || !d.opens(i+1)
	case w.Flags&Capitalised != 0 && utf8.RuneCountInString(word) == 1: // an initial
		return next.Flags&(Capitalised|AllCaps|Mixed) != 0 && !d.opens(i+1) &&
			(i == 0 || d.words[i-1].Flags&(Capitalised|AllCaps|Mixed) != 0 || strings.HasSuffix(d.before(i), "("))
	case w.Len() == 1 && w.Flags&Lower != 0:
		return true
	}
	return false
}

// opens reports whether word i is a capitalised function word: a good sign that
// a sentence begins there.
func (d *Doc) opens(i int) bool {
	c, _ := d.classOf(d.word(i))
	if d.lang == other {
		c = d.englishClass(d.word(i))
	}
	return c&cFunction != 0
}

func (d *Doc) englishClass(s string) class { return d.lex.senses[english][d.lex.find(s)].class }

// lineStart reports whether word i is the first of its line.
func (d *Doc) lineStart(i int) bool {
	return i == 0 || strings.IndexByte(d.before(i), '\n') >= 0
}

// listNumber reports whether word i is the number or letter of a list item
// ("1.", "(2)", "a)", "iv)", "1.2 Title"), and of how many words it is.
func (d *Doc) listNumber(i int) int {
	if i >= len(d.words) {
		return 0
	}
	w := d.words[i]
	word := w.Of(d.text)
	if w.Flags&Numeral != 0 {
		word = ASCIIDigits(word)
	}
	if len(word) > 5 || i+1 >= len(d.words) {
		return 0
	}
	gap := d.after(i)
	if gap == "" {
		return 0
	}
	before := d.before(i)
	start := d.lineStart(i)
	if !start {
		t := strings.TrimRight(before, " (\u00a0")
		if t == "" || strings.IndexByte(".;:,•!?", t[len(t)-1]) < 0 {
			return 0
		}
	}
	open := strings.HasSuffix(before, "(")
	number := w.Flags&Numeral != 0 && strings.IndexByte(word, ',') < 0 && strings.IndexByte(word, '.') < 0 && len(word) <= 2
	letter := w.Flags&Digit == 0 && w.Len() <= 4 && (w.Len() == 1 && word[0]|0x20 <= 'h' || roman(word))
	switch {
	case gap[0] == ')' && (number || letter):
		if len(gap) > 1 && !isSpaceRune(rune(gap[1])) && gap[1] < 0x80 {
			return 0
		}
		if open && !start {
			// "(13) communities" counts; "(2) the" lists. In the middle of a line
			// only a lettered or small number after ; or : is a list's.
			return boolInt(letter || strings.ContainsAny(before, ";:"))
		}
		return 1
	case gap[0] == '.' && len(gap) > 1 && isSpaceRune(rune(gap[1])) && !open:
		if number && (start || word == "1" || !strings.Contains(before, ":")) {
			return 1
		}
		return boolInt(letter && start && len(word) == 1 && d.words[i+1].Flags&Lower == 0 && (i+2 >= len(d.words) || d.words[i+1].Len() > 1) && strings.TrimSpace(before) == "")
	case start && w.Flags&Numeral != 0 && strings.Count(word, ".") >= 1 && strings.IndexByte(word, ',') < 0 && (gap == " " || gap == ". " || gap == "\t"):
		// 1.2 Title
		return boolInt(d.words[i+1].Flags&(Capitalised|AllCaps) != 0 && len(word) <= 5 && !strings.Contains(before, "$"))
	case start && number && (strings.HasPrefix(gap, "- ") || strings.HasPrefix(gap, "/ ") || strings.HasPrefix(gap, ".\t")):
		return 1
	}
	return 0
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// roman reports whether a word is a Roman numeral.
func roman(s string) bool {
	return s != "" && strings.Trim(s, "ivxIVX") == ""
}

// startsLower reports whether s starts with a small letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
