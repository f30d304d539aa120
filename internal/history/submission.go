package history

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// Input is one file of a submission.
type Input struct {
	Path    string // as shown
	Local   string // where its bytes are; "" = nowhere to come back to
	Current string // of an earlier file: the current one that it became
	Open    func() (schema.Reader, error)
}

// submission is the index of one of the two.
type submission struct {
	files []*indexed
	cards []card // in the order of the files
}

// indexed is a file of a submission.
type indexed struct {
	input  Input
	reread schema.Reread
	local  *os.File
	from   int // its first card
	to     int // behind its last
	notes  []string

	mutex    sync.Mutex
	entries  map[int32]*schema.Entry   // of an earlier file that can't be read again, by index
	sketches map[int32]*text.Signature // of a current one
}

// index makes the cards of a submission.
func index(ctx context.Context, inputs []Input, jobs int, keep func(*indexed, *schema.Entry) bool) (*submission, error) {
	s := &submission{}
	for i, input := range inputs {
		f := &indexed{input: input, from: len(s.cards), entries: map[int32]*schema.Entry{}, sketches: map[int32]*text.Signature{}}
		s.files = append(s.files, f)
		cards, err := f.index(ctx, i, jobs, keep)
		if err != nil {
			return nil, errors.Join(err, s.close())
		}
		s.cards = append(s.cards, cards...)
		f.to = len(s.cards)
	}
	return s, nil
}

func (s *submission) close() error {
	var errs []error
	for _, f := range s.files {
		if f.local != nil {
			errs = append(errs, f.local.Close())
			f.local = nil
		}
	}
	return errors.Join(errs...)
}

// index makes the cards of a file, in its order. Entries that can't be read are
// left out: the check of the current file says what is wrong with them. keep is
// given what can't be read again, and tells whether it holds on to it.
func (f *indexed) index(ctx context.Context, file, jobs int, keep func(*indexed, *schema.Entry) bool) ([]card, error) {
	reader, err := f.input.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = reader.Close() }()
	if err := f.openAgain(reader); err != nil {
		return nil, err
	}
	var (
		slots   []*slot
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
		s := new(slot)
		slots = append(slots, s)
		tokens <- struct{}{}
		running.Go(func() {
			defer func() { <-tokens }()
			e := job()
			kept := s.fill(e, file) && f.reread == nil && keep(f, e)
			if e != nil && !kept {
				e.Release()
			}
		})
	}
	running.Wait()
	f.note(reader.File(), slots)
	cards := make([]card, 0, len(slots))
	for _, s := range slots {
		if s.filled {
			cards = append(cards, s.card)
		}
	}
	return cards, ctx.Err()
}

// openAgain opens the file's bytes, if its entries can be read from them.
func (f *indexed) openAgain(reader schema.Reader) (err error) {
	if f.input.Local == "" || reader.Reread() == nil {
		return nil
	}
	f.reread = reader.Reread()
	if f.local, err = os.Open(f.input.Local); err != nil {
		return fmt.Errorf("could not open %s again: %w", f.input.Path, err)
	}
	return nil
}

// slot is the place of a card until all cards are made.
type slot struct {
	card   card
	filled bool
	broken string // why the file can't be read past this entry
}

// fill makes the card of an entry; false if there is none to make.
func (s *slot) fill(e *schema.Entry, file int) bool {
	switch {
	case e == nil:
		return false
	case e.Broken:
		s.broken = "an entry can't be read"
		if len(e.Faults) > 0 {
			s.broken = strings.Clone(e.Faults[0].Message)
		}
		return false
	}
	s.card, s.filled = newCard(e, file), true
	return true
}

// note keeps in mind what could not be read.
func (f *indexed) note(file *schema.File, slots []*slot) {
	for _, s := range slots {
		if s.broken != "" {
			f.notes = append(f.notes, s.broken)
			return
		}
	}
	if fault := file.Incomplete(); fault != nil {
		f.notes = append(f.notes, fault.Message)
	}
}

// load reads the entry of a card.
func (s *submission) load(c *card) (*schema.Entry, error) {
	f := s.files[c.file]
	if e := f.entries[c.index]; e != nil {
		return e, nil
	}
	raw := make([]byte, c.size)
	switch _, err := f.local.ReadAt(raw, c.offset); {
	case errors.Is(err, io.EOF):
		return nil, fmt.Errorf("could not read %s again: it changed while it was being checked", f.input.Path)
	case err != nil:
		return nil, fmt.Errorf("could not read entry %s of %s again: %w", c.identifier, f.input.Path, err)
	}
	base := schema.Position{Line: int(c.line), Column: int(c.column), Offset: c.offset}
	return f.reread(raw, base, int(c.index)), nil
}

// sketches draws what some cards are about.
func (s *submission) sketches(ctx context.Context, cards []int, jobs int) (map[int]*text.Signature, error) {
	var (
		drawn   = map[int]*text.Signature{}
		errs    []error
		mutex   sync.Mutex
		running sync.WaitGroup
		tokens  = make(chan struct{}, max(jobs, 1))
	)
	for _, i := range cards {
		if ctx.Err() != nil {
			break
		}
		tokens <- struct{}{}
		running.Go(func() {
			defer func() { <-tokens }()
			d, err := s.sketch(&s.cards[i])
			mutex.Lock()
			defer mutex.Unlock()
			if err != nil {
				errs = append(errs, err)
			}
			if d != nil {
				drawn[i] = d
			}
		})
	}
	running.Wait()
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return drawn, ctx.Err()
}

// sketch draws what an entry is about; nil if it says nothing.
func (s *submission) sketch(c *card) (*text.Signature, error) {
	f := s.files[c.file]
	if f.reread == nil && len(f.entries) == 0 {
		return f.sketches[c.index], nil
	}
	e, err := s.load(c)
	if err != nil {
		return nil, err
	}
	return sketchOf(e), nil
}
