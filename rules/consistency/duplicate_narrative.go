package consistency

import (
	"fmt"
	"iter"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// DuplicateNarrative reports entries with the narrative of another one.
var DuplicateNarrative = &lint.Rule{
	ID:       "consistency/duplicate-narrative",
	Title:    "two entries have the same narrative",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Two outcomes don't come about in the same words. A narrative that stands under
two identifiers was copied and not yet rewritten, or one of the entries is a
copy as a whole; readers that add up results count the story twice.

Write what this entry reached, or remove the copy. Texts count as the same if
nine of ten word groups agree.`,
	Options: &DuplicateNarrativeOptions{Words: 15},
	Check:   lint.CollectByKey(narratives, bandKeys, duplicateNarratives),
}

// DuplicateNarrativeOptions are the options of consistency/duplicate-narrative.
type DuplicateNarrativeOptions struct {
	Words int `yaml:"words" doc:"shorter narratives are not compared"`
}

// sameStory is the share of word groups that two narratives have in common
// when they are the same.
const sameStory = 0.9

// narrativeFact is a narrative, reduced to what comparing needs.
type narrativeFact struct {
	Signature text.Signature
	Place     lint.Place
}

func bandKeys(keys []uint64, t *narrativeFact) []uint64 {
	bands := t.Signature.Bands()
	return append(keys, bands[:]...)
}

func narratives(p *lint.Pass, e *schema.Entry) []narrativeFact {
	var list []narrativeFact
	for _, d := range e.Descriptions {
		for _, n := range d.Narratives {
			doc := prose.Of(p.Env, n)
			if len(doc.Words()) < lint.Options[DuplicateNarrativeOptions](p).Words {
				continue
			}
			list = append(list, narrativeFact{text.Sign(doc.Shingles(nil, shingle, false)), p.Keep(n.At)})
		}
	}
	return list
}

// shingle is the number of words in a word group.
const shingle = 3

func duplicateNarratives(p *lint.Pass, alike iter.Seq[narrativeFact]) {
	all := slices.Collect(alike)
	shared := sharedBands(all)
	buckets := map[uint64][]int{}
	for i := range all {
		original := -1
		bands := all[i].Signature.Bands()
		for _, band := range bands {
			for _, j := range buckets[band] {
				if (original < 0 || j < original) && all[j].Place.Entry() != all[i].Place.Entry() &&
					all[i].Signature.Similarity(&all[j].Signature) >= sameStory {
					original = j
				}
			}
		}
		if original >= 0 {
			first := all[original].Place
			p.ReportAt(all[i].Place, lint.Violation{
				Message: fmt.Sprintf("the narrative is the same as that of %s", first.Entry()),
				Related: []lint.Related{lint.RelatedAt(first, "it stands here first")},
			})
			continue // later copies are compared with the first
		}
		for _, band := range bands {
			if shared[band] {
				buckets[band] = append(buckets[band], i)
			}
		}
	}
}

// sharedBands finds the bands that several narratives have. Nearly every band
// has one narrative alone, so a bucket for each would outgrow what is in them;
// sorting the bands takes one list.
func sharedBands(all []narrativeFact) map[uint64]bool {
	shared := map[uint64]bool{}
	var column []uint64 // one band of every narrative
	for b := range len(new(text.Signature).Bands()) {
		column = column[:0]
		for i := range all {
			column = append(column, all[i].Signature.Bands()[b])
		}
		slices.Sort(column)
		for i := 1; i < len(column); i++ {
			if column[i] == column[i-1] {
				shared[column[i]] = true
			}
		}
	}
	return shared
}
