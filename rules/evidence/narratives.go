package evidence

import (
	"slices"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// resultNarratives returns the narratives that report what was reached: descriptions of the
// entry (but of its objectives and target groups) and of its results, and
// comments on actuals.
func resultNarratives(e *schema.Entry) []*schema.Narrative {
	var list []*schema.Narrative
	add := func(p *schema.Prose) {
		if p != nil {
			list = append(list, p.Narratives...)
		}
	}
	for _, d := range e.Descriptions {
		if !objectives(d) {
			add(d)
		}
	}
	for _, r := range e.Results {
		add(r.Description)
		for _, i := range r.Indicators {
			for a := range values.Actuals(i) {
				add(a.Comment)
			}
		}
	}
	return list
}

// objectives reports whether a description is one of objectives or target groups.
func objectives(d *schema.Prose) bool { return d.Type.Value == "2" || d.Type.Value == "3" }

// mayBeResultNarrative reports whether a text in a role may be one of the resultNarratives.
func mayBeResultNarrative(r prose.Role) bool {
	switch r.Of {
	case schema.EntryNode, schema.ResultNode:
		return r.Name == "description"
	case schema.MeasurementNode:
		return r.Name == "comment"
	}
	return false
}

// isResultNarrative reports whether a narrative is one of the resultNarratives of its entry.
func isResultNarrative(e *schema.Entry, n *schema.Narrative) bool {
	element, ok := n.Parent().(*schema.Prose)
	if !ok {
		return false
	}
	switch of := element.Parent().(type) {
	case *schema.Entry:
		return !objectives(element) && slices.Contains(e.Descriptions, element)
	case *schema.Result:
		return element == of.Description
	case *schema.Measurement:
		return of.Name() == schema.Actual && element == of.Comment
	}
	return false
}

// sentenceOf returns the sentence that a place of the text lies in.
func sentenceOf(doc *text.Doc, at text.Span) (text.Sentence, bool) {
	for _, s := range doc.Sentences() {
		if s.Contains(at) {
			return s, true
		}
	}
	return text.Sentence{}, false
}

// hasQuantity reports whether a sentence measures something.
func hasQuantity(doc *text.Doc, s text.Sentence) bool {
	return slices.ContainsFunc(doc.Quantities(), func(q text.Number) bool { return s.Contains(q.Span) })
}

// ofPeople reports whether a figure counts people.
func ofPeople(doc *text.Doc, q text.Number) bool { return anyWord(doc, q.UnitSpan, counted) }

// anyWord reports whether a stretch of a text has a word that begins with one of
// the beginnings.
func anyWord(doc *text.Doc, within text.Span, prefixes *values.Prefixes) bool {
	return slices.ContainsFunc(doc.Words(), func(w text.Word) bool {
		return within.Contains(w.Span) && prefixes.Match(w.Of(doc.Text()))
	})
}

// reportIn reports at a span of a narrative.
func reportIn(p *lint.Pass, n *schema.Narrative, at text.Span, v lint.Violation) {
	v.At = prose.At(p, n, at)
	v.Node = n
	p.Report(v)
}
