package sheet

import (
	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// Collector groups the rows of the sheets of a file into entries: those of a table as
// they are read, those of a book at the end.
type Collector struct {
	file    *schema.File
	options Options
	layout  *Layout // of the sheet at hand
	table   *table
	book    *Book    // nil without a sheet of one
	read    reported // in the sheets before
	ready   []*Entry // that are complete
}

// NewCollector returns a Collector for a file.
func NewCollector(file *schema.File, o Options) *Collector {
	return &Collector{file: file, options: o, table: &table{byID: map[string]*Entry{}}}
}

// Join makes the rows of the file part of a book that it shares with others.
func (c *Collector) Join(b *Book) {
	c.book, b.file = b, c.file
	c.options.Given = b.Levels() // the entries are built from the joined book
}

// Layout returns the layout of the sheet at hand; nil before the first one.
func (c *Collector) Layout() *Layout { return c.layout }

// Sheet begins a sheet with a layout.
func (c *Collector) Sheet(l *Layout) {
	c.layout = l
	if !l.Book() {
		c.table.layout, c.table.current, c.table.rows, c.table.last, c.table.below = l, nil, 0, 0, false
		return
	}
	if c.book == nil {
		c.book = NewBook()
	}
	c.book.Sheet(l)
}

// Add adds the next row of the sheet. A row of other headers begins another table.
func (c *Collector) Add(r *Row) {
	if c.layout.Book() {
		c.book.Add(c.layout, r)
		return
	}
	if other := c.table.another(r, c.options); other != nil {
		c.EndSheet(c.layout)
		rows := c.table.rows
		c.Sheet(other)
		c.table.rows = rows
		return
	}
	c.ready = append(c.ready, c.table.add(r)...)
}

// EndSheet adds the faults of a sheet, all rows of which were read, to the file.
func (c *Collector) EndSheet(l *Layout) {
	c.file.Faults = append(c.file.Faults, l.faults(c.read)...)
	c.read = c.read.with(l)
}

// Close completes all entries, and returns the number of rows that are not blank: of
// the last table, or of the book.
func (c *Collector) Close() (rows int) {
	c.CloseTable()
	rows = c.table.rows
	if c.book != nil {
		var entries []*Entry
		entries, rows = c.book.Close(c.file, c.options)
		c.ready = append(c.ready, entries...)
	}
	return rows
}

// CloseTable completes the entries of tables.
func (c *Collector) CloseTable() { c.ready = append(c.ready, c.table.close()...) }

// Ready reports whether an entry is complete.
func (c *Collector) Ready() bool { return len(c.ready) > 0 }

// Discard drops the entries that are complete.
func (c *Collector) Discard() { c.ready = nil }

// Job returns the job of building the next entry that is complete; nil if none is.
func (c *Collector) Job(o form.Options) func() *schema.Entry {
	if len(c.ready) == 0 {
		return nil
	}
	e := c.ready[0]
	c.ready = c.ready[1:]
	return e.Job(c.file, o)
}
