package textread

import (
	"fmt"
	"sort"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/schema"
)

// stray reports the lines before the first entry that are no label of a portal.
func (r *Reader) stray(head *schema.Source) {
	var first, last schema.Range
	for at := range lines(head.Text, 0) {
		line := head.At(at)
		if blank(line) || chrome(line) || isSuppression(line) {
			continue
		}
		if !first.Known() {
			first = at
		}
		last = at
	}
	if !first.Known() {
		return
	}
	place := "before the first outcome"
	if r.options.Behind != "" {
		place = "behind " + r.options.Behind
	}
	r.fault(head, schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		At:      schema.Range{Start: first.Start, End: last.End},
		Message: "text " + place + " belongs to no entry and is not checked",
	})
	before := ""
	for at := range lines(head.Text, 0) {
		line := head.At(at)
		if h, reads := r.scheme.header(line, before); reads == doubtful && !r.inTable(head.Base.Offset+int64(at.Start)) {
			r.fault(head, doubtfulFault(head.Text, h.moved(int(at.Start))))
		}
		before = line
	}
}

// fault adds a fault of the text before the first entry.
func (r *Reader) fault(source *schema.Source, f schema.Fault) {
	if source != r.file.Head {
		f.Source = source
	}
	r.file.AddFault(f)
}

func doubtfulFault(text string, h heading) schema.Fault {
	return schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		At:      h.identifier,
		Message: fmt.Sprintf("the line looks as if it began an entry, %s, but goes on otherwise: it is read as part of the text above it", text[h.identifier.Start:h.identifier.End]),
		Hint:    "if an entry begins here, write \"outcome\" and its identifier on a line of their own; otherwise let the line begin with another word",
	}
}

func repeatedFault(at schema.Range, line string) schema.Fault {
	return schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		At:      at,
		Message: fmt.Sprintf("the line only repeats the identifier of the entry: %s", line),
		Fix:     &schema.Replacement{Title: "remove the line", At: at},
	}
}

// inTable reports whether a byte of the file is in a table that others read.
func (r *Reader) inTable(offset int64) bool {
	tables := r.options.Tables
	i := sort.Search(len(tables), func(i int) bool { return offset < tables[i].To })
	return i < len(tables) && offset >= tables[i].From
}

// maxSeen is how many identifiers in a text without entries are named with their
// places.
const maxSeen = 20

// noEntries reports that a text has no entry. It is checked all the same for what
// needs none.
func (r *Reader) noEntries(head *schema.Source) {
	f := schema.Fault{
		Kind:    schema.NoResults,
		Message: `no line of the form "outcome <identifier>" was found, so there is no entry to check`,
	}
	seen, places, total := r.scheme.seen(head.Text)
	if len(seen) > 0 {
		f.Message += "; identifiers stand in the text all the same: " + phrase.List(seen, "and")
		if total > len(seen) {
			f.Message += fmt.Sprintf(" (%d in all)", total)
		}
		f.Hint = "write \"outcome\" and the identifier on a line of their own, above the statement and the narrative"
		for i, at := range places {
			f.Related = append(f.Related, schema.RelatedPlace{At: at, Message: seen[i]})
		}
	}
	r.fault(head, f)
	if e := r.unassigned(head); len(e.OtherProse) > 0 {
		e.Suppressions, r.pending = r.pending, nil
		r.loose = e
	}
}

// seen returns the identifiers anywhere in a text, each once, with their places; not
// more than some, but the number of all.
func (s scheme) seen(text string) (ids []string, places []schema.Range, total int) {
	known := map[string]bool{}
	for at := 0; at < len(text); {
		n := inIdentifier(text[at:])
		piece := strings.Trim(text[at:at+n], "-_.")
		if plain := plainIdentifier(piece); n <= maxIdentifier && strings.ContainsAny(plain, "0123456789") && s.names(plain) && !known[plain] {
			known[plain] = true
			if total++; len(ids) < maxSeen {
				start := int32(at + strings.Index(text[at:at+n], piece))
				ids, places = append(ids, piece), append(places, schema.Range{Start: start, End: start + int32(len(piece))})
			}
		}
		at += n
		at += len(text[at:]) - len(strings.TrimLeftFunc(text[at:], func(r rune) bool { return inIdentifier(string(r)) == 0 }))
	}
	return ids, places, total
}

// unassigned returns a text without entries as texts of an element that is none of
// the standard, one a line.
func (r *Reader) unassigned(head *schema.Source) *schema.Entry {
	e := &schema.Entry{File: r.file, Source: head, Kind: schema.UnassignedText, At: schema.Range{End: int32(len(head.Text))}}
	for at := range lines(head.Text, 0) {
		if line := head.At(at); !blank(line) && !chrome(line) && !isSuppression(line) {
			e.OtherProse = append(e.OtherProse, narrated(e, "text", textAt(head.Text, at)))
		}
	}
	return e
}
