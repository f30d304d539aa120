// Package history knows an earlier submission: which of its entries is which of
// the current one's, and which of their parts belong together.
package history

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// Card is what the index keeps of an entry: enough to recognise it, not its text.
type Card struct {
	File       int // in the order given
	Index      int // of the entry in its file
	Identifier string
	Former     []string // its other-identifiers of type A3
	References uint64   // all reference codes together; 0 = none
	Digest     uint64   // of all it says, whatever the order and the spacing
	Signature  text.Signature

	offset, end int64 // of its bytes in the file
	line        int
	column      int
}

// NewCard makes the card of an entry.
func NewCard(e *schema.Entry, file int) Card {
	span := e.Source.Span(schema.Range{End: int32(len(e.Source.Text))})
	c := Card{
		File:       file,
		Index:      e.Index,
		Identifier: strings.Clone(strings.TrimSpace(e.Identifier.Value)),
		Digest:     digest(e),
		Signature:  text.Sign(statements(e)),
		offset:     span.Start.Offset,
		end:        span.End.Offset,
		line:       span.Start.Line,
		column:     span.Start.Column,
	}
	for _, o := range e.OtherIdentifiers {
		if o.Type.Value == "A3" && strings.TrimSpace(o.Ref.Value) != "" {
			c.Former = append(c.Former, strings.Clone(strings.TrimSpace(o.Ref.Value)))
		}
	}
	for _, r := range e.Results {
		c.References += referencesOf(r.References)
		for _, i := range r.Indicators {
			c.References += referencesOf(i.References)
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

// referencesOf adds up reference codes, whatever their order.
func referencesOf(list []*schema.Reference) uint64 {
	var sum uint64
	for _, r := range list {
		sum += hash("reference", r.Vocabulary.Value, r.Code.Value)
	}
	return sum
}
