// Package history knows an earlier submission: which of its entries is which of
// the current one's, and which of their parts belong together.
package history

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// card is what the index keeps of an entry: enough to recognise it, not its
// text. Millions of them may be alive.
type card struct {
	identifier string
	former     []string // its other-identifiers of type A3
	references uint64   // all reference codes together; 0 = none
	digest     uint64   // of all it says, whatever the order and the spacing
	file       int32    // in the order given
	index      int32    // of the entry in its file

	offset       int64 // of its bytes in the file
	size         int32
	line, column int32

	plan   plan
	absent schema.Levels
}

// newCard makes the card of an entry.
func newCard(e *schema.Entry, file int) card {
	base := e.Source.Base
	c := card{
		identifier: strings.Clone(strings.TrimSpace(e.Identifier.Value)),
		digest:     digest(e),
		file:       int32(file),
		index:      int32(e.Index),
		offset:     base.Offset,
		size:       int32(len(e.Source.Text)), // read again only where the bytes are the text
		line:       int32(base.Line),
		column:     int32(base.Column),
		plan:       planOf(e),
		absent:     e.Absent,
	}
	for _, o := range e.OtherIdentifiers {
		if o.Type.Value == "A3" && strings.TrimSpace(o.Ref.Value) != "" {
			c.former = append(c.former, strings.Clone(strings.TrimSpace(o.Ref.Value)))
		}
	}
	for _, r := range e.Results {
		c.references += referencesOf(r.References)
		for _, i := range r.Indicators {
			c.references += referencesOf(i.References)
		}
	}
	return c
}

// statements are the word groups of the entry's statement and of the titles of
// its results and indicators: what it is about.
func statements(e *schema.Entry) []uint64 {
	var shingles []uint64
	add := func(p *schema.Prose) {
		if p == nil {
			return
		}
		for _, n := range p.Narratives {
			shingles = text.Analyse(n.Value, n.Lang).Shingles(shingles, wordGroup, true)
		}
	}
	add(e.Title)
	for _, r := range e.Results {
		add(r.Title)
		for _, i := range r.Indicators {
			add(i.Title)
		}
	}
	return shingles
}

// wordGroup is the number of words compared together.
const wordGroup = 2

// referencesOf adds up reference codes, whatever their order. Those of the
// Sustainable Development Goals (vocabulary 9) say what something contributes
// to, not what it is: many share them.
func referencesOf(list []*schema.Reference) uint64 {
	var sum uint64
	for _, r := range list {
		if r.Vocabulary.Value == "9" {
			continue
		}
		sum += hash("reference", r.Vocabulary.Value, r.Code.Value)
	}
	return sum
}
