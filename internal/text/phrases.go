package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A phrase is a fixed sequence of words, the first found by its lexeme.
type phrase struct {
	rest []string // the words after the first, in lower case
	all  string   // the phrase as listed
}

// phrases finds phrases by the lexeme of their first word, longest first.
type phrases map[uint16][]phrase

// phrases adds phrases of a language, whose first words get a class.
func (x *lexicon) phrases(list []string, l language, first class) phrases {
	m := make(phrases)
	for _, p := range list {
		f := strings.Fields(p)
		x.addSense(l, f[0], first, 0)
		id := x.add(f[0])
		m[id] = append(m[id], phrase{f[1:], p})
	}
	for _, list := range m {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.rest) - len(a.rest) })
	}
	return m
}

// match returns the longest phrase that begins at word i, and how many words
// it has.
func (d *Doc) match(m phrases, i int) (phrase, int) {
	for _, p := range m[d.ids[i]] {
		if d.follow(i, p.rest) {
			return p, len(p.rest) + 1
		}
	}
	return phrase{}, 0
}

// follow reports whether the words after word i are rest, with nothing but
// spaces between them.
func (d *Doc) follow(i int, rest []string) bool {
	if i+len(rest) >= len(d.words) {
		return false
	}
	for n, word := range rest {
		if !blank(d.after(i + n)) {
			return false
		}
		if next := d.word(i + n + 1); !sameWord(next, word) && !(strings.HasSuffix(word, "'") && elided(next, word) > 0) {
			return false
		}
	}
	return true
}

// elided returns the length of the elision ("d'", typographic too) that word
// begins with, 0 if it begins otherwise.
func elided(word, elision string) int {
	n := len(elision) - 1
	if len(word) <= n || !strings.EqualFold(word[:n], elision[:n]) {
		return 0
	}
	for _, a := range []string{"'", "’", "ʼ"} {
		if strings.HasPrefix(word[n:], a) {
			return n + len(a)
		}
	}
	return 0
}

// precede reports whether the phrase stands right before word i.
func (d *Doc) precede(i int, phrase string) bool {
	for phrase != "" {
		i--
		if i < 0 || !blank(d.after(i)) {
			return false
		}
		cut := strings.LastIndexByte(phrase, ' ')
		if !sameWord(d.word(i), phrase[cut+1:]) {
			return false
		}
		phrase = phrase[:max(cut, 0)]
	}
	return true
}

// sameWord compares a word in any case with one in lower case, apostrophes and
// hyphens of either kind being the same.
func sameWord(word, lower string) bool {
	if len(word) == len(lower) {
		if word == lower {
			return true
		}
		if c := word[0]; c < 0x80 && c|0x20 != lower[0]|0x20 {
			return false
		}
		return strings.EqualFold(word, lower)
	}
	if len(word) < len(lower) || word[0] < 0x80 && word[0]|0x20 != lower[0]|0x20 {
		return false
	}
	for i, r := range word { // a typographic sign takes three bytes
		if r == '’' || r == 'ʼ' || r == '‐' || r == '‑' {
			return len(lower) > i && (lower[i] == '\'' || lower[i] == '-') && plain(r) == rune(lower[i]) &&
				strings.EqualFold(word[:i], lower[:i]) && sameEnd(word[i+utf8.RuneLen(r):], lower[i+1:])
		}
	}
	return false
}

// sameEnd is sameWord for what follows a typographic sign, which may be nothing.
func sameEnd(word, lower string) bool {
	return word == "" && lower == "" || word != "" && lower != "" && sameWord(word, lower)
}

// blank reports whether a gap is only white space within one paragraph.
func blank(gap string) bool {
	if gap == " " {
		return true
	}
	lines := 0
	for _, r := range gap {
		if r == '\n' {
			lines++
		}
		if !isSpaceRune(r) {
			return false
		}
	}
	return gap != "" && lines < 2
}

// containsOneOf reports whether s contains one of the parts.
func containsOneOf(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

// endsInOneOf reports whether s ends in one of the endings.
func endsInOneOf(s string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(s, ending) })
}
