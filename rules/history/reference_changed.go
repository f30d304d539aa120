package history

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
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
years count towards something else. Several changes in an entry are one violation,
at the first: often the framework has numbered its codes anew.

Put the old reference back, and add the new one beside it where both are right. A
reference that is added is fine. In the text of a statement a link is a code such as
SP_D_1.1.`,
	Check: lint.Also(lint.Pairs(referencesChanged), inBoth(linkChanged)),
}

// reference is a reference that changed.
type reference struct {
	old, now      string // codes; now is empty where it is gone
	vocabulary    string
	at, earlierAt schema.Range
	node          schema.Node // the reference, or what would hold it
}

func referencesChanged(p *lint.Pass, list []lint.NodePair[*schema.Reference]) {
	if identifierReassigned(p) {
		return
	}
	var changed []reference
	for _, c := range list {
		if r, ok := changedReference(c); ok {
			changed = append(changed, r)
		}
	}
	switch len(changed) {
	case 0:
	case 1:
		r := changed[0]
		v := lint.Violation{At: r.at, Node: r.node}
		if r.now == "" {
			v.Message = fmt.Sprintf("the reference %q of vocabulary %s is gone", r.old, r.vocabulary)
		} else {
			v.Message = fmt.Sprintf("the reference of vocabulary %s went from %q to %q", r.vocabulary, r.old, r.now)
		}
		report(p, v, earlierValue{at: r.earlierAt, text: r.old}, r.now)
	default:
		p.Report(referencesTogether(changed))
	}
}

// changedReference returns a reference as it changed, and whether it did.
func changedReference(c lint.NodePair[*schema.Reference]) (reference, bool) {
	if c.Before == nil || trimmed(c.Before.Code) == "" {
		return reference{}, false
	}
	r := reference{old: trimmed(c.Before.Code), vocabulary: trimmed(c.Before.Vocabulary), earlierAt: c.Before.Code.At, node: c.Node}
	if !r.earlierAt.Known() {
		r.earlierAt = c.Before.Place()
	}
	if c.Node != nil {
		r.at = c.Node.Place()
	}
	if c.After == nil {
		return r, true
	}
	if r.now = trimmed(c.After.Code); c.After.Code.At.Known() {
		r.at = c.After.Code.At
	}
	return r, !strings.EqualFold(r.old, r.now)
}

// referencesTogether returns one violation of several references of an entry, at the
// first: a framework that numbers its codes anew changes them all.
func referencesTogether(changed []reference) lint.Violation {
	const most, mostPlaces = 3, 50
	v := lint.Violation{At: changed[0].at, Node: changed[0].node}
	var said, old, now []string
	known := map[string]bool{}
	for i, r := range changed {
		became := fmt.Sprintf("%q is gone", r.old)
		if r.now != "" {
			became = fmt.Sprintf("%q became %q", r.old, r.now)
			now = append(now, r.now)
		}
		old = append(old, r.old)
		if !known[became] {
			known[became] = true
			said = append(said, became)
		}
		if i >= mostPlaces {
			continue
		}
		if i > 0 {
			v.Related = append(v.Related, lint.Related{At: r.at, Message: became + " here"})
		}
		v.Related = append(v.Related, lint.Related{At: r.earlierAt, Earlier: true, Message: fmt.Sprintf("it was %q here", r.old)})
	}
	of := " of vocabulary " + changed[0].vocabulary
	if slices.ContainsFunc(changed, func(r reference) bool { return r.vocabulary != changed[0].vocabulary }) {
		of = ""
	}
	if more := len(said) - most; more > 0 {
		said = append(said[:most], fmt.Sprintf("%d others", more))
	}
	v.Message = fmt.Sprintf("%d references%s are not what they were: %s", len(changed), of, phrase.List(said, "and"))
	v.Change = lint.NewChange(strings.Join(old, ", "), strings.Join(now, ", "))
	return v
}

func linkChanged(p *lint.Pass, before, after *schema.Narrative) {
	part := prose.PartOf(p.Entry, after)
	if part.Name != "title" || !part.Reported() || before.Value == after.Value || prose.Wordless(after.Value) {
		return
	}
	old, current := linkedCodes(prose.Of(p.Env, before)), linkedCodes(prose.Of(p.Env, after))
	if len(old) == 0 || slices.Equal(old, current) {
		return
	}
	v := lint.Violation{At: after.At, Node: after}
	if words := links(prose.Of(p.Env, after)); len(words) > 0 {
		v.At = prose.At(p, after, words[0].Span)
		v.Message = fmt.Sprintf("the link of the %s went from %s to %s", part.Name, phrase.List(old, "and"), phrase.List(current, "and"))
	} else {
		v.Message = fmt.Sprintf("the link of the %s to %s is gone", part.Name, phrase.List(old, "and"))
	}
	report(p, v, earlierValue{at: before.At, text: before.Value}, after.Value)
}

// linkedCodes returns the codes that a text is linked to, in alphabetical order.
func linkedCodes(doc *text.Doc) []string {
	var codes []string
	for _, w := range links(doc) {
		codes = append(codes, w.Of(doc.Text()))
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
