// Package content sums up what an entry says, to compare entries after they are
// gone.
package content

import (
	"strings"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Sum is what an entry says, in a few bytes.
type Sum struct {
	Title  uint64 // of the statement's words
	Values uint64 // of the indicators' titles and numbers
}

// Pack keeps a sum.
func (s *Sum) Pack(k *lint.Packer) {
	k.Hash(&s.Title)
	k.Hash(&s.Values)
}

// Of sums up an entry.
func Of(e *schema.Entry) Sum {
	var values xxhash.Digest
	values.Reset()
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			indicator(&values, i)
		}
	}
	var title xxhash.Digest
	title.Reset()
	if s := e.Statement(); s != nil {
		for word := range strings.FieldsSeq(s.Value) {
			write(&title, word)
		}
	}
	return Sum{title.Sum64(), values.Sum64()}
}

func indicator(d *xxhash.Digest, i *schema.Indicator) {
	write(d, values.Text(i.Title))
	write(d, i.Measure.Value)
	measurements(d, i.Baselines)
	for _, p := range i.Periods {
		measurements(d, p.Targets)
		measurements(d, p.Actuals)
	}
}

func measurements(d *xxhash.Digest, list []*schema.Measurement) {
	for _, m := range list {
		write(d, m.Name())
		write(d, strings.TrimSpace(m.Value.Value))
		write(d, values.Part(m))
	}
}

func write(d *xxhash.Digest, s string) {
	_, _ = d.WriteString(s) // never fails
	_, _ = d.WriteString("\x00")
}
