package history

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Comparison is an earlier submission beside the current one. It keeps an
// index of both and reads an earlier entry again when it is asked for. It is
// safe for concurrent use.
type Comparison struct {
	earlier *submission
	current map[string]places // by path
	links   []link            // by current card
	used    []bool            // by earlier card
	partial []int             // by earlier file: entries of which it has other parts than there are now
}

// places are the cards of a current file.
type places struct {
	from    int     // its first card
	indexes []int32 // of its entries, in the order of the cards
}

// Compare indexes both submissions and matches their entries. aliases are
// current identifiers with what they were called earlier.
func Compare(ctx context.Context, earlier, current []Input, aliases map[string]string, jobs int) (*Comparison, error) {
	before, err := index(ctx, earlier, jobs, (*indexed).keepEntry)
	if err != nil {
		return nil, err
	}
	now, err := index(ctx, current, jobs, (*indexed).keepSketch)
	if err != nil {
		return nil, errors.Join(err, before.close())
	}
	m := newMatcher(before.cards, now.cards)
	m.byNames(aliases)
	if err := matchRest(ctx, m, before, now, jobs); err != nil {
		return nil, errors.Join(err, before.close(), now.close())
	}
	c := &Comparison{earlier: before, current: map[string]places{}, links: m.links, used: m.used, partial: make([]int, len(before.files))}
	for i, l := range m.links {
		if l.earlier != none && before.cards[l.earlier].absent != now.cards[i].absent {
			c.partial[before.cards[l.earlier].file]++
		}
	}
	for _, f := range now.files {
		p := places{from: f.from}
		for _, card := range now.cards[f.from:f.to] {
			p.indexes = append(p.indexes, card.index)
		}
		c.current[f.input.Path] = p
	}
	if err := now.close(); err != nil {
		return nil, errors.Join(err, before.close())
	}
	return c, nil
}

// matchRest reads again what no name has matched, and matches it by what it
// says.
func matchRest(ctx context.Context, m *matcher, before, now *submission, jobs int) error {
	lost, fresh := m.left()
	if len(lost) == 0 || len(fresh) == 0 {
		return nil
	}
	were, err := before.sketches(ctx, lost, jobs)
	if err != nil {
		return err
	}
	are, err := now.sketches(ctx, fresh, jobs)
	if err != nil {
		return err
	}
	m.bySimilarity(were, are)
	return nil
}

func (f *indexed) keepEntry(e *schema.Entry) bool {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.entries[int32(e.Index)] = e
	e.OnRelease(nil) // it is asked for again
	return true
}

func (f *indexed) keepSketch(e *schema.Entry) bool {
	if s := sketchOf(e); s != nil {
		f.mutex.Lock()
		defer f.mutex.Unlock()
		f.sketches[int32(e.Index)] = s
	}
	return false
}

// Close lets the earlier files go.
func (c *Comparison) Close() error { return c.earlier.close() }

// Notes say what of the earlier submission could not be read, and so is not
// compared.
func (c *Comparison) Notes() []string {
	var list []string
	for i, f := range c.earlier.files {
		if n := c.partial[i]; n > 0 {
			list = append(list, fmt.Sprintf("of the earlier file %s other books were given than now, so its entries (%d) are not compared", f.input.Path, n))
		}
		for _, n := range f.notes {
			list = append(list, fmt.Sprintf("the earlier file %s can be read only in part, and the rest is not compared: %s", f.input.Path, n))
		}
	}
	return list
}

// Before finds the earlier self of a current entry; nil if it is new.
func (c *Comparison) Before(e *schema.Entry) (*schema.Entry, lint.Match, error) {
	l, found := c.link(e)
	if !found || l.earlier == none {
		return nil, lint.Match{}, nil
	}
	before, err := c.earlier.load(&c.earlier.cards[l.earlier])
	if err != nil {
		return nil, lint.Match{}, err
	}
	match := lint.Match{By: ways[l.by], Score: float64(l.score), Same: l.same}
	switch {
	case l.same:
		match.Score = 1
	case l.by != bySimilarity:
		match.Score = text.Jaccard(statements(before), statements(e))
	}
	return before, match, nil
}

func (c *Comparison) link(e *schema.Entry) (link, bool) {
	p := c.current[e.File.Path]
	i, found := slices.BinarySearch(p.indexes, int32(e.Index))
	if !found {
		return link{}, false
	}
	return c.links[p.from+i], true
}

// Pairs calls visit for two entries and all that they hold, each node beside
// its earlier self.
func (c *Comparison) Pairs(before, after *schema.Entry, visit func(before, after schema.Node)) {
	Pairs(before, after, visit)
}

// Gone calls visit for the earlier entries that the current submission no
// longer has, with the file that they would stand in.
func (c *Comparison) Gone(visit func(before *schema.Entry, file *schema.File)) error {
	heirs := c.heirs()
	for j := range c.earlier.cards {
		if c.used[j] {
			continue
		}
		e, err := c.earlier.load(&c.earlier.cards[j])
		if err != nil {
			return err
		}
		path := heirs[c.earlier.cards[j].file]
		if path == "" {
			path = e.File.Path
		}
		visit(e, &schema.File{Path: path, Format: e.File.Format})
	}
	return nil
}

// heirs finds the current file that took each earlier one's place: the one
// that it became, if that is still there, else the one that most of its
// entries have gone to.
func (c *Comparison) heirs() []string {
	paths := make([]string, len(c.earlier.files))
	votes := make([]map[string]int, len(paths))
	for i := range votes {
		votes[i] = map[string]int{}
	}
	for path, p := range c.current {
		for i := range p.indexes {
			if j := c.links[p.from+i].earlier; j != none {
				votes[c.earlier.cards[j].file][path]++
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
