package sheet

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// Options configure how tables are read.
type Options struct {
	// Columns are headers, as written, and the paths of what they stand for, as
	// ParsePath reads them. They take precedence over the headers' own meaning;
	// "" or "-" is a column to pass over.
	Columns map[string]string

	// Given are the elements that other files hold which belong to a book, by
	// path. Who reads all of them makes the entries; the reader of the file
	// itself only reports its faults. Nil of a book in a single file.
	Given map[string]bool

	Limits schema.Limits
}

// Layout describes the meaning of the columns of a table.
type Layout struct {
	columns map[int]*column
	byIndex []*column // the first of them, by their indexes
	nodes   []*node   // what they are about; the first is the entry
	chain   []*node   // of a sheet of a book: down to its element

	builders sync.Pool // of entries that begin in the table

	header     *Row
	like       *schema.Source
	limits     schema.Limits
	score      int    // columns that were recognised
	id         int    // the column of the identifier, -1 without
	level      *level // of a sheet of a book; nil in other tables
	maps       bool   // a sheet that only maps identifiers to those of their parents
	partial    bool   // there is no column for the values of the entry itself
	exact      bool   // of a form that nothing else looks like
	absentKeys map[string][]string
	file       *schema.File // of a sheet of a book in several files
	duplicates map[int]int  // columns with the header of another: the first with it
	wideRow    *Row         // the first row with more cells than there are headers
	wideRows   int          // how many such rows there are
}

// column is one column of a table.
type column struct {
	path        Path // nil = not looked at
	year        string
	header      *Cell
	suppression bool // its cells hold suppressions
	used        bool // a row has something in it
	known       bool
	name        string // its header without white space beside it
	target      target
	zeros       zeros
}

// recognise returns the layout of a row of headers; nil where it is none.
func recognise(r *Row, like *schema.Source, o Options) *Layout {
	l := &Layout{columns: map[int]*column{}, header: r, like: like, limits: o.Limits.OrDefault(), id: -1, duplicates: map[int]int{}}
	keys := map[string]int{}
	columns := configured(o.Columns)
	for i := range r.Cells {
		c := &r.Cells[i]
		name := r.Value(c)
		if len(name) > maxHeader {
			continue
		}
		k := key(name)
		if first, twice := keys[k]; twice && k != "" {
			l.duplicates[c.Column] = first
			l.columns[c.Column] = &column{header: c}
			continue
		}
		keys[k] = c.Column
		l.columns[c.Column] = &column{header: c}
		if k == key(ignore.Column) {
			l.columns[c.Column].known, l.columns[c.Column].suppression = true, true
			continue
		}
		if path, ok := columns[k]; ok {
			l.set(c.Column, path)
			l.exact = true
		}
	}
	if !l.book(keys) {
		l.matchHeaders(keys)
	}
	l.derive()
	if l.score == 0 {
		return nil
	}
	l.buildNodes()
	return l
}

// maxHeader is how long a header may be, in bytes: longer cells are text.
const maxHeader = 200

// configured returns the columns that the settings name, by the key of the header.
func configured(columns map[string]string) map[string]string {
	paths := make(map[string]string, len(columns))
	for header, path := range columns {
		if path == "-" {
			path = ""
		}
		paths[key(header)] = path
	}
	return paths
}

// set sets the path of a column.
func (l *Layout) set(index int, path string) {
	c := l.columns[index]
	if c.known {
		return
	}
	if path != "" {
		p, err := ParsePath(path)
		if err != nil {
			return
		}
		c.path = p
	}
	c.known = true
	l.score++
}

// matchHeaders recognises the headers of a table of entries.
func (l *Layout) matchHeaders(keys map[string]int) {
	known := l.headerTable(keys)
	for _, index := range slices.Sorted(maps.Keys(l.columns)) {
		c := l.columns[index]
		text := l.header.Value(c.header)
		if _, twice := l.duplicates[index]; twice || c.known {
			continue
		}
		if strings.Contains(text, "/") {
			l.matchFlattened(index, text)
		}
		if path, ok := known[key(text)]; ok {
			l.set(index, path)
			continue
		}
		l.matchYear(index, text, known)
	}
}

// headerTable chooses the table of headers.
func (l *Layout) headerTable(keys map[string]int) names {
	has := func(headers ...string) bool {
		return !slices.ContainsFunc(headers, func(h string) bool {
			_, found := keys[key(h)]
			return !found
		})
	}
	switch {
	case has("type", "title", "indicator title") && !has("result title") && !has("statement"):
		l.exact = has("aggregation status") && has("measure")
		return perPeriod().merged(common())
	case has("activity title") && has("reporting org ref"), has("result title", "activity title"):
		return flat().merged(common(), list())
	}
	return common().merged(list())
}

// matchFlattened recognises a path as the flatten tool writes it.
func (l *Layout) matchFlattened(index int, header string) {
	header = strings.TrimSpace(header)
	first, _, _ := strings.Cut(header, "/")
	if first == "iati-activity" || first == "iati-activities" {
		_, header, _ = strings.Cut(header, "/")
		first, _, _ = strings.Cut(strings.TrimPrefix(header, "0/"), "/")
	}
	p, err := ParsePath(header)
	switch {
	case err == nil && (len(p) > 1 || p[0].Key == "iati-identifier" || p[0].Key == "default-aid-type"):
		l.columns[index].path, l.columns[index].known = p, true
		l.score++
		l.exact = true
	case slices.Contains(unkept, strings.TrimPrefix(first, "@")):
		l.columns[index].known = true
	}
}

// unkept are the standard's elements that no rule looks at.
var unkept = strings.Fields(`sector tag country-budget-items humanitarian-scope policy-marker collaboration-type default-flow-type
	default-finance-type default-tied-status budget planned-disbursement capital-spend transaction conditions legacy-data
	crs-add fss contact-info recipient-country recipient-region default-currency hierarchy humanitarian budget-not-provided linked-data-uri`)

// matchYear recognises a header that ends in a year: "Target 2024".
func (l *Layout) matchYear(index int, header string, known names) {
	w := words(header)
	at := slices.IndexFunc(w, func(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && isNumber(s) })
	if at < 0 {
		return
	}
	year := w[at]
	path, ok := known[key(strings.Join(slices.Delete(w, at, at+1), " "))]
	if !ok || !strings.Contains(path, "/target") && !strings.Contains(path, "/actual") && !strings.Contains(path, "/baseline") {
		return
	}
	l.set(index, path)
	c := l.columns[index]
	c.year = year
	for i := range c.path {
		if c.path[i].Key == "period" {
			c.path[i].Slot, _ = strconv.Atoi(year)
		}
	}
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// derive computes what follows from the columns as a whole.
func (l *Layout) derive() {
	present := map[string]bool{}
	described := false
	for index, c := range l.columns {
		if c.path == nil {
			continue
		}
		for i := range c.path {
			present[c.path[:i+1].String()] = true
		}
		if c.year != "" {
			present["result/indicator/period/period-start"] = present["result/indicator/period/period-start"] || c.path.under("result", "indicator", "period")
			present["result/indicator/baseline/year"] = present["result/indicator/baseline/year"] || c.path.under("result", "indicator", "baseline")
		}
		switch {
		case c.path.under("iati-identifier"):
			l.id = index
		case c.path[0].Key == "title" || c.path[0].Key == "description":
			described = true
		}
	}
	l.partial = !described
	if present["result/indicator/period/year"] {
		present["result/indicator/period/period-start"] = true
	}
	l.absentKeys = map[string][]string{}
	for path, keys := range requiredKeys {
		for _, k := range keys {
			if !present[path+"/"+k] {
				l.absentKeys[path] = append(l.absentKeys[path], k)
			}
		}
	}
}

// requiredKeys are the parts that the standard requires, by element. What a table
// has no column for is not missing from each of its rows.
var requiredKeys = map[string][]string{
	"result":                     {"type", "title", "indicator"},
	"result/indicator":           {"measure", "title"},
	"result/indicator/baseline":  {"year"},
	"result/indicator/period":    {"period-start", "period-end"},
	"result/reference":           {"vocabulary", "code"},
	"result/indicator/reference": {"vocabulary", "code"},
	"document-link":              {"format", "title", "category"},
	"activity-date":              {"type"},
	"participating-org":          {"role"},
	"reporting-org":              {"ref", "type"},
	"other-identifier":           {"type"},
}

// hasEntries reports whether the table is one of entries, and not some other with a
// column that happens to have a name of ours.
func (l *Layout) hasEntries(sure bool) bool {
	if l.maps || l.level != nil {
		return true
	}
	values := 0
	for _, c := range l.columns {
		if c.path != nil {
			values++
		}
	}
	if l.exact && values > 0 {
		return values >= 2 || !sure
	}
	least := 2
	if sure {
		least = 3
	}
	named := l.id >= 0 || l.hasPath("title") || l.hasPath("result/title") || l.hasPath("result/indicator/title")
	return named && values >= least
}

func (l *Layout) hasPath(path string) bool {
	for _, c := range l.columns {
		if c.path != nil && strings.HasPrefix(c.path.String()+"/", path+"/") {
			return true
		}
	}
	return false
}

// headerRows is how far down the headers are looked for.
const headerRows = 20

// Find looks for the row of headers among the first rows of a table: the one with
// the most headers that are known. It returns its layout, nil where there is none,
// and the number of rows before the first row of data.
func Find(rows []*Row, like *schema.Source, o Options) (*Layout, int) {
	var best *Layout
	used := 0
	for i, r := range rows[:min(len(rows), headerRows)] {
		if l := recognise(r, like, o); l != nil && l.hasEntries(false) && (best == nil || l.score > best.score) {
			best, used = l, i+1
		}
	}
	return best, used
}

// Sure reports whether a table in a folder is surely one of entries.
func (l *Layout) Sure() bool { return l != nil && l.hasEntries(true) }

// Score returns how many columns were recognised.
func (l *Layout) Score() int {
	if l == nil {
		return 0
	}
	return l.score
}

// Book reports whether the sheet is joined with others by identifiers.
func (l *Layout) Book() bool { return l.level != nil }

// Looked reports whether anything is read from a column.
func (l *Layout) Looked(column int) bool {
	c := l.column(column)
	return c != nil && c.path != nil
}

// Maps reports whether the sheet only maps identifiers to those of their parents.
func (l *Layout) Maps() bool { return l.maps }

// Alike reports whether two columns hold the same kind of value, so that a cell
// merged over both speaks for both.
func (l *Layout) Alike(a, b int) bool {
	if a == b {
		return true
	}
	x, y := l.column(a), l.column(b)
	return x != nil && y != nil && x.path != nil && x.path.String() == y.path.String()
}

// Row returns the number of the row of headers.
func (l *Layout) Row() int { return l.header.Number }
