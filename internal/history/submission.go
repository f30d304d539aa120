package history

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Reader streams the entries of one file.
type Reader interface {
	Next() (func() *schema.Entry, error)
	File() *schema.File
	Close() error
}

// Reread reads an entry again from its bytes.
type Reread func(raw []byte, base schema.Position, index int) *schema.Entry

// Input is one file of a submission.
type Input struct {
	Path    string // as shown
	Local   string // where its bytes are; "" = nowhere to come back to
	Current string // of an earlier file: the current one that it became
	Open    func() (Reader, error)
	Reread  func(Reader) Reread // nil where the format can't
}

// Comparison is an earlier submission beside the current one. It keeps an
// index of both and reads an earlier entry again when it is asked for. It is
// safe for concurrent use.
type Comparison struct {
	files   []*indexed
	earlier []Card
	current []Card
	links   map[int]link
	places  map[place]int // current entry -> its card
	used    []bool
}

// place names a current entry.
type place struct {
	path  string
	index int
}

// indexed is an earlier file.
type indexed struct {
	input   Input
	file    *schema.File
	reread  Reread
	local   *os.File
	entries map[int]*schema.Entry // those that can't be read again, by index
}

// Compare indexes both submissions and matches their entries. aliases are
// current identifiers with what they were called earlier.
func Compare(ctx context.Context, earlier, current []Input, aliases map[string]string, jobs int) (*Comparison, error) {
	c := &Comparison{places: map[place]int{}}
	for i, input := range earlier {
		f := &indexed{input: input, entries: map[int]*schema.Entry{}}
		c.files = append(c.files, f)
		cards, err := c.index(ctx, f, i, jobs, true)
		if err != nil {
			return nil, errors.Join(err, c.Close())
		}
		c.earlier = append(c.earlier, cards...)
	}
	for i, input := range current {
		cards, err := c.index(ctx, &indexed{input: input}, i, jobs, false)
		if err != nil {
			return nil, errors.Join(err, c.Close())
		}
		for _, card := range cards {
			c.places[place{input.Path, card.Index}] = len(c.current)
			c.current = append(c.current, card)
		}
	}
	c.links = matchCards(c.earlier, c.current, aliases)
	c.used = make([]bool, len(c.earlier))
	for _, l := range c.links {
		c.used[l.earlier] = true
	}
	return c, nil
}

// Close lets the earlier files go.
func (c *Comparison) Close() error {
	var errs []error
	for _, f := range c.files {
		if f.local != nil {
			errs = append(errs, f.local.Close())
		}
	}
	return errors.Join(errs...)
}

// index makes the cards of a file, in its order. Entries that can't be read are
// left out: the check of the current file says what is wrong with them.
func (c *Comparison) index(ctx context.Context, f *indexed, file, jobs int, keep bool) ([]Card, error) {
	reader, err := f.input.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = reader.Close() }()
	if keep && f.input.Local != "" && f.input.Reread != nil {
		if f.reread = f.input.Reread(reader); f.reread != nil {
			if f.local, err = os.Open(f.input.Local); err != nil {
				return nil, fmt.Errorf("could not open %s again: %w", f.input.Path, err)
			}
		}
	}
	var (
		cards   []*Card
		mutex   sync.Mutex
		running sync.WaitGroup
		tokens  = make(chan struct{}, max(jobs, 1))
	)
	for ctx.Err() == nil {
		job, err := reader.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			running.Wait()
			return nil, fmt.Errorf("could not read %s: %w", f.input.Path, err)
		}
		card := new(Card)
		cards = append(cards, card)
		tokens <- struct{}{}
		running.Go(func() {
			defer func() { <-tokens }()
			e := job()
			if e == nil || e.Broken {
				card.Index = -1
				return
			}
			*card = NewCard(e, file)
			if keep && f.reread == nil {
				mutex.Lock()
				f.entries[e.Index] = e
				mutex.Unlock()
			}
		})
	}
	running.Wait()
	f.file = reader.File()
	var list []Card
	for _, card := range cards {
		if card.Index >= 0 {
			list = append(list, *card)
		}
	}
	return list, ctx.Err()
}

// load reads the earlier entry of a card.
func (c *Comparison) load(card *Card) (*schema.Entry, error) {
	f := c.files[card.File]
	if e := f.entries[card.Index]; e != nil {
		return e, nil
	}
	raw := make([]byte, card.end-card.offset)
	switch _, err := f.local.ReadAt(raw, card.offset); {
	case errors.Is(err, io.EOF):
		return nil, fmt.Errorf("could not read %s again: it changed while it was being checked", f.input.Path)
	case err != nil:
		return nil, fmt.Errorf("could not read entry %s of %s again: %w", card.Identifier, f.input.Path, err)
	}
	base := schema.Position{Line: card.line, Column: card.column, Offset: card.offset}
	return f.reread(raw, base, card.Index), nil
}

// Before finds the earlier self of a current entry; nil if it is new.
func (c *Comparison) Before(e *schema.Entry) (*schema.Entry, lint.Match, error) {
	i, known := c.places[place{e.File.Path, e.Index}]
	if !known {
		return nil, lint.Match{}, nil
	}
	l, found := c.links[i]
	if !found {
		return nil, lint.Match{}, nil
	}
	before, err := c.load(&c.earlier[l.earlier])
	return before, l.match, err
}

// Pairs calls visit for two entries and all that they hold, each node beside
// its earlier self.
func (c *Comparison) Pairs(before, after *schema.Entry, visit func(before, after schema.Node)) {
	Pairs(before, after, visit)
}

// Gone calls visit for the earlier entries that the current submission no
// longer has, with the file that they would stand in.
func (c *Comparison) Gone(visit func(before *schema.Entry, file *schema.File)) error {
	for j := range c.earlier {
		if c.used[j] {
			continue
		}
		e, err := c.load(&c.earlier[j])
		if err != nil {
			return err
		}
		path := c.files[c.earlier[j].File].input.Current
		if path == "" {
			path = e.File.Path
		}
		visit(e, &schema.File{Path: path, Format: e.File.Format})
	}
	return nil
}
