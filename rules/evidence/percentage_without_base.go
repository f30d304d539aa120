package evidence

import (
	"fmt"
	"slices"

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
	Check: prose.EachText(percentagesWithoutBase, percentageWithoutBase),
}

func percentagesWithoutBase(t prose.Text) (found []text.Number) {
	if !mayBeResultNarrative(t.Role) {
		return nil
	}
	doc := t.Doc()
	for _, q := range doc.Quantities() {
		if q.Kind == text.Percent && ofPeople(doc, q) && !hasBase(doc, q) {
			found = append(found, q)
		}
	}
	return found
}

func percentageWithoutBase(p *lint.Pass, n *schema.Narrative, found []text.Number) {
	if !isResultNarrative(p.Entry, n) {
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

// hasBase reports whether a count stands in the sentence of a percentage or beside it.
func hasBase(doc *text.Doc, percentage text.Number) bool {
	sentences := doc.Sentences()
	for i, s := range sentences {
		if !s.Contains(percentage.Span) {
			continue
		}
		near := text.Span{Start: sentences[max(i-1, 0)].Start, End: sentences[min(i+1, len(sentences)-1)].Span.End}
		if slices.ContainsFunc(doc.Quantities(), func(q text.Number) bool { return q.Kind == text.Count && near.Contains(q.Span) }) {
			return true
		}
	}
	return false
}
