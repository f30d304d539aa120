package convert

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// notes tell of what is not written: requests to ignore something.
type notes struct{ tell func(note string) }

// ofFile is what is asked of the whole file: it stands above the first entry.
func ofFile(first *schema.Entry) []schema.Suppression {
	most := min(len(first.Suppressions), first.Limits().Ignores)
	return slices.DeleteFunc(slices.Clone(first.Suppressions[:most]), func(s schema.Suppression) bool { return !s.WholeFile })
}

// entry tells of what an entry asks and the form can't say.
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

// file tells of what is asked behind the last entry.
func (n notes) file(f *schema.File) {
	for i := range f.Suppressions {
		n.note(f, f.Head, &f.Suppressions[i], "no entry follows it")
	}
}

func (n notes) note(f *schema.File, source *schema.Source, s *schema.Suppression, why string) {
	if n.tell == nil {
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
	n.tell(fmt.Sprintf("%s%s: the request to ignore %s is not carried over: %s", path, at, strings.Join(s.Rules, ", "), why))
}

// placed is a place behind the name of its file.
func placed(s schema.Span) string {
	switch {
	case s.Cell != "":
		return ":" + s.Cell
	case s.Start.Line > 0:
		return fmt.Sprintf(":%d:%d", s.Start.Line, s.Start.Column)
	}
	return ""
}
