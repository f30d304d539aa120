package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Book joins the sheets of a workbook in which each kind of element has its own
// sheet. It holds the whole workbook: a row may belong to one in any other sheet.
// The sheets may be in several files, each of them a book by itself.
type Book struct {
	parents map[string]string // identifier of an element: that of the one above it
	rows    []entryRow
	ids     []string                   // of the rows
	holds   map[string]bool            // paths of the elements that have a sheet
	owned   map[string]map[string]bool // by path: the identifiers that its sheets define
	named   map[string]map[string]bool // by path: those that other sheets refer to
	above   map[string]map[string]bool // by path: those that are said to have something below them
	current string
	parent  string
	lost    []*Row // rows that belong to no identifier
	like    *schema.Source

	file    *schema.File
	files   map[*schema.File]place
	upper   *level    // the uppermost of which it has a sheet, of whatever kind
	mapping *entryRow // the first row that maps identifiers to those of their parents
}

// place orders the rows of a file among those of others.
type place struct{ depth, order int }

// NewBook starts a book.
func NewBook() *Book {
	return &Book{
		parents: map[string]string{}, holds: map[string]bool{}, files: map[*schema.File]place{},
		owned: map[string]map[string]bool{}, named: map[string]map[string]bool{}, above: map[string]map[string]bool{},
	}
}

// Sheet begins a sheet of the book.
func (b *Book) Sheet(l *Layout) {
	b.current, b.parent, b.like, l.file = "", "", l.like, b.file
	if b.upper == nil || len(l.level.path) < len(b.upper.path) {
		b.upper = l.level
	}
	if l.maps {
		return
	}
	if l.defines() {
		b.holds[l.level.path] = true
	}
	if l.defines() && !l.header.lined() {
		// A workbook that has no sheet of targets has none: there is no other
		// file that could hold them.
		for _, below := range l.level.below {
			b.holds[below] = true
		}
	}
	at, known := b.files[b.file]
	if !known {
		at = place{depth: l.depth(), order: len(b.files)}
	}
	at.depth = min(at.depth, l.depth())
	b.files[b.file] = at
}

// Add adds a row of a sheet with a layout.
func (b *Book) Add(l *Layout, r *Row) {
	if l.repeatsHeaders(r) || !l.inspect(r) {
		return
	}
	id, parent, more := "", "", false
	for i := range r.Cells {
		col := l.column(r.Cells[i].Column)
		if col == nil || col.path == nil {
			continue
		}
		switch v := strings.TrimSpace(r.Value(&r.Cells[i])); col.path[0].Key {
		case idKey:
			id = v
		case parentKey:
			parent = v
		default:
			more = more || !isDash(v)
		}
	}
	if l.maps {
		if b.mapping == nil {
			b.mapping = &entryRow{row: r, layout: l}
		}
		b.addParent(l, id, parent)
		return
	}
	if id != "" {
		b.current = id
		if l.defines() {
			addID(b.owned, l.level.path, id)
		} else {
			addID(b.named, l.level.path, id)
		}
	}
	switch {
	case !more:
	case b.current == "":
		b.lost = append(b.lost, r)
	default:
		b.rows = append(b.rows, entryRow{row: r, layout: l, named: id != ""})
		b.ids = append(b.ids, b.current)
	}
}

// addParent adds a row that maps an identifier to that of its parent.
func (b *Book) addParent(l *Layout, id, parent string) {
	if parent != "" {
		b.parent = parent
	}
	if id != "" && b.parent != "" && id != b.parent {
		b.parents[id] = b.parent
		addID(b.named, l.level.path, id)
		addID(b.above, parentOf(l.level.path), b.parent)
	}
}

// addID adds a copy of an identifier, so that the row that it is part of is not
// retained.
func addID(m map[string]map[string]bool, path, id string) {
	if m[path] == nil {
		m[path] = map[string]bool{}
	}
	if !m[path][id] {
		m[path][strings.Clone(id)] = true
	}
}

// parentOf returns the path of the element above; "" is the activity.
func parentOf(path string) string { return path[:max(strings.LastIndexByte(path, '/'), 0)] }

// Close ends a book of one file: it adds the faults of the book to the file, and
// returns the entries, unless other files have a part in them, and the number of
// rows that are not blank.
func (b *Book) Close(file *schema.File, o Options) (entries []*Entry, rows int) {
	file.Faults = append(file.Faults, b.faults()...)
	if fault, missing := b.missingBooks(o.Given); missing {
		file.Faults = append(file.Faults, fault)
	}
	rows = len(b.rows)
	if len(b.files) == 0 {
		rows += len(b.parents) // the elements are in other files
	}
	if o.Given != nil {
		return nil, rows
	}
	return b.Entries(), rows
}

// parentID returns the identifier of an element's parent. Where no sheet maps it,
// that is the identifier without its last part.
func (b *Book) parentID(id string) string {
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

// Entries returns the entries of the book, in order of their first rows. Rows of
// upper elements precede those of lower ones, whatever the order of the sheets;
// those of a file are together, and so are its sheets.
func (b *Book) Entries() []*Entry {
	var list []*Entry
	byID := map[string]*Entry{}
	elsewhere, absent := b.absentKeys(), b.absent()
	for _, i := range b.order() {
		n := b.rows[i]
		chain, activity := b.chain(n.layout.level.path, b.ids[i])
		n.chain, n.dangling = chain, b.dangling(chain)
		e := byID[activity]
		if e == nil {
			e = &Entry{identifier: activity, partial: true, activity: true, absent: absent}
			byID[activity] = e
			list = append(list, e)
		}
		n.layout.absentKeys = elsewhere
		if e.full {
			continue
		}
		b.resolve(e, n, chain)
		e.add(n)
	}
	return list
}

// order returns the indexes of the rows in the order of the entries.
func (b *Book) order() []int {
	order := make([]int, len(b.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		x, y := b.rows[i].layout, b.rows[j].layout
		p, q := b.files[x.file], b.files[y.file]
		return cmp.Or(cmp.Compare(p.depth, q.depth), cmp.Compare(p.order, q.order), cmp.Compare(x.depth(), y.depth()))
	})
	return order
}

// depth orders the sheets: upper elements first, then what hangs on them.
func (l *Layout) depth() int {
	d := strings.Count(l.level.path, "/") * 2
	if l.hasPath(l.level.path + "/document-link") {
		d++
	}
	return d
}

// chain returns the identifiers from a result down to an element, by path, and that
// of the activity.
func (b *Book) chain(path, id string) (chain map[string]string, activity string) {
	chain = map[string]string{}
	for {
		chain[path] = id
		id = b.parentID(id)
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return chain, id
		}
		path = path[:i]
	}
}

// absentKeys returns what the elements of this book lack because another book has it.
func (b *Book) absentKeys() map[string][]string {
	lacks := map[string][]string{}
	for path, keys := range requiredKeys {
		if path != "result" && !strings.HasPrefix(path, "result/indicator") || strings.HasSuffix(path, "/reference") {
			continue
		}
		if !b.holds[path] {
			lacks[path] = keys
		} else if path == "result" && !b.holds["result/indicator"] {
			lacks[path] = []string{"indicator"}
		}
	}
	return lacks
}

// faults returns the faults of the book as a whole: rows without an identifier.
func (b *Book) faults() []schema.Fault {
	if len(b.lost) == 0 {
		return nil
	}
	return []schema.Fault{AtRow(b.lost[0], b.like, schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		Message: fmt.Sprintf("%d rows of this sheet stand above the first identifier, so they belong to nothing", len(b.lost)),
		Hint:    "write the identifier into the first column",
	})}
}
