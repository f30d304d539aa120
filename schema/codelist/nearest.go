package codelist

import (
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/nearest"
)

// Nearest returns the code that was most likely meant by one that is not on
// the list; false where no code of the list is a plausible reading of it.
//
// It reads, in this order: the code with blanks around it or in another case;
// the code as spreadsheets show it ("1.0", "01"); the confusions that are known
// for the list ("pdf", "image/jpg", "eng", "en-GB"); code and label ("1 - Output");
// the label ("Outcome"); and a code or label with a slip of the pen in it.
func (l *List) Nearest(code string) (Code, bool) {
	code = strings.TrimSpace(code)
	if l == nil || code == "" || len(code) > 200 {
		return Code{}, false
	}
	readings := []func(string) (Code, bool){
		l.Lookup, l.ignoringCase, l.asNumber, l.confused, l.codeWithLabel, l.byLabel, l.misspelt,
	}
	for _, read := range readings {
		if found, ok := read(code); ok {
			return found, true
		}
	}
	return Code{}, false
}

func (l *List) ignoringCase(code string) (Code, bool) {
	if i := slices.IndexFunc(l.codes, func(c Code) bool { return strings.EqualFold(c.Code, code) }); i >= 0 {
		return l.codes[i], true
	}
	return Code{}, false
}

// asNumber undoes what spreadsheets do to codes: "1.0", "01", "'1".
func (l *List) asNumber(code string) (Code, bool) {
	code = strings.TrimPrefix(code, "'")
	code = strings.TrimSuffix(code, ".0")
	if found, ok := l.Lookup(code); ok {
		return found, true
	}
	return l.Lookup(strings.TrimLeft(code, "0"))
}

// codeWithLabel reads "1 - Output", "1: Output", "Output (1)".
func (l *List) codeWithLabel(text string) (Code, bool) {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(":;,()[]|–—=", r)
	})
	if len(words) < 2 {
		return Code{}, false
	}
	for _, word := range []string{words[0], words[len(words)-1]} {
		entry, ok := l.Lookup(word)
		if !ok {
			continue
		}
		// The words beside the code must be its label, or at least look like one:
		// "12 months" is not code 12 of a list without months.
		rest := simplify(strings.Replace(text, word, "", 1))
		label := simplify(entry.Name)
		if rest != "" && (strings.Contains(label, rest) || strings.Contains(rest, label) && label != "" || closeEnough(rest, label)) {
			return entry, true
		}
		if strings.HasPrefix(strings.TrimSpace(strings.TrimPrefix(text, word)), "-") {
			return entry, true
		}
	}
	return Code{}, false
}

// byLabel reads a label in place of its code, whole or one of its synonyms
// ("Spanish; Castilian").
func (l *List) byLabel(text string) (Code, bool) {
	want := simplify(text)
	if len(want) < 2 {
		return Code{}, false
	}
	var found Code
	for _, entry := range l.codes {
		match := simplify(entry.Name) == want
		for part := range strings.FieldsFuncSeq(entry.Name, func(r rune) bool { return r == ';' || r == '/' }) {
			match = match || simplify(part) == want
		}
		if match && (found.Code == "" || found.Status == Withdrawn) {
			found = entry
		}
	}
	return found, found.Code != ""
}

// misspelt reads a code of some length, or a label, with one or two letters
// wrong. Two codes equally near are no answer.
func (l *List) misspelt(text string) (Code, bool) {
	lower, simple := strings.ToLower(text), simplify(text)
	best, bestAt, tied := 3, Code{}, false
	for _, entry := range l.codes {
		distance := 3
		if len(lower) >= 6 && slack(lower) > 0 {
			if d := slips(lower, strings.ToLower(entry.Code)); d <= slack(lower) {
				distance = d
			}
		}
		if closeEnough(simple, simplify(entry.Name)) {
			distance = min(distance, slips(simple, simplify(entry.Name)))
		}
		switch {
		case distance < best:
			best, bestAt, tied = distance, entry, false
		case distance == best && best < 3:
			tied = true
		}
	}
	return bestAt, best < 3 && !tied
}

// slack returns how many letters of a text may be wrong.
func slack(text string) int {
	switch {
	case len(text) < 5 || strings.Trim(text, "0123456789.") == "":
		return 0
	case len(text) < 10:
		return 1
	}
	return 2
}

func closeEnough(a, b string) bool {
	return slack(a) > 0 && slips(a, b) <= slack(a)
}

// slips returns the edit distance of two texts, exactly up to the slack of a.
func slips(a, b string) int { return nearest.Distance([]byte(a), []byte(b), slack(a)) }

// simplify keeps the letters and digits of a label, in lower case.
func simplify(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
