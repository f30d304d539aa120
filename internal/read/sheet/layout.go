package sheet

import (
	"fmt"
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
	passed     [passedKinds]passedRows
	unnameds   int // columns without a header
}

// column is one column of a table.
type column struct {
	path        Path // nil = not looked at
	year        string
	header      *Cell // nil where it is blank
	suppression bool  // its cells hold suppressions
	used        bool  // a row has something in it
	known       bool
	fixed       bool   // its header is a path, or the settings name it
	rank        int    // the lower, the better its header says what it is
	name        string // its header without white space beside it
	target      target
	zeros       zeros
	contents    contents // of a column that is not known
}

// recognise returns the layout of a row of headers with rows below it; nil where it is
// none.
func recognise(r *Row, below []*Row, like *schema.Source, o Options) *Layout {
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
			l.columns[c.Column].fixed, l.exact = true, true
		}
	}
	if !l.book(keys) {
		l.matchHeaders(keys, below)
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

// matchHeaders recognises the headers of a table of entries, those that say nothing
// by themselves by the rows below.
func (l *Layout) matchHeaders(keys map[string]int, below []*Row) {
	known := l.headerTable(keys)
	indexes := slices.Sorted(maps.Keys(l.columns))
	for _, index := range indexes {
		c := l.columns[index]
		text := l.header.Value(c.header)
		if _, twice := l.duplicates[index]; twice || c.known {
			continue
		}
		if strings.Contains(text, "/") {
			l.matchFlattened(index, text)
		}
		if m, ok := known.meaning(text); ok {
			l.mean(index, m)
		}
	}
	identified := l.hasPath("iati-identifier")
	for _, index := range indexes {
		c := l.columns[index]
		if _, twice := l.duplicates[index]; twice || c.fixed {
			continue
		}
		m, ok := byContent(l.header.Value(c.header), index, below)
		if ok && (!c.known || m.rank <= c.rank) && (m.path != "iati-identifier" || !identified) {
			if c.known {
				l.score--
			}
			c.known, m.rank = false, m.rank+byContentRank
			l.mean(index, m)
			identified = identified || m.path == "iati-identifier"
		}
	}
	l.dropRepeated(indexes)
	l.stateResult()
}

// stateResult makes the result the statement of the outcome in a list that has
// narratives but nothing else to be their title.
func (l *Layout) stateResult() {
	if l.hasPath("title") || !l.hasPath("description") || l.hasPath("result/type") || l.hasPath("result/description") {
		return
	}
	for _, c := range l.columns {
		if !c.fixed && c.path.under("result", "title") {
			c.path = c.path[1:]
		}
	}
}

// mean sets what a column stands for, with the year that its header names.
func (l *Layout) mean(index int, m meaning) {
	l.set(index, m.path)
	c := l.columns[index]
	c.rank, c.year = m.rank, m.year
	if m.path == "iati-identifier" {
		c.rank += identifierRank(l.header.Value(c.header))
	}
	if m.year == "" {
		return
	}
	for i := range c.path {
		if c.path[i].Key == "period" {
			c.path[i].Slot, _ = strconv.Atoi(m.year[:4])
		}
	}
}

// byContentRank puts columns that are known by their cells after those that are known
// by their headers.
const byContentRank = 5

// identifierRank puts columns with the identifiers of outcomes before those of
// activities, and both before numbers of rows.
func identifierRank(header string) int {
	w := words(header)
	switch {
	case slices.Contains(w, "outcome"):
		return -20
	case slices.Contains(w, "iati"):
		return -10
	}
	return 0
}

// dropRepeated keeps, of columns that stand for the same, the one whose header says
// so best; of equal ones the first.
func (l *Layout) dropRepeated(indexes []int) {
	best := map[string]int{}
	place := func(c *column) string { return fmt.Sprintf("%v %s", []Step(c.path), c.year) }
	for _, index := range indexes {
		c := l.columns[index]
		if first, taken := best[place(c)]; c.path != nil && (!taken || c.rank < l.columns[first].rank) {
			best[place(c)] = index
		}
	}
	for _, index := range indexes {
		if c := l.columns[index]; c.path != nil && best[place(c)] != index {
			l.duplicates[index] = best[place(c)]
			c.path, c.known = nil, false
			l.score--
		}
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
	return plain()
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
		l.columns[index].path, l.columns[index].known, l.columns[index].fixed = p, true, true
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

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// derive computes what follows from the columns as a whole.
func (l *Layout) derive() {
	present := map[string]bool{}
	described := false
	for _, index := range slices.Sorted(maps.Keys(l.columns)) {
		c := l.columns[index]
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
		case c.path.under("iati-identifier") && l.id < 0:
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

// Find looks for the headers among the first rows of a table: the row, or the two rows
// one below the other, with the most headers that are known. It returns its layout, nil
// where there is none, and the number of rows before the first row of data.
func Find(rows []*Row, like *schema.Source, o Options) (*Layout, int) {
	var best *Layout
	used := 0
	consider := func(header *Row, next int, hints bool) {
		l := recognise(header, rows[next:min(len(rows), next+headerRows)], like, o)
		if l != nil && l.hasEntries(false) && (l.better(best) || hints && l.score == best.Score()) {
			best, used = l, next
		}
	}
	for i, r := range rows[:min(len(rows), headerRows)] {
		if consider(r, i+1, false); best.clear() {
			break
		}
	}
	from, to := max(used-2, 0), used // beside the row found, else all
	if best == nil {
		to = headerRows
	}
	for i := from; i < min(to, len(rows)-1); i++ {
		if joined, hints := join(rows[i], rows[i+1]); joined != nil {
			consider(joined, i+2, hints)
		}
	}
	return best, used
}

// clear reports whether most columns of a layout are known, so that no better one is
// looked for.
func (l *Layout) clear() bool {
	const enough = 5
	return l != nil && l.score >= enough && l.score*4 >= len(l.header.Cells)*3
}

// better reports whether the columns of a layout say more than those of another.
func (l *Layout) better(than *Layout) bool {
	if than == nil || l.score != than.score {
		return than == nil || l.score > than.score
	}
	return l.dated() > than.dated()
}

// dated returns how many columns have a year in their header.
func (l *Layout) dated() int {
	n := 0
	for _, c := range l.columns {
		if c.year != "" {
			n++
		}
	}
	return n
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
