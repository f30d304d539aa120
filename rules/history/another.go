package history

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

const (
	maxUnrelated           = 0.2 // share of telling words up to which statements have nothing to do with one another
	maxUnrelatedNarratives = 0.3 // of narratives, which share the words of their field
	minContentWords        = 4   // telling words that a statement needs to be compared
)

// identifierReassigned reports whether the identifier at hand was that of an unrelated
// outcome: neither its statement, nor its results and indicators, nor its
// narratives are similar to the current ones.
func identifierReassigned(p *lint.Pass) bool {
	if p.Match.By != lint.ByIdentifier || p.Match.Same || p.Match.Score > maxUnrelated {
		return false
	}
	return lint.OfEntry(p.Env, "history/another", p.Entry, func() bool { return unrelated(p) })
}

func unrelated(p *lint.Pass) bool {
	before, after := contentWords(p, statements(p.Earlier)), contentWords(p, statements(p.Entry))
	if len(before) < minContentWords || len(after) < minContentWords || text.Jaccard(before, after) > maxUnrelated {
		return false
	}
	if inOtherLanguage(p) {
		return false
	}
	return text.Jaccard(contentWords(p, resultTitles(p.Earlier)), contentWords(p, resultTitles(p.Entry))) <= maxUnrelated &&
		text.Jaccard(contentWords(p, descriptionNarratives(p.Earlier)), contentWords(p, descriptionNarratives(p.Entry))) <= maxUnrelatedNarratives
}

func contentWords(p *lint.Pass, narratives []*schema.Narrative) []uint64 {
	var words []uint64
	for _, n := range narratives {
		words = prose.Of(p.Env, n).ContentWords(words)
	}
	return words
}

func statements(e *schema.Entry) []*schema.Narrative { return narratives(e.Title) }

func narratives(p *schema.Prose) []*schema.Narrative {
	if p == nil {
		return nil
	}
	return p.Narratives
}

func resultTitles(e *schema.Entry) []*schema.Narrative {
	var list []*schema.Narrative
	for _, r := range e.Results {
		list = append(list, narratives(r.Title)...)
	}
	for i := range values.Indicators(e) {
		list = append(list, narratives(i.Title)...)
	}
	return list
}

func descriptionNarratives(e *schema.Entry) []*schema.Narrative {
	var list []*schema.Narrative
	for _, d := range e.Descriptions {
		list = append(list, d.Narratives...)
	}
	return list
}

// inOtherLanguage reports whether the two statements are in different languages, by
// declaration or by evidence.
func inOtherLanguage(p *lint.Pass) bool {
	languages := map[string]bool{}
	for _, n := range statements(p.Earlier) {
		languages[languageOf(p, n)] = true
	}
	for _, n := range statements(p.Entry) {
		if languages[languageOf(p, n)] {
			return false
		}
	}
	return true
}

// languageOf returns the language that a text is evidently in, else the one that it
// is read in.
func languageOf(p *lint.Pass, n *schema.Narrative) string {
	const enoughWords, sureEnough = 6, 0.5
	if g := prose.Detector(p.Env).Detect(n.Value); g.Words >= enoughWords && g.Confidence >= sureEnough {
		return g.Code
	}
	if n.Lang != "" {
		return n.Lang
	}
	return prose.Of(p.Env, n).Language()
}
