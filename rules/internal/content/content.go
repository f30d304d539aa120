// Package content digests entries, to compare them after they were released.
package content

import (
	"strings"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Sum is the digest of an entry.
type Sum struct {
	Title  uint64 // of the statement's words
	Values uint64 // of the indicators' titles and numbers
}

// Of sums up the entry at hand.
func Of(env *lint.Environment, e *schema.Entry) Sum {
	return lint.OfEntry(env, "content", e, func() Sum {
		return attachment.OfGoroutine(&env.Scope, "content buffer", func() *summed { return new(summed) }).sumUp(e)
	})
}

// summed holds what an entry is summed up with.
type summed struct {
	text   []byte // to be hashed
	digest xxhash.Digest
}

func (s *summed) sumUp(e *schema.Entry) Sum {
	s.digest.Reset()
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			s.indicator(i)
		}
	}
	values := s.hash()
	s.digest.Reset()
	if statement := e.Statement(); statement != nil {
		for word := range strings.FieldsSeq(statement.Value) {
			s.write(word)
		}
	}
	return Sum{Title: s.hash(), Values: values}
}

func (s *summed) indicator(i *schema.Indicator) {
	s.write(describe.Text(i.Title))
	s.write(i.Measure.Value)
	s.measurements(i.Baselines)
	for _, p := range i.Periods {
		s.measurements(p.Targets)
		s.measurements(p.Actuals)
	}
}

func (s *summed) measurements(list []*schema.Measurement) {
	for _, m := range list {
		s.write(m.Name())
		s.write(strings.TrimSpace(m.Value.Value))
		s.write(describe.Part(m))
	}
}

const atOnce = 4 << 10 // bytes hashed at a time

func (s *summed) write(text string) {
	s.text = append(append(s.text, text...), 0)
	if len(s.text) >= atOnce {
		s.flush()
	}
}

func (s *summed) flush() {
	_, _ = s.digest.Write(s.text) // never fails
	s.text = s.text[:0]
}

func (s *summed) hash() uint64 {
	s.flush()
	return s.digest.Sum64()
}
