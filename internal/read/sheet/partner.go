package sheet

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/schema"
)

// Levels returns the elements that the book has sheets for, by path.
func (b *Book) Levels() map[string]bool { return b.holds }

// Blank reports whether the book has no rows.
func (b *Book) Blank() bool { return len(b.rows)+len(b.parents) == 0 }

// Whole reports whether the book needs no other file.
func (b *Book) Whole() bool { return len(b.missing(nil)) == 0 }

// Key names what one book looks for in others: an element by its identifier, or
// elements of a kind by their activity.
type Key struct {
	Path     string
	ID       string
	Activity bool // ID is that of the activity
}

// Provides returns the keys that other books refer to this one by.
func (b *Book) Provides() []Key {
	var keys []Key
	for path, ids := range b.owned {
		for id := range ids {
			keys = append(keys, Key{path, id, false})
		}
	}
	for activity := range b.activities() {
		for path := range b.holds {
			keys = append(keys, Key{path, activity, true})
		}
	}
	return keys
}

// Requires returns the keys of what the rows of the book are about but it does not hold.
func (b *Book) Requires() []Key {
	var keys []Key
	for path, ids := range b.parentIDs() {
		for id := range ids {
			if path != "" && !b.holds[path] {
				keys = append(keys, Key{path, id, false})
			}
		}
	}
	for path, ids := range b.named {
		for id := range ids {
			if len(b.owned[path]) == 0 {
				keys = append(keys, Key{path, id, false})
			}
		}
	}
	if top := b.upper; top != nil && parentOf(top.path) != "" {
		for activity := range b.activities() {
			keys = append(keys, Key{parentOf(top.path), activity, true})
		}
	}
	return keys
}

// parentIDs returns the identifiers of what the book's elements belong to, by path.
func (b *Book) parentIDs() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for path, ids := range b.above {
		all[path] = maps.Clone(ids)
	}
	for path, ids := range b.owned {
		for id := range ids {
			addID(all, parentOf(path), b.parentID(id))
		}
	}
	return all
}

func (b *Book) activities() map[string]bool {
	all := map[string]bool{}
	for path, ids := range b.owned {
		for id := range ids {
			_, activity := b.chain(path, id)
			all[activity] = true
		}
	}
	return all
}

// missing returns the levels that neither the book nor others have, without those
// that belong to the book of another one that is missing.
func (b *Book) missing(given map[string]bool) []*level {
	var list []*level
	var within []string
	for _, l := range levels {
		if b.holds[l.path] || given[l.path] {
			continue
		}
		if !slices.Contains(within, l.path) {
			list = append(list, l)
		}
		within = append(within, l.below...)
	}
	return list
}

// absent returns the levels of the entries that are in no sheet.
func (b *Book) absent() schema.Levels {
	var absent schema.Levels
	for _, l := range levels {
		if !b.holds[l.path] {
			absent |= l.level
		}
	}
	return absent
}

// missingBooks returns the fault of a book whose other half was not given: neither it nor the
// other files have it.
func (b *Book) missingBooks(given map[string]bool) (schema.Fault, bool) {
	missing := b.missing(given)
	first, id := b.first()
	if len(missing) == 0 || first == nil {
		return schema.Fault{}, false
	}
	refers := parentOf(b.upper.path)
	if !b.holds[b.upper.path] {
		refers = b.upper.path // the rows have further values of what is in another file
	}
	var books []string
	upwards := false
	for _, l := range b.adjacent(missing, refers) {
		books = append(books, l.book)
		upwards = upwards || l.path == refers
	}
	if len(books) == 0 {
		return schema.Fault{}, false // a book between the two reports it
	}
	f := AtRow(first.row, first.layout.like, schema.Fault{
		Kind: schema.BookMissing,
		Hint: "check the books of a submission in one run: name all their files, or the folder that they are in",
	})
	verb, goes := "is", "goes"
	if len(books) > 1 {
		verb, goes = "are", "go"
	}
	if upwards {
		f.Message = fmt.Sprintf("the rows are about %ss that stand in another file, such as %q, but %s %s not among the files given, so what needs both is not checked",
			last(refers), id, phrase.List(books, "and"), verb)
	} else {
		f.Message = fmt.Sprintf("%s that %s with this file %s not among the files given, so what would stand there is not checked", phrase.List(books, "and"), goes, verb)
	}
	return f, true
}

// first returns the first row of the book, and the identifier of what it refers to.
func (b *Book) first() (n *entryRow, id string) {
	if len(b.rows) > 0 {
		n, id = &b.rows[0], b.ids[0]
		if b.holds[b.upper.path] {
			id = b.parentID(id)
		}
		return n, id
	}
	if b.mapping == nil || len(b.files) > 0 {
		return nil, ""
	}
	for i := range b.mapping.row.Cells {
		c := &b.mapping.row.Cells[i]
		if col := b.mapping.layout.columns[c.Column]; col != nil && col.path != nil && col.path[0].Key == idKey {
			id = strings.TrimSpace(b.mapping.row.Value(c))
		}
	}
	return b.mapping, id
}

// adjacent returns those of the missing levels that are right above or below what the
// book holds, or only missing ones are between. refers is what its rows refer to.
func (b *Book) adjacent(missing []*level, refers string) []*level {
	near := map[string]bool{}
	for ; refers != "" && slices.ContainsFunc(missing, func(l *level) bool { return l.path == refers }); refers = parentOf(refers) {
		near[refers] = true
	}
	var list []*level
	for _, l := range missing {
		above := parentOf(l.path)
		below := b.holds[above] || near[above] && strings.HasPrefix(above, b.upper.path)
		if near[l.path] || below {
			near[l.path] = true
			list = append(list, l)
		}
	}
	return list
}

// last returns the name of the element at the end of a path.
func last(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// dangling returns the paths of those elements of a chain that no sheet defines although
// there are sheets for them.
func (b *Book) dangling(chain map[string]string) map[string]bool {
	var paths map[string]bool
	for path, id := range chain {
		if len(b.owned[path]) > 0 && !b.owned[path][id] {
			if paths == nil {
				paths = map[string]bool{}
			}
			paths[path] = true
		}
	}
	return paths
}

// unresolved is a reference to an element that no sheet has.
type unresolved struct {
	line  int // of the entry, the first of those with the reference
	path  string
	id    string
	above string
	count int // of the elements with the reference
}

// resolve notes a row whose element belongs to one that no sheet defines.
func (b *Book) resolve(e *Entry, n entryRow, chain map[string]string) {
	path := n.layout.level.path
	above := parentOf(path)
	if !n.named || above == "" || !n.dangling[above] {
		return
	}
	if !n.layout.defines() && b.owned[path][chain[path]] {
		return // the row that defines it reports it
	}
	key := [2]string{path, chain[above]}
	if i, known := e.unresolvedAt[key]; known {
		e.unresolved[i].count++
		return
	}
	if e.unresolvedAt == nil {
		e.unresolvedAt = map[[2]string]int{}
	}
	e.unresolvedAt[key] = len(e.unresolved)
	e.unresolved = append(e.unresolved, unresolved{len(e.rows), path, chain[path], chain[above], 1})
}

// fault puts the reference into words, at the identifier of its row.
func (u unresolved) fault(r *Row, start int32) schema.Fault {
	c := r.Cells[0]
	noun, above := last(u.path), last(parentOf(u.path))
	f := schema.Fault{
		Kind:    schema.UnresolvedReference,
		At:      c.at(start),
		Message: fmt.Sprintf("the %s %q belongs to the %s %q, which stands in no sheet of %ss", noun, short60(u.id), above, short60(u.above), above),
		Hint:    fmt.Sprintf("correct the identifier, or give the %s a row", above),
	}
	if u.count > 1 {
		f.Message += fmt.Sprintf("; so it is with %d more", u.count-1)
	}
	return f
}
