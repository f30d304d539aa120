package history

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

const (
	unlike      = 0.2 // share of telling words up to which statements have nothing to do with one another
	unlikeStory = 0.3 // of narratives, which share the words of their field
	fewestWords = 4   // telling words that a statement needs to be compared
)

// standsForAnother reports whether the identifier at hand was that of an unrelated
// outcome: neither its statement, nor its results and indicators, nor its
// narratives are similar to the current ones.
func standsForAnother(p *lint.Pass) bool {
	if p.Match.By != lint.ByIdentifier || p.Match.Same || p.Match.Score > unlike {
		return false
	}
	return perEntry(p, "history/another", func() bool { return unrelated(p) })
}

func unrelated(p *lint.Pass) bool {
	before, after := tellingWords(p, statements(p.Earlier)), tellingWords(p, statements(p.Entry))
	if len(before) < fewestWords || len(after) < fewestWords || text.Jaccard(before, after) > unlike {
		return false
	}
	if translated(p) {
		return false
	}
	return text.Jaccard(tellingWords(p, resultTitles(p.Earlier)), tellingWords(p, resultTitles(p.Entry))) <= unlike &&
		text.Jaccard(tellingWords(p, stories(p.Earlier)), tellingWords(p, stories(p.Entry))) <= unlikeStory
}

func tellingWords(p *lint.Pass, narratives []*schema.Narrative) []uint64 {
	var words []uint64
	for _, n := range narratives {
		words = prose.Of(p.Env, n).Telling(words)
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

func stories(e *schema.Entry) []*schema.Narrative {
	var list []*schema.Narrative
	for _, d := range e.Descriptions {
		list = append(list, d.Narratives...)
	}
	return list
}

// translated reports whether the two statements are in different languages, by
// declaration or by evidence.
func translated(p *lint.Pass) bool {
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
