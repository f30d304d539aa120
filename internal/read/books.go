package read

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/schema"
)

// Source is a file of a submission that can be opened again and again.
type Source struct {
	Path string // as shown, with slashes
	Open func() (io.ReadCloser, error)
}

// Books are the files of a submission that hold its entries together: one has the
// results, another one their indicators, a third one the periods.
type Books struct {
	options Options
	groups  map[string]*group // by path, of those that belong to others
}

// FindBooks returns the files among some that hold entries together. Files that can't
// be read are left out: opening them reports why. The search ends with the context.
func FindBooks(ctx context.Context, sources []Source, o Options) *Books {
	b := &Books{options: o, groups: map[string]*group{}}
	var tables []Source
	for _, s := range sources {
		known := slices.ContainsFunc(tables, func(t Source) bool { return t.Path == s.Path })
		if IsTable(s.Path, o) && !known {
			tables = append(tables, s)
		}
	}
	if len(tables) < 2 {
		return b
	}
	var members []*member
	for _, s := range tables {
		if m := b.probe(cancellable(ctx, s)); m != nil {
			m.source = s
			members = append(members, m)
		}
	}
	for _, g := range groupBooks(members) {
		for _, m := range g.members {
			m.provides, m.requires = nil, nil // only needed to group the books
			b.groups[m.source.Path] = g
		}
	}
	return b
}

// IsTable reports, by its name, whether a file may be a sheet of a book.
func IsTable(name string, o Options) bool {
	format := cmp.Or(o.Format, formatOf(name))
	return format == schema.CSV || format == schema.XLSX
}

// Joined returns the paths of the files that hold entries together with a file, that
// file included, in the order of the submission; none for a file by itself.
func (b *Books) Joined(path string) []string {
	g := b.groups[path]
	if g == nil {
		return nil
	}
	var paths []string
	for _, m := range g.members {
		paths = append(paths, m.source.Path)
	}
	return paths
}

// Open opens one of the files that belong together. Its entries are those that begin
// in the file, with all that the others have of them.
func (b *Books) Open(path string) (Reader, error) {
	g := b.groups[path]
	i := slices.IndexFunc(g.members, func(m *member) bool { return m.source.Path == path })
	o := b.options
	o.given = g.levelsBut(i)
	r, err := OpenSource(g.members[i].source, o)
	if err != nil {
		return nil, err
	}
	return &shared{Reader: r, books: b, group: g, path: path}, nil
}

// OpenSource opens a file of a submission.
func OpenSource(s Source, o Options) (Reader, error) {
	in, err := s.Open()
	if err != nil {
		return nil, err
	}
	r, err := New(in, s.Path, o)
	if err != nil {
		return nil, errors.Join(err, in.Close())
	}
	return r, nil
}

// cancellable returns a source that fails once a context has ended.
func cancellable(ctx context.Context, s Source) Source {
	return Source{Path: s.Path, Open: func() (io.ReadCloser, error) {
		in, err := s.Open()
		return cancellableReader{in, ctx}, err
	}}
}

type cancellableReader struct {
	io.ReadCloser
	ctx context.Context //nolint:containedctx // a reader gets it in no other way
}

func (r cancellableReader) Read(p []byte) (int, error) {
	if r.ctx.Err() != nil {
		return 0, context.Cause(r.ctx)
	}
	return r.ReadCloser.Read(p)
}

// member is one of the files that belong together.
type member struct {
	source   Source
	levels   map[string]bool // what it holds, by path
	provides []sheet.Key
	requires []sheet.Key
}

// probe reads a file by itself; nil if it is no book, is a whole submission or can't be
// read to its end.
func (b *Books) probe(s Source) *member {
	book := sheet.NewBook()
	file, err := b.join(s, book)
	if err != nil || slices.ContainsFunc(file.Faults, endsReading) || book.Whole() || book.Blank() {
		return nil
	}
	return &member{source: s, levels: book.Levels(), provides: book.Provides(), requires: book.Requires()}
}

// endsReading reports whether nothing more is read behind a fault.
func endsReading(f schema.Fault) bool {
	return f.Rule == "file/not-well-formed" || f.Rule == "file/too-large" || f.Rule == "file/bad-encoding" || f.Rule == "file/wrong-type"
}

// joiner is a reader of a format that may hold a sheet of a book.
type joiner interface{ Join(*sheet.Book) error }

// join reads all rows of a file into a book, if they are such.
func (b *Books) join(s Source, into *sheet.Book) (file *schema.File, err error) {
	r, err := OpenSource(s, b.options)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	inner := r
	for {
		switch wrapped := inner.(type) {
		case closing:
			inner = wrapped.Reader
			continue
		case recovering:
			inner = wrapped.Reader
			continue
		case joiner:
			err = wrapped.Join(into)
		}
		break
	}
	var invalid *charset.InvalidError
	if errors.As(err, &invalid) {
		err = nil
		r.File().Faults = append(r.File().Faults, schema.Fault{Rule: "file/bad-encoding"})
	}
	return r.File(), err
}

// group is files that belong together.
type group struct {
	members []*member

	mutex sync.Mutex
	ready map[string][]*sheet.Entry // by the path that they begin in; removed when they are read
}

// levelsBut returns what the members hold, but for one.
func (g *group) levelsBut(one int) map[string]bool {
	levels := map[string]bool{}
	for i, m := range g.members {
		if i != one {
			maps.Copy(levels, m.levels)
		}
	}
	return levels
}

// entriesOf returns the entries that begin in a file. All files are read for the first
// one; nothing is held in memory once the last one has its entries.
func (b *Books) entriesOf(g *group, path string) ([]*sheet.Entry, error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if _, ok := g.ready[path]; !ok {
		if err := b.read(g); err != nil {
			return nil, err
		}
	}
	entries := g.ready[path]
	delete(g.ready, path)
	return entries, nil
}

// read joins all files of a group.
func (b *Books) read(g *group) error {
	all := sheet.NewBook()
	g.ready = map[string][]*sheet.Entry{}
	for _, m := range g.members {
		if _, err := b.join(m.source, all); err != nil {
			return fmt.Errorf("could not read %s, which belongs to it: %w", m.source.Path, err)
		}
		g.ready[m.source.Path] = nil
	}
	for _, e := range all.Entries() {
		begins := e.File().Path
		g.ready[begins] = append(g.ready[begins], e)
	}
	return nil
}

// shared reads a file whose entries continue in others.
type shared struct {
	Reader
	books *Books
	group *group
	path  string
	ready []*sheet.Entry
	ended bool // the file itself is read to its end
}

// Next returns the entries of the file alone, then those that others continue.
func (s *shared) Next() (func() *schema.Entry, error) {
	if !s.ended {
		job, err := s.Reader.Next()
		if !errors.Is(err, io.EOF) {
			return job, err
		}
		s.ended = true
		if s.ready, err = s.books.entriesOf(s.group, s.path); err != nil {
			return nil, err
		}
	}
	if len(s.ready) == 0 {
		return nil, io.EOF
	}
	e := s.ready[0]
	s.ready = s.ready[1:]
	file := s.File()
	to := &schema.Entry{File: file, Index: file.Entries}
	file.Entries++
	o := form.Options{Version: s.books.options.Version, Lists: s.books.options.Lists}
	return func() *schema.Entry { return e.Build(to, o) }, nil
}
