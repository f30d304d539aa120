// Package spool stores what grows with a submission without holding it in memory:
// a few megabytes of it, and beyond that a temporary file. A Spool holds the
// violations of a run, in the order of the submission and as often readable as
// there are reports to write; what stays in memory is a key of forty bytes for
// each. Facts keep what rules remember of the entries.
package spool

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/internal/facts"
	"github.com/iatilint/iatilint/internal/finding"
)

// Spool holds violations. It is not for use by several goroutines at a time.
type Spool struct {
	keys   []key
	sorted bool
	rules  []string // by number
	number map[string]uint32
	codec  *facts.Codec[finding.Finding]
	text   []byte // of a finding, encoded
	store  store
}

// snippetWidth is how many code points of a line are kept: more than any
// report shows, less than a file that is all one line.
const snippetWidth = 4000

// key says where a violation belongs and where it is kept.
type key struct {
	start, end int64 // its place in the file, in bytes
	at         int64 // its place in the store, which also orders what was added
	size       uint32
	input      uint32
	rule       uint32
}

// New makes an empty spool. Close it.
func New() *Spool {
	return &Spool{number: map[string]uint32{}, codec: facts.NewCodec[finding.Finding](), store: newStore(memoryLimit)}
}

// Add takes a violation of the file that is the input-th of the submission.
func (s *Spool) Add(input int, v *finding.Finding) error {
	narrowed := *v
	narrowed.Snippet = v.Snippet.Narrow(snippetWidth)
	s.text = s.codec.Append(s.text[:0], &narrowed)
	at := s.store.append(s.text)
	rule, ok := s.number[v.Rule]
	if !ok {
		rule = uint32(len(s.rules))
		s.number[v.Rule] = rule
		s.rules = append(s.rules, v.Rule)
	}
	s.keys = append(s.keys, key{
		start: v.Span.Start.Offset,
		end:   v.Span.End.Offset,
		at:    at,
		size:  uint32(len(s.text)),
		input: uint32(input),
		rule:  rule,
	})
	s.sorted = false
	return nil
}

// Len is the number of violations.
func (s *Spool) Len() int { return len(s.keys) }

// At gives the i-th violation: by input, then by place, then by rule, then by
// when it was added.
func (s *Spool) At(i int) (*finding.Finding, error) {
	s.sort()
	text, err := s.store.read(s.keys[i].at, int(s.keys[i].size))
	if err != nil {
		return nil, err
	}
	v := new(finding.Finding)
	s.codec.Decode(text, v)
	return v, nil
}

// Keep shows all violations to keep, in order and each with its input, and
// forgets those that it does not want.
func (s *Spool) Keep(keep func(input int, v *finding.Finding) bool) error {
	kept := 0
	for i := range s.keys {
		v, err := s.At(i)
		if err != nil {
			return err
		}
		if keep(int(s.keys[i].input), v) {
			s.keys[kept] = s.keys[i]
			kept++
		}
	}
	s.keys = s.keys[:kept]
	return nil
}

// Close removes what was kept.
func (s *Spool) Close() error { return s.store.close() }

func (s *Spool) sort() {
	if s.sorted {
		return
	}
	slices.SortFunc(s.keys, func(a, b key) int {
		return cmp.Or(
			cmp.Compare(a.input, b.input),
			cmp.Compare(a.start, b.start),
			cmp.Compare(a.end, b.end),
			cmp.Compare(s.rules[a.rule], s.rules[b.rule]),
			cmp.Compare(a.at, b.at),
		)
	})
	s.sorted = true
}
