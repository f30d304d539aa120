package evidence

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// PercentageWithoutBase reports percentages of nobody knows how many.
var PercentageWithoutBase = &lint.Rule{
	ID:       "evidence/percentage-without-base",
	Title:    "a percentage stands without the number that it is a share of",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
"80 per cent of participants" can be four people or four thousand. Only with the
number behind it does a share carry weight.

Write the base beside the share: "80 per cent of the 250 participants". Reported
once per text, for a percentage whose sentence and the ones next to it have no
other figure, and only where it is a share of people.`,
	Check: prose.EachText(baseless, percentageWithoutBase),
}

func baseless(t prose.Text) (found []text.Number) {
	if !mayAccount(t.Role) || !mayShare(t.Value) {
		return nil
	}
	doc := t.Doc()
	for _, q := range doc.Quantities() {
		if q.Kind == text.Percent && ofPeople(doc, q) && !based(doc, q) {
			found = append(found, q)
		}
	}
	return found
}

func percentageWithoutBase(p *lint.Pass, n *schema.Narrative, found []text.Number) {
	if !account(p.Entry, n) {
		return
	}
	v := lint.Violation{
		Message: fmt.Sprintf("%q does not say of how many", found[0].Whole.Of(n.Value)),
		Hint:    "write the number that it is a share of",
	}
	if count := len(found); count > 1 {
		v.Message += fmt.Sprintf("; there are %d such percentages in this text", count)
	}
	reportIn(p, n, found[0].Span, v)
}

// mayShare tells texts with a percentage and people named shortly behind it, at
// less cost than reading the percentage.
func mayShare(s string) bool {
	for _, sign := range [...]string{"%", "‰", "٪"} {
		_, behind, some := strings.Cut(s, sign)
		for some {
			if counted.Among(beforeDigit(behind), near) {
				return true
			}
			_, behind, some = strings.Cut(behind, sign)
		}
	}
	return mayShareInWords(s, 'c') || mayShareInWords(s, 'C')
}

// mayShareInWords looks for the letter c of percent, por ciento, pct.
func mayShareInWords(s string, c byte) bool {
	for i := 0; ; i++ {
		at := strings.IndexByte(s[i:], c)
		if at < 0 {
			return false
		}
		if i += at; perCent(s, i) && counted.Among(beforeDigit(s[i+1:]), near) {
			return true
		}
	}
}

// beforeDigit is a text as far as its first digit: what a percentage is a share of
// has no figure of its own.
func beforeDigit(s string) string {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return s[:i]
		}
	}
	return s
}

// near is how many words there may be before the people: the rest of "percentage
// points", "of the", and a unit of four.
const near = 10

// perCent tells whether the letter c at i is part of a word for per cent.
func perCent(s string, i int) bool {
	before, behind := s[:i], s[i+1:]
	if len(behind) == 0 {
		return false
	}
	switch behind[0] | 0x20 {
	case 't':
		return endsWith(before, 'p')
	case 'e', 'i':
		return len(behind) >= 3 && (strings.EqualFold(behind[:3], "ent") || strings.EqualFold(behind[:3], "ien")) &&
			endsWith(strings.TrimRight(before, " -\u00a0\u202f\t\r\n"), 'r') // per, pour, por
	}
	return false
}

// endsWith tells whether the last letter of a text is this one, in any case.
func endsWith(s string, letter byte) bool { return s != "" && s[len(s)-1]|0x20 == letter }

// based tells whether a count stands in the sentence of a percentage or beside it.
func based(doc *text.Doc, percentage text.Number) bool {
	sentences := doc.Sentences()
	for i, s := range sentences {
		if !s.Contains(percentage.Span) {
			continue
		}
		near := text.Span{Start: sentences[max(i-1, 0)].Start, End: sentences[min(i+1, len(sentences)-1)].Span.End}
		for _, q := range doc.Quantities() {
			if q.Kind == text.Count && near.Contains(q.Span) {
				return true
			}
		}
	}
	return false
}
