package compare

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/parallel"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// Input is one file of a submission.
type Input struct {
	Path    string // as shown
	Local   string // where its bytes are; "" = they can't be read again
	Current string // of an earlier file: the current file that it became
	Open    func() (schema.Reader, error)
}

// jobs returns a source of the jobs that read the entries of the file. It closes
// the reader.
func (in Input) jobs(reader schema.Reader) func(yield func(func() *schema.Entry) bool) error {
	return func(yield func(func() *schema.Entry) bool) error {
		defer func() { _ = reader.Close() }() // it was only read
		for {
			job, err := reader.Next()
			switch {
			case errors.Is(err, io.EOF):
				return nil
			case err != nil:
				return fmt.Errorf("could not read %s: %w", in.Path, err)
			case !yield(job):
				return nil
			}
		}
	}
}

// limit bounds the entries that are read at a time.
func limit(jobs int) parallel.Limit { return parallel.Limit{Workers: jobs, Ahead: 4 * jobs} }

// submission is the index of a submission.
type submission struct {
	files   []*indexedFile
	entries []indexEntry // in the order of the files
}

// indexedFile is a file of a submission.
type indexedFile struct {
	input    Input
	reread   schema.Reread
	local    *os.File
	from, to int // its entries in the index

	unread     string // why the file could not be read to its end; "" if it was
	incomplete error  // the same for diff, with the place

	// What can't be read again is kept, by the index of the entry in the file.
	entries    map[int32]*schema.Entry   // of an earlier file
	signatures map[int32]*text.Signature // of a current file
}

// indexSubmission indexes the entries of a submission.
func indexSubmission(ctx context.Context, inputs []Input, jobs int, earlier bool) (*submission, error) {
	s := &submission{}
	for i, input := range inputs {
		f := &indexedFile{input: input, from: len(s.entries), entries: map[int32]*schema.Entry{}, signatures: map[int32]*text.Signature{}}
		s.files = append(s.files, f)
		entries, err := f.index(ctx, i, jobs, earlier)
		if err != nil {
			return nil, errors.Join(err, s.close())
		}
		s.entries = append(s.entries, entries...)
		f.to = len(s.entries)
	}
	return s, nil
}

func (s *submission) close() error {
	var errs []error
	for _, f := range s.files {
		if f.local != nil {
			errs = append(errs, f.local.Close())
		}
	}
	return errors.Join(errs...)
}

// indexResult is what indexing an entry results in.
type indexResult struct {
	indexed    bool
	entry      indexEntry
	kept       *schema.Entry
	signature  *text.Signature
	unread     string
	incomplete error
}

// index returns the index of a file, in its order. Entries that can't be read are
// left out: the check of the current file says what is wrong with them.
func (f *indexedFile) index(ctx context.Context, file, jobs int, earlier bool) ([]indexEntry, error) {
	reader, err := f.input.Open()
	if err != nil {
		return nil, err
	}
	if err := f.openAgain(reader); err != nil {
		return nil, errors.Join(err, reader.Close())
	}
	var entries []indexEntry
	err = parallel.Map(ctx, limit(jobs), f.input.jobs(reader), parallel.Stateless(func(job func() *schema.Entry) (indexResult, error) {
		return f.read(job(), file, earlier), nil
	}), func(r indexResult) error {
		if r.indexed {
			entries = append(entries, r.entry)
		}
		if r.kept != nil {
			f.entries[r.entry.index] = r.kept
		}
		if r.signature != nil {
			f.signatures[r.entry.index] = r.signature
		}
		f.setIncomplete(r.unread, r.incomplete)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if fault := reader.File().Incomplete(); fault != nil {
		f.setIncomplete(fault.Message, f.notCompared(*fault, reader.File().Head))
	}
	return entries, nil
}

// openAgain opens the file's bytes, if its entries can be read from them.
func (f *indexedFile) openAgain(reader schema.Reader) (err error) {
	if f.input.Local == "" || reader.Reread() == nil {
		return nil
	}
	f.reread = reader.Reread()
	if f.local, err = os.Open(f.input.Local); err != nil {
		return fmt.Errorf("could not open %s again: %w", f.input.Path, err)
	}
	return nil
}

// read indexes an entry, and releases it unless it has to be kept.
func (f *indexedFile) read(e *schema.Entry, file int, earlier bool) indexResult {
	if e == nil || e.Kind == schema.UnassignedText {
		return indexResult{}
	}
	r := indexResult{indexed: !e.Unusable}
	r.unread, r.incomplete = f.unreadEntry(e)
	if r.indexed {
		r.entry = newIndexEntry(e, file)
	}
	switch {
	case !r.indexed || f.reread != nil:
	case earlier:
		r.kept = e
		attachment.Keep(&e.Memory) // it is used more than once
		return r
	default:
		r.signature = signatureOf(e)
	}
	attachment.Release(&e.Memory)
	return r
}

// load returns an entry of the index.
func (s *submission) load(c *indexEntry) (*schema.Entry, error) {
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

// signatures returns the signatures of some entries, by their position in the
// index; entries that say nothing have none.
func (s *submission) signatures(ctx context.Context, entries []int, jobs int) (map[int]*text.Signature, error) {
	all := map[int]*text.Signature{}
	n := 0
	err := parallel.Map(ctx, limit(jobs), parallel.Items(entries), parallel.Stateless(func(i int) (*text.Signature, error) {
		return s.signature(&s.entries[i])
	}), func(signature *text.Signature) error { // in the order of entries
		if signature != nil {
			all[entries[n]] = signature
		}
		n++
		return nil
	})
	return all, err
}

func (s *submission) signature(c *indexEntry) (*text.Signature, error) {
	f := s.files[c.file]
	if f.reread == nil && len(f.entries) == 0 {
		return f.signatures[c.index], nil
	}
	e, err := s.load(c)
	if err != nil {
		return nil, err
	}
	return signatureOf(e), nil
}
