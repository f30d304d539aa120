package spelling

import (
	"fmt"
	"strings"

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
	Check: lint.Also(lint.EachText(doubtful), lint.Fold(candidates, (*spellings).add, inconsistent)),
}

// candidate is a word of an entry that may be one of two spellings.
type candidate struct {
	language string
	word     string
	count    int
	place    lint.Place
}

// doubtful has the words of a text looked at, for candidates.
func doubtful(p *lint.Pass, n *schema.Narrative) {
	if prose.PartOf(p.Entry, n).Of != nil && prose.Doubtful(p.Env, n) {
		p.Unsettled()
	}
}

func candidates(p *lint.Pass, e *schema.Entry) []candidate {
	var list []candidate
	var seen map[string]int // word -> its place in list
	schema.Walk(e, func(node schema.Node) {
		n, ok := node.(*schema.Narrative)
		if !ok {
			return
		}
		words := prose.DoubtfulWords(n)
		if len(words) == 0 || prose.PartOf(e, n).Of == nil {
			return
		}
		for _, at := range words {
			word := at.Of(n.Value)
			i, known := seen[word]
			if !known {
				if seen == nil {
					seen = map[string]int{}
				}
				i = len(list)
				list = append(list, candidate{prose.Of(p.Env, n).Language(), strings.Clone(word), 0, p.Keep(prose.At(p, n, at))})
				seen[word] = i
			}
			list[i].count++
		}
	})
	return list
}

// spellings counts the words of a submission. Of each it keeps where it stands
// first.
type spellings struct {
	tallies map[string]*spell.Tally // by language
	first   map[[2]string]spell.Place
	places  []lint.Place // by spell.Place
}

func (all *spellings) add(c candidate) {
	if all.tallies == nil {
		all.tallies, all.first = map[string]*spell.Tally{}, map[[2]string]spell.Place{}
	}
	if all.tallies[c.language] == nil {
		all.tallies[c.language] = new(spell.Tally)
	}
	key := [2]string{c.language, c.word}
	at, known := all.first[key]
	if !known {
		at = spell.Place(len(all.places))
		all.first[key], all.places = at, append(all.places, c.place)
	}
	for range c.count {
		all.tallies[c.language].Add(c.word, at)
	}
}

func inconsistent(p *lint.Pass, all *spellings) {
	for _, language := range dict.Languages() {
		checker, ok := prose.Speller(p.Env, language)
		if !ok || all.tallies[language] == nil {
			continue
		}
		for _, pair := range checker.Inconsistent(all.tallies[language]) {
			if !pair.Misspelt {
				reportPair(p, all.places, pair)
			}
		}
	}
}

func reportPair(p *lint.Pass, places []lint.Place, pair spell.Pair) {
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
