package read

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
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

// Books are the files of a submission that hold its entries together: one has
// the results, another one their indicators, a third one the periods.
type Books struct {
	options Options
	groups  map[string]*group // by path, of those that belong to others
}

// FindBooks looks for books among the files that belong together, until the
// context ends. What can't be read is left to who opens it.
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
		if m := b.look(stopping(ctx, s)); m != nil {
			m.source = s
			members = append(members, m)
		}
	}
	for _, g := range together(members) {
		for _, m := range g.members {
			m.offers, m.wants = nil, nil // they were only needed to find the others
			b.groups[m.source.Path] = g
		}
	}
	return b
}

// IsTable tells by its name whether a file may be a sheet of a book.
func IsTable(name string, o Options) bool {
	format := cmp.Or(o.Format, endings[strings.ToLower(filepath.Ext(name))])
	return format == schema.CSV || format == schema.XLSX
}

// Joined are the paths of the files that hold entries together with a file, it
// among them, in the order of the submission; none of a file by itself.
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

// Open opens one of the files that belong together. It gives the entries that
// begin in the file, with all that the others have of them.
func (b *Books) Open(path string) (Reader, error) {
	g := b.groups[path]
	i := slices.IndexFunc(g.members, func(m *member) bool { return m.source.Path == path })
	o := b.options
	o.given = g.without(i)
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

// stopping is a source that can't be read any farther once a context has ended.
func stopping(ctx context.Context, s Source) Source {
	return Source{Path: s.Path, Open: func() (io.ReadCloser, error) {
		in, err := s.Open()
		if err != nil {
			return nil, err
		}
		return &stopper{ReadCloser: in, ctx: ctx}, nil
	}}
}

type stopper struct {
	io.ReadCloser
	ctx context.Context //nolint:containedctx // a reader has no other way to learn of it
}

func (s *stopper) Read(p []byte) (int, error) {
	if s.ctx.Err() != nil {
		return 0, context.Cause(s.ctx)
	}
	return s.ReadCloser.Read(p)
}

// member is one of the files that belong together.
type member struct {
	source Source
	levels map[string]bool // what it holds, by path
	offers []sheet.Key
	wants  []sheet.Key
}

// look reads a file by itself; nil where it is no book, is a whole one or can't be
// read to its end.
func (b *Books) look(s Source) *member {
	book := sheet.NewBook()
	file, err := b.join(s, book)
	if err != nil || slices.ContainsFunc(file.Faults, endsReading) || book.Whole() || book.Blank() {
		return nil
	}
	return &member{source: s, levels: book.Levels(), offers: book.Offers(), wants: book.Wants()}
}

// endsReading tells the faults behind which nothing more is read.
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
	ready map[string][]*sheet.Entry // by the path that they begin in; each is taken once
}

// without is what the members but one hold.
func (g *group) without(one int) map[string]bool {
	holds := map[string]bool{}
	for i, m := range g.members {
		for path := range m.levels {
			if i != one {
				holds[path] = true
			}
		}
	}
	return holds
}

// take gives the entries that begin in a file. All files are read for the first
// of them; nothing is kept when the last of them has its entries.
func (b *Books) take(g *group, path string) ([]*sheet.Entry, error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if _, kept := g.ready[path]; !kept {
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

// shared reads a file whose entries go on in others.
type shared struct {
	Reader
	books *Books
	group *group
	path  string
	ready []*sheet.Entry
	own   bool // the file itself is read
}

// Next gives what stands in the file alone, then the entries that begin in it.
func (s *shared) Next() (func() *schema.Entry, error) {
	if !s.own {
		job, err := s.Reader.Next()
		if !errors.Is(err, io.EOF) {
			return job, err
		}
		s.own = true
		if s.ready, err = s.books.take(s.group, s.path); err != nil {
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

// together divides books into those that belong together; one that belongs to no
// other is left out.
func together(members []*member) []*group {
	offers := map[sheet.Key][]int{}
	for i, m := range members {
		for _, k := range m.offers {
			offers[k] = append(offers[k], i)
		}
	}
	of := make([]int, len(members)) // the first of its group, by member
	for i := range of {
		of[i] = i
	}
	for i, m := range members {
		for _, j := range m.chosen(i, members, offers) {
			from, to := max(of[i], of[j]), min(of[i], of[j])
			for k := range of {
				if of[k] == from {
					of[k] = to
				}
			}
		}
	}
	var groups []*group
	at := map[int]*group{}
	for i, m := range members {
		if at[of[i]] == nil {
			at[of[i]] = &group{}
			groups = append(groups, at[of[i]])
		}
		at[of[i]].members = append(at[of[i]].members, m)
	}
	return slices.DeleteFunc(groups, func(g *group) bool { return len(g.members) < 2 })
}

// chosen are the books that the i-th one belongs to: of those that have what it
// refers to the ones in its folder, or as near to it as can be. Without any, those
// that are about the same activity.
func (m *member) chosen(i int, members []*member, offers map[sheet.Key][]int) []int {
	found := map[sheet.Key]map[int]bool{} // by path, and whether by the activity
	for _, k := range m.wants {
		kind := sheet.Key{Path: k.Path, Activity: k.Activity}
		for _, j := range offers[k] {
			if j == i || members[j].served(m, members) {
				continue
			}
			if found[kind] == nil {
				found[kind] = map[int]bool{}
			}
			found[kind][j] = true
		}
	}
	var chosen []int
	for kind, candidates := range found {
		if kind.Activity && found[sheet.Key{Path: kind.Path}] != nil {
			continue
		}
		nearest := 0
		for j := range candidates {
			nearest = max(nearest, nearness(m.source.Path, members[j].source.Path))
		}
		for j := range candidates {
			if nearness(m.source.Path, members[j].source.Path) == nearest {
				chosen = append(chosen, j)
			}
		}
	}
	return chosen
}

// served tells whether the folder of a book, which is another one than that of
// its partner, has a book in the partner's place.
func (m *member) served(partner *member, members []*member) bool {
	folder := path.Dir(m.source.Path)
	if folder == path.Dir(partner.source.Path) {
		return false
	}
	return slices.ContainsFunc(members, func(other *member) bool {
		if other == m || path.Dir(other.source.Path) != folder {
			return false
		}
		for level := range partner.levels {
			if other.levels[level] {
				return true
			}
		}
		return false
	})
}

// nearness is how many folders two paths have in common, and more than any where
// they are in the same one.
func nearness(a, b string) int {
	x, y := path.Dir(a), path.Dir(b)
	if x == y {
		return 1 << 16
	}
	p, q := strings.Split(x, "/"), strings.Split(y, "/")
	n := 0
	for n < len(p) && n < len(q) && p[n] == q[n] {
		n++
	}
	return n
}
