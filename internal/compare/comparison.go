// Package compare implements the comparison of two submissions: which entry of the
// earlier one is which of the current one, which node of an entry is which, and what
// differs.
package compare

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Comparison is the comparison of an earlier submission with the current one. It
// holds an index of both and reads an earlier entry again each time that it is
// needed. It is safe for concurrent use.
type Comparison struct {
	earlier *submission
	current map[string]indexRange // by path
	matches []match               // by current entry
	used    []bool                // by earlier entry
	partial []int                 // by earlier file: entries that were given in other parts than now
	read    [2]coverage           // of the earlier and the current submission
}

// indexRange is where the entries of a current file are in the index.
type indexRange struct {
	from    int     // the first of them
	indexes []int32 // of the entries in their file
}

// Submissions indexes two submissions and matches their entries. aliases are
// current identifiers with what they were called earlier.
func Submissions(ctx context.Context, earlier, current []Input, aliases map[string]string, jobs int) (*Comparison, error) {
	before, err := indexSubmission(ctx, earlier, jobs, true)
	if err != nil {
		return nil, err
	}
	now, err := indexSubmission(ctx, current, jobs, false)
	if err != nil {
		return nil, errors.Join(err, before.close())
	}
	m := newMatcher(before.entries, now.entries)
	m.byIdentifiers(aliases)
	err = errors.Join(matchBySimilarity(ctx, m, before, now, jobs), now.close())
	if err != nil {
		return nil, errors.Join(err, before.close())
	}
	c := &Comparison{
		earlier: before, current: map[string]indexRange{}, matches: m.matches, used: m.used,
		partial: make([]int, len(before.files)), read: [2]coverage{before.coverage(), now.coverage()},
	}
	for i, l := range m.matches {
		if l.earlier != none && before.entries[l.earlier].absent != now.entries[i].absent {
			c.partial[before.entries[l.earlier].file]++
		}
	}
	for _, f := range now.files {
		r := indexRange{from: f.from}
		for _, e := range now.entries[f.from:f.to] {
			r.indexes = append(r.indexes, e.index)
		}
		c.current[f.input.Path] = r
	}
	return c, nil
}

// matchBySimilarity reads what is still unmatched again, and matches it by what it
// says.
func matchBySimilarity(ctx context.Context, m *matcher, before, now *submission, jobs int) error {
	gone, fresh := m.remaining()
	if len(gone) == 0 || len(fresh) == 0 {
		return nil
	}
	earlier, err := before.signatures(ctx, gone, jobs)
	if err != nil {
		return err
	}
	current, err := now.signatures(ctx, fresh, jobs)
	if err != nil {
		return err
	}
	m.bySimilarity(earlier, current)
	return nil
}

// Close closes the earlier files.
func (c *Comparison) Close() error { return c.earlier.close() }

// Notes returns what of the earlier submission could not be read, and so is not
// compared.
func (c *Comparison) Notes() []string {
	var list []string
	for i, f := range c.earlier.files {
		if n := c.partial[i]; n > 0 {
			list = append(list, fmt.Sprintf("of the earlier file %s other books were given than now, so its entries (%d) are not compared", f.input.Path, n))
		}
		if f.unread != "" {
			list = append(list, fmt.Sprintf("the earlier file %s can be read only in part, and the rest is not compared: %s", f.input.Path, f.unread))
		}
	}
	return list
}

// Before returns the earlier version of a current entry and how it was recognised;
// nil if the entry is new.
func (c *Comparison) Before(e *schema.Entry) (*schema.Entry, lint.Match, error) {
	r := c.current[e.File.Path]
	i, found := slices.BinarySearch(r.indexes, int32(e.Index))
	if !found || c.matches[r.from+i].earlier == none {
		return nil, lint.Match{}, nil
	}
	m := c.matches[r.from+i]
	before, err := c.earlier.load(&c.earlier.entries[m.earlier])
	if err != nil {
		return nil, lint.Match{}, err
	}
	result := lint.Match{By: matchedBy[m.by], Score: float64(m.score), Same: m.same}
	switch {
	case m.same:
		result.Score = 1
	case m.by != bySimilarity:
		result.Score = text.Jaccard(titleShingles(before), titleShingles(e))
	}
	return before, result, nil
}

// Gone calls visit for the earlier entries that the current submission no longer
// has, in their order, and the current file that would hold them. An error
// of visit ends it.
func (c *Comparison) Gone(visit func(before *schema.Entry, file *schema.File) error) error {
	successors := c.successorFiles()
	for j := range c.earlier.entries {
		if c.used[j] {
			continue
		}
		e, err := c.earlier.load(&c.earlier.entries[j])
		if err != nil {
			return err
		}
		path := successors[c.earlier.entries[j].file]
		if path == "" {
			path = e.File.Path
		}
		if err := visit(e, &schema.File{Path: path, Format: e.File.Format}); err != nil {
			return err
		}
	}
	return nil
}

// successorFiles returns the current file that took the place of each earlier one:
// the one that it became, if that is still there, else the one that has most of its
// entries now.
func (c *Comparison) successorFiles() []string {
	paths := make([]string, len(c.earlier.files))
	votes := make([]map[string]int, len(paths))
	for i := range votes {
		votes[i] = map[string]int{}
	}
	for path, r := range c.current {
		for i := range r.indexes {
			if j := c.matches[r.from+i].earlier; j != none {
				votes[c.earlier.entries[j].file][path]++
			}
		}
	}
	for i, f := range c.earlier.files {
		paths[i] = f.input.Current
		if _, there := c.current[paths[i]]; there {
			continue
		}
		most := 0
		for path, n := range votes[i] {
			if n > most || n == most && path < paths[i] {
				paths[i], most = path, n
			}
		}
	}
	return paths
}
