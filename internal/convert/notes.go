package convert

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// notes report the suppressions that are not written.
type notes struct{ report func(note string) }

// fileSuppressions returns the suppressions for the whole file, which are above the
// first entry.
func fileSuppressions(first *schema.Entry) []schema.Suppression {
	most := min(len(first.Suppressions), first.Limits().Ignores)
	return slices.DeleteFunc(slices.Clone(first.Suppressions[:most]), func(s schema.Suppression) bool { return !s.WholeFile })
}

// entry reports the suppressions of an entry that the form can't express.
func (n notes) entry(e *schema.Entry, left []form.Dropped, first bool) {
	for i := range e.Suppressions {
		if s := &e.Suppressions[i]; s.WholeFile && !first {
			n.note(e.File, e.Source, s, "it is about the whole file, but stands behind the first entry")
		}
	}
	for _, l := range left {
		n.note(e.File, e.Source, l.Suppression, l.Why)
	}
}

// file reports the suppressions behind the last entry.
func (n notes) file(f *schema.File) {
	for i := range f.Suppressions {
		n.note(f, f.Head, &f.Suppressions[i], "no entry follows it")
	}
}

func (n notes) note(f *schema.File, source *schema.Source, s *schema.Suppression, why string) {
	if n.report == nil {
		return
	}
	if s.Source != nil {
		source = s.Source
	}
	path, at := f.Path, ""
	if source != nil {
		path = source.FileAt(s.At, f).Path
		at = placed(source.Span(s.At))
	}
	n.report(fmt.Sprintf("%s%s: the request to ignore %s is not carried over: %s", path, at, strings.Join(s.Rules, ", "), why))
}

// placed returns a place as it follows the name of its file.
func placed(s schema.Span) string {
	switch {
	case s.Cell != "":
		return ":" + s.Cell
	case s.Start.Line > 0:
		return fmt.Sprintf(":%d:%d", s.Start.Line, s.Start.Column)
	}
	return ""
}
