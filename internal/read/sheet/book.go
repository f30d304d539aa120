package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Book joins the sheets of a workbook in which each kind of element has its own
// sheet. It holds the whole workbook: a row may belong to one in any other sheet.
type Book struct {
	parents map[string]string // identifier of an element: that of the one above it
	lines   []line
	ids     []string // of the lines
	sheets  map[string]bool
	like    *schema.Source
	current string
	parent  string
	lost    []*Row // rows that belong to no identifier
}

// NewBook starts a book.
func NewBook() *Book {
	return &Book{parents: map[string]string{}, sheets: map[string]bool{}}
}

// Sheet begins a sheet of the book.
func (b *Book) Sheet(l *Layout) {
	b.current, b.parent, b.like = "", "", l.like
	if !l.maps {
		b.sheets[l.level.path] = true
	}
}

// Add takes a row of a sheet with a layout.
func (b *Book) Add(l *Layout, r *Row) {
	if !l.read(r) {
		return
	}
	id, parent, more := "", "", false
	for i := range r.Cells {
		col := l.columns[r.Cells[i].Column]
		if col == nil || col.path == nil {
			continue
		}
		switch v := strings.TrimSpace(r.Value(&r.Cells[i])); col.path[0].Key {
		case idKey:
			id = v
		case parentKey:
			parent = v
		default:
			more = more || !dash(v)
		}
	}
	if l.maps {
		if parent != "" {
			b.parent = parent
		}
		if id != "" && b.parent != "" && id != b.parent {
			b.parents[id] = b.parent
		}
		return
	}
	if id != "" {
		b.current = id
	}
	switch {
	case !more:
	case b.current == "":
		b.lost = append(b.lost, r)
	default:
		b.lines = append(b.lines, line{row: r, layout: l, named: id != ""})
		b.ids = append(b.ids, b.current)
	}
}

// Rows is how many rows hold something.
func (b *Book) Rows() int { return len(b.lines) }

// above is the identifier of what an element belongs to. Without a sheet that
// says so it is the identifier without its last part.
func (b *Book) above(id string) string {
	if parent, ok := b.parents[id]; ok {
		return parent
	}
	if i := strings.LastIndexByte(id, '_'); i > 0 {
		return id[:i]
	}
	if i := strings.LastIndexByte(id, '-'); i > 0 {
		return id[:i]
	}
	return id
}

// Entries are the entries of the book, in order of their first rows. Rows of
// upper elements come before those of lower ones, whatever the order of the
// sheets.
func (b *Book) Entries() []*Entry {
	var list []*Entry
	byID := map[string]*Entry{}
	order := make([]int, len(b.lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return b.lines[i].layout.depth() - b.lines[j].layout.depth() })
	elsewhere := b.elsewhere()
	for _, i := range order {
		n := b.lines[i]
		chain, activity := b.chain(n.layout.level.path, b.ids[i])
		n.chain = chain
		e := byID[activity]
		if e == nil {
			e = &Entry{identifier: activity, like: b.like, partial: true, activity: true}
			byID[activity] = e
			list = append(list, e)
		}
		n.layout.lacks = elsewhere
		e.take(n)
	}
	return list
}

// depth orders the sheets: upper elements first, then what hangs on them.
func (l *Layout) depth() int {
	d := strings.Count(l.level.path, "/") * 2
	if l.has(l.level.path + "/document-link") {
		d++
	}
	return d
}

// chain is the identifiers from a result down to an element, by path, and that
// of the activity.
func (b *Book) chain(path, id string) (chain map[string]string, activity string) {
	chain = map[string]string{}
	for {
		chain[path] = id
		id = b.above(id)
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return chain, id
		}
		path = path[:i]
	}
}

// elsewhere is what the elements of this book lack because another book has it.
func (b *Book) elsewhere() map[string][]string {
	lacks := map[string][]string{}
	for path, keys := range owed {
		if path != "result" && !strings.HasPrefix(path, "result/indicator") || strings.HasSuffix(path, "/reference") {
			continue
		}
		if !b.sheets[path] {
			lacks[path] = keys
		} else if path == "result" && !b.sheets["result/indicator"] {
			lacks[path] = []string{"indicator"}
		}
	}
	return lacks
}

// Faults are what is wrong with the book as a whole: rows that say of nothing
// which element they are about.
func (b *Book) Faults() []schema.Fault {
	if len(b.lost) == 0 {
		return nil
	}
	src, starts := source(b.lost[:1], b.like)
	c := b.lost[0].Cells[0]
	return []schema.Fault{{
		Rule:    "file/unrecognised-block",
		Source:  src,
		At:      schema.Range{Start: starts[0] + c.Start, End: starts[0] + c.End},
		Message: fmt.Sprintf("%d rows of this sheet stand above the first identifier, so they belong to nothing", len(b.lost)),
		Hint:    "write the identifier into the first column",
	}}
}
