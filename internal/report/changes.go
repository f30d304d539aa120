package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
)

// Compared is the submissions that were compared.
type Compared struct {
	Version       string // of iatilint
	Before, After string // the two submissions, as given
}

// Changes calls yield for every entry that changed, in order, and returns how
// many there were. It can be called once.
type Changes func(yield func(*compare.EntryChange) error) (compare.Totals, error)

// A ChangesWriter writes what changed in one format, entry by entry.
type ChangesWriter func(io.Writer, Compared, Style, Changes) (compare.Totals, error)

// ChangesFormats lists the formats, the default first.
func ChangesFormats() []ChangesFormat {
	return []ChangesFormat{
		{Name: "text", About: "for people, in a terminal", Write: ChangesText, Summary: true},
		{Name: "json", About: "for programs: all changes as one JSON document", Write: ChangesJSON},
		{Name: "markdown", About: "for a comment on a pull request", Write: ChangesMarkdown},
		{Name: "html", About: "for people: one self-contained page", Write: ChangesHTML},
	}
}

// ChangesFormatNames lists the names of the formats, the default first.
func ChangesFormatNames() []string { return namesOf(ChangesFormats()) }

// ChangesFormatFor returns the format of a name.
func ChangesFormatFor(name string) (ChangesFormat, bool) { return find(ChangesFormats(), name) }

// ChangeTotals returns how much changed, in a sentence.
func ChangeTotals(t compare.Totals) string {
	same := plural(t.Same, "entry", "entries") + " as before"
	if !t.Different() {
		return "no differences: " + same
	}
	var parts []string
	for _, c := range changeCounts(t) {
		switch {
		case c.n == 0:
		case len(parts) == 0:
			parts = append(parts, plural(c.n, "entry", "entries")+" "+string(c.kind))
		default:
			parts = append(parts, phrase.Thousands(c.n)+" "+string(c.kind))
		}
	}
	if t.Same > 0 {
		parts = append(parts, phrase.Thousands(t.Same)+" as before")
	}
	return strings.Join(parts, ", ")
}

// changeCount is how many entries a kind of change has.
type changeCount struct {
	kind compare.Kind
	n    int
}

func changeCounts(t compare.Totals) []changeCount {
	return []changeCount{
		{compare.Changed, t.Changed},
		{compare.Added, t.Added},
		{compare.Removed, t.Removed},
		{compare.Renumbered, t.Renumbered},
	}
}

// entryName returns the name of an entry: its identifier, before and after where
// it has another one now.
func entryName(e *compare.EntryChange, arrow string) string {
	name := func(s *compare.Side) string { return cmp.Or(s.Identifier, "(no identifier)") }
	if e.Kind == compare.Renumbered {
		return name(e.Before) + " " + arrow + " " + name(e.After)
	}
	return name(entrySide(e))
}

// entrySide returns the side of an entry to show: the current one, if there is one.
func entrySide(e *compare.EntryChange) *compare.Side { return cmp.Or(e.After, e.Before) }

// entryPlace returns the place of an entry; of a removed one, its earlier place.
func entryPlace(e *compare.EntryChange) string {
	s := entrySide(e)
	if s.Line == 0 {
		return s.File
	}
	return s.File + ":" + strconv.Itoa(s.Line)
}

// valuesOf returns a value before and after, codes with their names.
func valuesOf(f *compare.FieldChange) (before, after string) {
	before, after = f.Change.Before, f.Change.After
	if f.Codes != nil {
		before, after = named(before, f.Codes.Before), named(after, f.Codes.After)
	}
	return Visible(before), Visible(after)
}

func named(code, name string) string {
	if name == "" {
		return code
	}
	return code + " (" + name + ")"
}

// recognised returns how an entry under a new identifier was recognised.
func recognised(e *compare.EntryChange) string {
	if e.Kind != compare.Renumbered || e.Match == nil {
		return ""
	}
	switch e.Match.By {
	case lint.ByFormerIdentifier:
		return "recognised by its former identifier"
	case lint.ByAlias:
		return "recognised by the alias in the configuration"
	case lint.ByReference:
		return "recognised by its references"
	case lint.BySimilarity:
		return fmt.Sprintf("recognised by its statement and indicators, which are %.0f %% alike", 100*e.Match.Score)
	}
	return ""
}

// contents returns how much an entry holds, in words: "2 results, 5 indicators"; "" if nothing.
func contents(s *compare.Side) string {
	var parts []string
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{s.Results, "result", "results"},
		{s.Indicators, "indicator", "indicators"},
		{s.Targets, "target", "targets"},
		{s.Actuals, "actual", "actuals"},
	} {
		if c.n > 0 {
			parts = append(parts, plural(c.n, c.one, c.many))
		}
	}
	return strings.Join(parts, ", ")
}

// movement returns how far a number moved, in words: "-200, -40 %"; "" where it is no number.
func movement(n *compare.Number) string {
	if n == nil {
		return ""
	}
	text := signed(n.Delta)
	if n.Points {
		text += " points"
	}
	if n.Percent != nil {
		text += ", " + signed(*n.Percent) + " %"
	}
	return text
}

func signed(f float64) string {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if f > 0 {
		return "+" + s
	}
	return s
}

// How much of the title in a label is shown, and of a statement.
const (
	titleWidth     = 72
	labelWidth     = 200 // of a label without a title
	statementWidth = 140
)

// inWords returns a path as a text, with long titles cut.
func inWords(path []string) string {
	labels := make([]string, len(path))
	for i, l := range path {
		labels[i] = cutLabel(l)
	}
	return strings.Join(labels, " / ")
}

// cutLabel shortens the name of a part, of which a title in quotation marks
// stays one.
func cutLabel(label string) string {
	if title, quoted := strings.CutSuffix(label, `"`); quoted {
		return cut(title, titleWidth) + `"`
	}
	return cut(label, labelWidth)
}

func cut(s string, width int) string {
	runes := []rune(s)
	if len(runes) <= width {
		return s
	}
	return strings.TrimSpace(string(runes[:width])) + "…"
}

// fieldGroup holds the changes within one part of an entry.
type fieldGroup struct {
	path  []string
	parts []changedPart
}

// changedPart is a change; an added or removed result, indicator or period has
// the changes of its contents.
type changedPart struct {
	*compare.FieldChange
	inner []fieldGroup
}

// fieldGroups groups the changes of an entry, or of a part of one at the given
// depth.
func fieldGroups(fields []compare.FieldChange, depth int) []fieldGroup {
	var groups []fieldGroup
	for i := 0; i < len(fields); {
		f := &fields[i]
		path := f.Path[depth:]
		if n := len(groups); n == 0 || !slices.Equal(groups[n-1].path, path) {
			groups = append(groups, fieldGroup{path: path})
		}
		part := changedPart{FieldChange: f}
		i++
		if f.Change == nil {
			from := i
			for i < len(fields) && inPart(fields[i].Path, f) {
				i++
			}
			part.inner = fieldGroups(fields[from:i], len(f.Path)+1)
		}
		last := &groups[len(groups)-1]
		last.parts = append(last.parts, part)
	}
	return groups
}

// inPart reports whether a path leads into a part.
func inPart(path []string, part *compare.FieldChange) bool {
	n := len(part.Path)
	return len(path) > n && path[n] == part.Name && slices.Equal(path[:n], part.Path)
}

// values visits the texts and values that a part holds, with the path to each
// from there.
func (p changedPart) values(visit func(path []string, f *compare.FieldChange)) {
	var walk func(groups []fieldGroup, above []string)
	walk = func(groups []fieldGroup, above []string) {
		for _, g := range groups {
			path := slices.Concat(above, g.path)
			for _, inner := range g.parts {
				if inner.Change != nil {
					visit(path, inner.FieldChange)
				}
				walk(inner.inner, append(path[:len(path):len(path)], inner.Name))
			}
		}
	}
	walk(p.inner, nil)
}

// statementShown reports whether an entry's statement is among its changes, so
// that it need not be shown beside them.
func statementShown(e *compare.EntryChange) bool {
	return slices.ContainsFunc(entryTexts(e), func(f compare.FieldChange) bool { return f.Field == "title" })
}

// entryTexts returns the changes of an entry's statement and narrative.
func entryTexts(e *compare.EntryChange) []compare.FieldChange {
	var list []compare.FieldChange
	for _, f := range e.Fields {
		if f.Prose && len(f.Path) == 0 && (f.Field == "title" || f.Field == "description") {
			list = append(list, f)
		}
	}
	return list
}
