package evidence

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// VagueQuantifier reports "many" where a number belongs.
var VagueQuantifier = &lint.Rule{
	ID:       "evidence/vague-quantifier",
	Title:    "a word such as many or several stands where a figure belongs",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
"Many women", "several laws", "plusieurs communes": whoever wrote it knew how many.
Readers can't compare it with a target or with next year.

Write the number, or "about 200" if it was not counted. Reported once per text, in
narratives and comments on actuals, where the sentence has no figure; in the
description of an activity, which tells much else too, only for people.`,
	Check: prose.EachText(vagueSpans, vagueQuantifier),
}

func vagueSpans(t prose.Text) (found []text.Span) {
	if !mayBeResultNarrative(t.Role) {
		return nil
	}
	doc := t.Doc()
	for _, v := range doc.Vague() {
		if background(t.Role) && !beforePeople(doc, v.Span) {
			continue
		}
		if s, ok := sentenceOf(doc, v.Span); !ok || !hasQuantity(doc, s) {
			found = append(found, v.Span)
		}
	}
	return found
}

func vagueQuantifier(p *lint.Pass, n *schema.Narrative, found []text.Span) {
	if !isResultNarrative(p.Entry, n) {
		return
	}
	v := lint.Violation{
		Message: fmt.Sprintf("%q says no number", found[0].Of(n.Value)),
		Hint:    "write how many, or about how many",
	}
	if count := len(found); count > 1 {
		v.Message += fmt.Sprintf("; there are %d such words in this text", count)
	}
	reportIn(p, n, found[0], v)
}

// background reports whether texts in a role are descriptions of activities, which
// say much besides what was reached.
func background(r prose.Role) bool {
	return r.Of == schema.EntryNode && r.Noun == string(schema.ActivityEntry)
}

// beforePeople reports whether a quantifier is one of people: "many of the women".
func beforePeople(doc *text.Doc, v text.Span) bool {
	const near = 3
	after := 0
	for _, w := range doc.Words() {
		if w.Start < v.End {
			continue
		}
		if after++; after > near {
			break
		}
		if people.Match(w.Of(doc.Text())) || groups.Match(w.Of(doc.Text())) {
			return true
		}
	}
	return false
}
