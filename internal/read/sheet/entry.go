package sheet

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// Entry is the rows of one entry.
type Entry struct {
	identifier   string
	rows         []entryRow
	full         bool // the last of the rows is one too many
	size         int
	partial      bool
	activity     bool
	absent       schema.Levels // in a book: what is not among the files given
	unresolved   []unresolved
	unresolvedAt map[[2]string]int // which of them is about what, by path and identifier
}

// File returns the file that the entry begins in, of a book in several.
func (e *Entry) File() *schema.File { return e.rows[0].layout.file }

// Job counts the entry as the next one of a file, and returns the job of building
// it, which may run on any goroutine.
func (e *Entry) Job(file *schema.File, o form.Options) func() *schema.Entry {
	to := &schema.Entry{File: file, Index: file.Entries}
	file.Entries++
	return func() *schema.Entry { return e.Build(to, o) }
}

// Build fills an entry from its rows. It may be called from any goroutine.
func (e *Entry) Build(to *schema.Entry, o form.Options) *schema.Entry {
	pieces := make([]piece, len(e.rows))
	for i, n := range e.rows {
		pieces[i] = piece{n.row, n.layout.like, n.layout.file}
	}
	source, starts := assemble(pieces)
	b := e.rows[0].layout.builder()
	b.source = source
	b.root = b.object(schema.Range{}, nil)
	for i, n := range e.rows {
		n.start = starts[i]
		if e.full && i == len(e.rows)-1 {
			at := schema.Range{Start: n.start, End: n.start + int32(len(n.row.Text))}
			b.faults = append(b.faults, n.layout.limits.TooManyNodes(at))
			break
		}
		b.add(n)
		to.Suppressions = append(to.Suppressions, n.layout.suppressions(n.row, n.start, e.scope(i, source, starts))...)
	}
	v := b.root.v
	v.At = schema.Range{End: int32(len(source.Text))}
	if e.rows[0].chain != nil && e.identifier != "" {
		e.identify(v, e.rows[0].row, starts[0])
	}
	if !e.activity {
		v.Members = append(v.Members, form.Member{Key: "kind", KeyAt: v.At, Value: &form.Value{Kind: form.String, Text: string(schema.OutcomeEntry), At: v.At}})
	}
	to.Source, to.ResultsOnly, to.MissingLevels = source, e.partial, e.absent
	to.Faults = b.faults
	for _, u := range e.unresolved {
		to.Faults = append(to.Faults, u.fault(e.rows[u.line].row, starts[u.line]))
	}
	if l := e.rows[0].layout; e.partial && e.identifier == "" && l.id >= 0 {
		to.Faults = append(to.Faults, noIdentifier(e.rows[0].row, starts[0]))
	}
	form.Build(to, v, o)
	b.reset()
	e.rows[0].layout.builders.Put(b)
	return to
}

// scope returns the scope of a suppression in a row: the whole entry in its first row,
// all that a file has of it in the first row of that, else the row itself.
func (e *Entry) scope(i int, source *schema.Source, starts []int32) schema.Range {
	if i == 0 {
		return schema.Range{}
	}
	end := i + 1
	if file := e.rows[i].layout.file; file != e.rows[i-1].layout.file {
		for end < len(e.rows) && e.rows[end].layout.file == file {
			end++
		}
	}
	if end == len(starts) {
		return schema.Range{Start: starts[i], End: int32(len(source.Text))}
	}
	return schema.Range{Start: starts[i], End: starts[end]}
}

// add adds a row, if the entry has not too many: each makes at least a node.
func (e *Entry) add(n entryRow) bool {
	if e.full {
		return false
	}
	e.rows = append(e.rows, n)
	e.full = len(e.rows) > n.layout.limits.Nodes
	return true
}

// identify sets the identifier of an entry of a book: it is the beginning of those
// in the book's cells, or is in a sheet of its own.
func (e *Entry) identify(v *form.Value, r *Row, start int32) {
	id := &form.Value{Kind: form.String, Text: e.identifier, At: schema.Range{Start: start, End: start + int32(len(r.Text))}}
	if len(r.Cells) > 0 {
		c := &r.Cells[0]
		id.At = c.at(start)
		if cell := r.Value(c); !c.Escaped && strings.HasPrefix(cell, e.identifier) {
			id.At.End = id.At.Start + int32(len(e.identifier))
		} else {
			id.Escaped = true
		}
	}
	v.Members = append([]form.Member{{Key: "iati-identifier", KeyAt: id.At, Value: id}}, v.Members...)
}

// maxHeld is the maximum size, in bytes, of the entries that are held in memory because
// they are not complete yet. Tables are read as a stream: rows that follow an entry by
// more than that are another entry with the same identifier.
const maxHeld = 16 << 20

// table groups the rows of tables that are read one after the other by their entries:
// rows with the same identifier are one entry.
type table struct {
	layout  *Layout
	open    []*Entry // in order of their first rows
	byID    map[string]*Entry
	current *Entry
	size    int
	rows    int // of the table at hand that are not blank
	last    int // the number of the last of them
	ids     idForm
	below   bool // the rows are those of another table
}

// add adds the next row and returns the entries that are complete.
func (t *table) add(r *Row) []*Entry {
	l := t.layout
	if l.repeatsHeaders(r) {
		return nil
	}
	if kind := t.passedOver(r); kind != notPassed {
		l.pass(r, kind)
		return nil
	}
	if !l.inspect(r) {
		return nil
	}
	t.rows++
	id := ""
	if c := r.At(l.id); l.id >= 0 && c != nil {
		id = strings.TrimSpace(r.Value(c))
	}
	e := t.current
	switch {
	case id != "":
		e = t.byID[id]
	case l.id < 0 && l.beginsEntry(r, t):
		e = nil
	}
	if e == nil {
		e = &Entry{identifier: id, partial: true, activity: true}
		t.open = append(t.open, e)
		if id != "" {
			t.byID[id] = e
			t.ids.add(id)
		}
	}
	t.current = e
	e.partial = e.partial && l.partial
	e.activity = e.activity && l.activity()
	if !e.add(entryRow{row: r, layout: l}) {
		return nil
	}
	e.size += r.size()
	t.size += r.size()
	return t.evict()
}

// evict removes the oldest entries while more than maxHeld is in memory, and returns
// them.
func (t *table) evict() []*Entry {
	var ready []*Entry
	for t.size > maxHeld && len(t.open) > 1 {
		e := t.open[0]
		if e == t.current {
			break
		}
		t.open = t.open[1:]
		delete(t.byID, e.identifier)
		t.size -= e.size
		ready = append(ready, e)
	}
	return ready
}

// close returns the entries that are left.
func (t *table) close() []*Entry {
	left := t.open
	t.open, t.byID, t.current = nil, map[string]*Entry{}, nil
	return left
}

// inspect reports whether a row has a value, and records which columns have one.
func (l *Layout) inspect(r *Row) bool {
	filled := false
	for i := range r.Cells {
		c := &r.Cells[i]
		col := l.column(c.Column)
		if col == nil {
			if col = l.unnamed(r, c); col == nil {
				continue
			}
		}
		col.used = true
		filled = filled || col.path != nil
		switch p := col.path; {
		case !col.known:
			col.contents.add(r, c)
		case len(p) > 0 && (p[len(p)-1].Key == "code" || p[len(p)-1].Key == "iati-identifier"):
			col.zeros.add(r, c)
		}
	}
	if n := len(r.Cells); n > 0 && r.lined() && r.Cells[n-1].Column > l.header.last() {
		if l.wideRows++; l.wideRow == nil {
			l.wideRow = r
		}
	}
	return filled
}

// maxUnnamed is how many columns without a header are named.
const maxUnnamed = 20

// unnamed adds the column of a cell that has no header. Behind the last header of a
// text the cells may only have slipped.
func (l *Layout) unnamed(r *Row, c *Cell) *column {
	if l.level != nil || r.lined() && c.Column > l.header.last() || l.unnameds == maxUnnamed {
		return nil
	}
	l.unnameds++
	col := &column{}
	l.columns[c.Column] = col
	if c.Column < len(l.byIndex) {
		l.byIndex[c.Column] = col
	}
	return col
}

// repeatsHeaders reports whether a row is that of the headers once more.
func (l *Layout) repeatsHeaders(r *Row) bool {
	repeated := 0
	for i := range r.Cells {
		if col := l.column(r.Cells[i].Column); col != nil && col.header != nil && strings.EqualFold(strings.TrimSpace(r.Value(&r.Cells[i])), col.name) {
			repeated++
		}
	}
	return repeated > 1 && repeated*2 > len(r.Cells)
}

// beginsEntry reports whether a row of a table without identifiers begins an entry: it
// has a title of its own.
func (l *Layout) beginsEntry(r *Row, t *table) bool {
	title := l.cell(r, "title")
	if title == nil {
		return false
	}
	if t.current == nil {
		return true
	}
	for _, n := range t.current.rows[:1] {
		if before := l.cell(n.row, "title"); before != nil && n.row.Value(before) == r.Value(title) {
			return false
		}
	}
	return true
}

// cell returns the row's cell in the first column of a part of the entry.
func (l *Layout) cell(r *Row, part string) *Cell {
	for i := range r.Cells {
		if col := l.column(r.Cells[i].Column); col != nil && col.path.under(part, "narrative", "text") {
			return &r.Cells[i]
		}
	}
	return nil
}

// activity reports whether the table is one of activities, not a plain list of
// outcomes, by the header of its identifiers.
func (l *Layout) activity() bool {
	if l.partial || l.exact || l.id < 0 {
		return l.partial || l.exact
	}
	for _, w := range words(l.header.Value(l.columns[l.id].header)) {
		if w == "iati" || w == "activity" {
			return true
		}
	}
	return false
}
