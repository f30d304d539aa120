package history

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ReferenceChanged reports references and links to a framework that are others.
var ReferenceChanged = &lint.Rule{
	ID:       "history/reference-changed",
	Title:    "a reference or link to a framework is another than in the earlier submission, or gone",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
By its reference a result or indicator is added up with others: under an SDG target,
a corporate result, a donor's framework. If the code changes, the figures of past
years count towards something else.

Put the old reference back, and add the new one beside it where both are right. A
reference that is added is fine. In the text of a statement a link is a code such as
SP_D_1.1.`,
	Check: lint.Also(continued(referenceChanged), both(linkChanged)),
}

func referenceChanged(p *lint.Pass, before, after *schema.Reference) {
	if before == nil {
		return
	}
	earlier := was{at: before.Code.At, text: before.Code.Value}
	if !earlier.at.Known() {
		earlier.at = before.Place()
	}
	if after == nil {
		v := lint.Violation{Message: fmt.Sprintf("the reference %q of vocabulary %s is gone", before.Code.Value, trimmed(before.Vocabulary))}
		if p.Node != nil {
			v.At, v.Node = p.Node.Place(), p.Node
		}
		report(p, v, earlier, "")
		return
	}
	if strings.EqualFold(trimmed(before.Code), trimmed(after.Code)) || trimmed(before.Code) == "" {
		return
	}
	report(p, lint.Violation{
		At:      after.Code.At,
		Message: fmt.Sprintf("the reference of vocabulary %s went from %q to %q", trimmed(after.Vocabulary), trimmed(before.Code), trimmed(after.Code)),
	}, earlier, after.Code.Value)
}

func linkChanged(p *lint.Pass, before, after *schema.Narrative) {
	part := prose.PartOf(p.Entry, after)
	if part.Name != "title" || !part.Reported() || before.Value == after.Value || prose.Wordless(after.Value) {
		return
	}
	old, current := linked(prose.Of(p.Env, before)), linked(prose.Of(p.Env, after))
	if len(old) == 0 || slices.Equal(old, current) {
		return
	}
	v := lint.Violation{At: after.At, Node: after}
	if words := links(prose.Of(p.Env, after)); len(words) > 0 {
		v.At = prose.At(p, after, words[0].Span)
		v.Message = fmt.Sprintf("the link of the %s went from %s to %s", part.Name, strings.Join(old, ", "), strings.Join(current, ", "))
	} else {
		v.Message = fmt.Sprintf("the link of the %s to %s is gone", part.Name, strings.Join(old, ", "))
	}
	report(p, v, was{at: before.At, text: before.Value}, after.Value)
}

// linked are the codes that a text is linked to, in alphabetical order.
func linked(doc *text.Doc) []string {
	var codes []string
	for _, w := range links(doc) {
		codes = append(codes, w.Of(doc.Text()))
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
