package text

import (
	"unicode"
	"unicode/utf8"
)

// Flags describe how a word is written.
type Flags uint16

const (
	Lower         Flags = 1 << iota // no capital in it
	Capitalised                     // a capital first and none later, hyphened parts apart
	AllCaps                         // two letters or more, all capitals
	Mixed                           // capitals elsewhere: McKay, eSkills, NGOs
	Digit                           // has a digit
	Numeral                         // only digits, with . and , between them
	Code                            // letters with digits or underscores: MLI_D_1.1, COVID-19
	URL                             // a web address
	Email                           // an e-mail address
	Hyphen                          // hyphened
	Apostrophe                      // has an apostrophe, ' or ’
	NonASCII                        // has a character above ASCII
	SentenceStart                   // the first word of a sentence
)

// A Word is a run of letters, digits and marks. One word are also: hyphened
// words (gender-responsive, 10-15), elisions and possessives (l’eau, women's),
// numbers with separators (1,200 or 3.5; groups set apart by spaces are joined
// only by Numbers), identifiers with underscores, abbreviations of single
// letters (U.S, e.g: without the last full stop), addresses. Where a word ends,
// Unicode (UAX 29) has a border too, but for a full stop between longer words, and
// between digits and letters of a script that has no names such as G5 or COVID19:
// those are borders here as well.
type Word struct {
	Span
	Flags Flags
}

// Has reports whether the word has any of the flags.
func (w Word) Has(f Flags) bool { return w.Flags&f != 0 }

// split is the word pass.
func (d *Doc) split() {
	s, i := d.text, 0
	var saw seen
	if d.words == nil {
		d.words = make([]Word, 0, len(s)/6+2)
	}
	for i < len(s) {
		k := kinds[s[i]]
		if k&(isCore|isHigh) == 0 {
			if s[i] == '@' {
				if end, ok := d.email(i); ok {
					i = end
					continue
				}
			}
			saw |= seenBits[s[i]]
			i++
			continue
		}
		if k&isHigh != 0 {
			saw |= sawHigh
			r, size := utf8.DecodeRuneInString(s[i:])
			if !startsWord(r) {
				i += size
				continue
			}
			if isIdeographic(r) {
				d.words = append(d.words, Word{Span{i, i + size}, Lower | NonASCII})
				i += size
				continue
			}
		}
		w := scanWord(s, i)
		if w.Flags&NonASCII != 0 {
			saw |= sawHigh
		}
		if w.Flags&Code != 0 {
			saw |= sawScore
		}
		if w.Len() <= 5 || w.End < len(s) && s[w.End] == '.' {
			if end, ok := address(s, w); ok {
				w.End, w.Flags = end, URL
			}
		}
		d.words = append(d.words, w)
		i = w.End
	}
	d.seen = saw
}

func startsWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// scanWord reads the word that starts at i.
func scanWord(s string, i int) Word {
	start := i
	var heads, rest, flagged kind // of first characters, of the others
	var flags Flags
	head := true
	letters := 0
	part := i         // where the present part began
	var before script // of the last letter or digit
	var last kind     // of it
	for i < len(s) {
		k := kinds[s[i]]
		if k&isCore != 0 {
			if before == apart {
				if k&isDigit != 0 {
					break
				}
				before = plainScript
			}
			last = k
			if head {
				heads |= k
				head = false
			} else {
				rest |= k
			}
			if k&isLetter != 0 {
				letters++
			}
			i++
			continue
		}
		if k&isHigh != 0 {
			r, size := utf8.DecodeRuneInString(s[i:])
			k = runeKind(r)
			if k == 0 {
				if isExtender(r) && !(r == utf8.RuneError && size == 1) {
					flags |= NonASCII
					i += size
					continue
				}
				if f, ok := joins(s, start, part, i, size, r); ok {
					flags |= f | NonASCII
					i += size
					head, part = f == Hyphen, i
					continue
				}
				break
			}
			if isIdeographic(r) {
				break
			}
			of := scriptOf(r)
			if of == apart && last&isDigit != 0 || k&isDigit != 0 && before == apart {
				break
			}
			before, last = of, k
			flags |= NonASCII
			if head {
				heads |= k
				head = false
			} else {
				rest |= k
			}
			if k&isLetter != 0 {
				letters++
			}
			i += size
			continue
		}
		if k&mayJoin == 0 {
			break
		}
		f, ok := joins(s, start, part, i, 1, rune(s[i]))
		if !ok {
			break
		}
		flags |= f
		i++
		head, part = f == Hyphen, i
	}
	flagged = heads | rest
	end := i
	for flags&NonASCII != 0 && end > start { // a format character at the end is not part of it
		r, size := utf8.DecodeLastRuneInString(s[start:end])
		if !isExtender(r) || unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) {
			break
		}
		end -= size
	}
	switch {
	case flagged&isUpper == 0:
		if flagged&isLower != 0 {
			flags |= Lower
		}
	case flagged&isLower == 0:
		if letters > 1 {
			flags |= AllCaps
		} else {
			flags |= Capitalised
		}
	case rest&isUpper == 0 && firstKind(s[start:])&isUpper != 0:
		flags |= Capitalised
	default:
		flags |= Mixed
	}
	if flagged&isDigit != 0 {
		flags |= Digit
		if flagged&(isLetter|isUnderscore) == 0 && flags&Hyphen == 0 {
			flags |= Numeral
		}
	}
	if flagged&isLetter != 0 && flagged&(isDigit|isUnderscore) != 0 {
		flags |= Code
	}
	return Word{Span{start, end}, flags}
}

// script is whether digits stand apart from the letters of a script.
type script uint8

const (
	plainScript script = iota
	apart              // as in Arabic, Bengali or Thai: ১৪টি is 14 of something
)

// scriptOf returns the script of a letter above ASCII; digits have none.
func scriptOf(r rune) script {
	if r < 0x590 || unicode.IsDigit(r) || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
		return plainScript
	}
	return apart
}

// endsApart reports whether a text ends in a letter of such a script.
func endsApart(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return scriptOf(r) == apart
}

func firstKind(s string) kind {
	if k := kinds[s[0]]; k&isHigh == 0 {
		return k
	}
	r, _ := utf8.DecodeRuneInString(s)
	return runeKind(r)
}

// runeKind is kinds for code points above ASCII; zero is none of a word's.
func runeKind(r rune) kind {
	switch {
	case r == utf8.RuneError:
		return 0
	case r >= 0xE0 && r <= 0xFF && r != 0xF7:
		return isLower
	case unicode.IsUpper(r):
		return isUpper
	case unicode.IsLetter(r):
		return isLower
	case unicode.IsDigit(r):
		return isDigit
	}
	return 0
}

// joins reports whether the character r at i (size bytes) joins what stands
// before and after it to one word.
func joins(s string, start, part, i, size int, r rune) (Flags, bool) {
	if i == start || i+size >= len(s) {
		return 0, false
	}
	p, n := lastKind(s[part:i]), firstKind(s[i+size:])
	switch r {
	case '\'', '’', 'ʼ':
		return Apostrophe, p&isLetter != 0 && n&isLetter != 0
	case '-', '‐', '‑':
		return Hyphen, p&isCore != 0 && n&(isLetter|isDigit) != 0 && !(n&isDigit != 0 && p&isLetter != 0 && endsApart(s[part:i]))
	case ',', '،', '٬', '٫', '，', '．':
		return 0, p&isDigit != 0 && n&isDigit != 0
	case '.':
		if p&isDigit != 0 && n&isDigit != 0 {
			return 0, true
		}
		// U.S, e.g: single letters on both sides.
		if p&isLetter == 0 || n&isLetter == 0 || i-part != 1 || size != 1 {
			return 0, false
		}
		return 0, i+2 >= len(s) || kinds[s[i+2]]&(isCore|isHigh) == 0 && s[i+2] != '-'
	}
	return 0, false
}

func lastKind(s string) kind {
	if s == "" {
		return 0
	}
	c := s[len(s)-1]
	if k := kinds[c]; k&isHigh == 0 {
		return k
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	if isExtender(r) {
		return isLower
	}
	return runeKind(r)
}
