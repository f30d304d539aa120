package spelling

import (
	"fmt"
	"iter"

	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Inconsistent reports words that one submission spells in two ways.
var Inconsistent = &lint.Rule{
	ID:       "spelling/inconsistent",
	Title:    "one word is spelt in two ways",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A term that is spelt in two ways is found by half of the searches for it, and one
of the two is usually a slip. Compared are words that no dictionary has, which
the submission itself is the only witness of, and American with British forms
(organize, organise), which are both right but not side by side: those are infos.
A misspelling of a known word is reported by spelling/misspelling alone.

Choose one spelling and use it throughout.`,
	Check: lint.Collect(candidates, inconsistent),
}

// candidate is a word of an entry that may be one of two spellings.
type candidate struct {
	Language string
	Word     string
	Count    int
	Place    lint.Place
}

func candidates(p *lint.Pass, e *schema.Entry) []candidate {
	var list []candidate
	var seen map[string]int // word -> its place in list
	for n := range lint.Nodes[*schema.Narrative](p) {
		if prose.PartOf(e, n).Of == nil {
			continue
		}
		for _, at := range prose.DoubtfulWords(p.Env, n) {
			word := at.Of(n.Value)
			i, known := seen[word]
			if !known {
				if seen == nil {
					seen = map[string]int{}
				}
				i = len(list)
				list = append(list, candidate{prose.Of(p.Env, n).Language(), word, 0, p.Keep(prose.At(p, n, at))})
				seen[word] = i
			}
			list[i].Count++
		}
	}
	return list
}

// tallyByLanguage counts the words of a submission. The place of a word is the number
// of its fact.
func tallyByLanguage(all iter.Seq[candidate]) map[string]*spell.Tally {
	tallies := map[string]*spell.Tally{}
	at := spell.Place(0)
	for c := range all {
		if tallies[c.Language] == nil {
			tallies[c.Language] = new(spell.Tally)
		}
		for range c.Count {
			tallies[c.Language].Add(c.Word, at)
		}
		at++
	}
	return tallies
}

func inconsistent(p *lint.Pass, all iter.Seq[candidate]) {
	tallies := tallyByLanguage(all)
	var pairs []spell.Pair
	for _, language := range dict.Languages() {
		checker, ok := prose.Speller(p.Env, language)
		if !ok || tallies[language] == nil {
			continue
		}
		for _, pair := range checker.Inconsistent(tallies[language]) {
			if !pair.Misspelt {
				pairs = append(pairs, pair)
			}
		}
	}
	if len(pairs) == 0 {
		return
	}
	places := placesOf(pairs, all)
	for _, pair := range pairs {
		reportPair(p, places, pair)
	}
}

// placesOf finds where the words of pairs stand first.
func placesOf(pairs []spell.Pair, all iter.Seq[candidate]) map[spell.Place]lint.Place {
	places := map[spell.Place]lint.Place{}
	for _, pair := range pairs {
		places[pair.Rare.Places[0]], places[pair.Usual.Places[0]] = lint.Place{}, lint.Place{}
	}
	at := spell.Place(0)
	for c := range all {
		if _, wanted := places[at]; wanted {
			places[at] = c.Place
		}
		at++
	}
	return places
}

func reportPair(p *lint.Pass, places map[spell.Place]lint.Place, pair spell.Pair) {
	rare, usual := places[pair.Rare.Places[0]], places[pair.Usual.Places[0]]
	v := lint.Violation{
		Message: fmt.Sprintf("%q is also spelt %q in this submission (%s)", pair.Rare.Word, pair.Usual.Word, times(pair.Usual.Count)),
		Related: []lint.Related{lint.RelatedAt(usual, fmt.Sprintf("spelt %q here", pair.Usual.Word))},
		Hint:    fmt.Sprintf("write %q, or the other way throughout", pair.Usual.Word),
	}
	if pair.Kind == spell.Dialect {
		v.Severity = lint.Info
		v.Message = fmt.Sprintf("%q and %q mix American and British spelling in one submission", pair.Rare.Word, pair.Usual.Word)
	}
	p.ReportAt(rare, v)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
