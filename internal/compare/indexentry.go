package compare

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// indexEntry is what the index keeps of an entry: enough to recognise it, not its
// text. Millions of them may be alive.
type indexEntry struct {
	identifier string
	former     []string // its other-identifiers of type A3
	references uint64   // all reference codes together; 0 = none
	digest     uint64   // of all it says
	file       int32    // in the order given
	index      int32    // of the entry in its file

	offset       int64 // of its bytes in the file
	size         int32
	line, column int32

	plan   planPeriod
	absent schema.Levels
}

func newIndexEntry(e *schema.Entry, file int) indexEntry {
	base := e.Source.Base
	c := indexEntry{
		identifier: strings.Clone(strings.TrimSpace(e.Identifier.Value)),
		digest:     digest(e),
		file:       int32(file),
		index:      int32(e.Index),
		offset:     base.Offset,
		size:       int32(len(e.Source.Text)), // read again only where the bytes are the text
		line:       int32(base.Line),
		column:     int32(base.Column),
		plan:       planPeriodOf(e),
		absent:     e.MissingLevels,
	}
	for _, o := range e.OtherIdentifiers {
		if o.Type.Value == "A3" && strings.TrimSpace(o.Ref.Value) != "" {
			c.former = append(c.former, strings.Clone(strings.TrimSpace(o.Ref.Value)))
		}
	}
	for _, r := range e.Results {
		c.references += hashReferences(r.References)
		for _, i := range r.Indicators {
			c.references += hashReferences(i.References)
		}
	}
	return c
}

// signatureOf returns the MinHash signature of what an entry is about; nil if it
// says nothing.
func signatureOf(e *schema.Entry) *text.Signature {
	shingles := titleShingles(e)
	if len(shingles) == 0 {
		return nil
	}
	s := text.Sign(shingles)
	return &s
}

// titleShingles returns the word groups of the statement and of the titles of the
// results and indicators.
func titleShingles(e *schema.Entry) []uint64 {
	var shingles []uint64
	add := func(p *schema.Prose) {
		if p == nil {
			return
		}
		for _, n := range p.Narratives {
			shingles = text.Analyse(n.Value, n.Lang).Shingles(shingles, shingleWords, true)
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

// shingleWords is the number of words of a shingle.
const shingleWords = 2

// hashReferences returns a hash of reference codes, whatever their order. Those of
// the Sustainable Development Goals (vocabulary 9) say what something contributes
// to, not what it is: many share them.
func hashReferences(list []*schema.Reference) uint64 {
	var sum uint64
	for _, r := range list {
		if r.Vocabulary.Value == "9" {
			continue
		}
		sum += hash("reference", r.Vocabulary.Value, r.Code.Value)
	}
	return sum
}
