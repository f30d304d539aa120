package suppress

import (
	"cmp"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// maxSnippet is how much is kept of the line of a comment, in code
// points: there may be many, and all in one line.
const maxSnippet = 200

// Comment returns the suppression of a comment in an entry, or in a file outside
// of its entries: then e is nil. It keeps nothing else of the entry.
func (r *Resolver) Comment(f *schema.File, e *schema.Entry, c *schema.Suppression) *Suppression {
	s := lint.Suppression{Rules: c.Rules, Reason: c.Reason, Until: c.Until, File: f.Path}
	p := scope{wholeFile: c.WholeFile}
	source := f.Head
	if e != nil {
		s.Entry = strings.Clone(excerpt.EntryName(e.Identifier.Value))
		source = e.Source
		p.within, p.entryStart = c.Scope, source.Span(schema.Range{}).Start.Offset
		about := c.Scope
		if !about.Known() && len(source.Parts) == 0 {
			about = schema.Range{End: int32(len(source.Text))}
		}
		if about.Known() {
			span := source.Span(about)
			p.start, p.end = span.Start.Offset, span.End.Offset
		}
	}
	if c.Source != nil {
		source = c.Source
	}
	if source != nil {
		if s.File = source.FileAt(c.At, f).Path; s.File != f.Path {
			s.Home = f.Path
		}
		s.Span = source.Span(c.At)
		line, from, to := source.Line(c.At)
		s.Snippet = excerpt.Snippet{Text: line, From: from, To: to}.Narrow(maxSnippet)
		s.Snippet.Text = strings.Clone(s.Snippet.Text)
	}
	comment := r.New(s)
	comment.About, comment.scope = s.File, p
	return comment
}

// apply suppresses a finding by those of the comments that match it, of which all
// are used. The first reason that is given is kept.
func apply(v *finding.Finding, comments ...*Suppression) {
	for _, s := range comments {
		if s.suppress(v) && (v.SuppressedBy == nil || v.SuppressedBy.Reason == "") {
			v.SuppressedBy = s.cause()
		}
	}
}

// ApplyInEntry suppresses a finding in the entry at hand by those of the entry's
// comments that are about its place. The place of findings that were only counted
// is unknown, so that only comments on the whole entry match them.
func ApplyInEntry(v *finding.Finding, comments []*Suppression) {
	for _, s := range comments {
		inScope := v.More == 0 && v.At.Start >= s.within.Start && v.At.Start < s.within.End
		if !s.wholeFile && (inScope || !s.within.Known()) {
			apply(v, s)
		}
	}
}

// Comments are the suppressions in one file. The zero Comments is
// empty.
type Comments struct {
	All       []*Suppression
	wholeFile []*Suppression
	byStart   []*Suppression // All by where their entries start; made when it is needed
}

// Add adds the comments of an entry, or of the file outside of its entries. Those
// on the whole file have to be before the first entry.
func (c *Comments) Add(comments []*Suppression, beforeEntries bool) {
	for _, s := range comments {
		s.Misplaced = s.wholeFile && !beforeEntries
		if s.wholeFile && beforeEntries {
			c.wholeFile = append(c.wholeFile, s)
		}
	}
	c.All = append(c.All, comments...)
}

// ApplyWholeFile suppresses a finding by comments on the whole file.
func (c *Comments) ApplyWholeFile(v *finding.Finding) { apply(v, c.wholeFile...) }

// ApplyDeferred suppresses a finding in an entry that is released, by the comments
// in it. All comments must have been added.
func (c *Comments) ApplyDeferred(v *finding.Finding) {
	byStart := func(s *Suppression, start int64) int { return cmp.Compare(s.entryStart, start) }
	if c.byStart == nil {
		c.byStart = slices.Clone(c.All)
		slices.SortStableFunc(c.byStart, func(s, t *Suppression) int { return byStart(s, t.entryStart) })
	}
	at := v.Span.Start.Offset
	first, _ := slices.BinarySearchFunc(c.byStart, v.EntryStart, byStart)
	for _, s := range c.byStart[first:] {
		if s.entryStart != v.EntryStart {
			return
		}
		inScope := s.start == s.end || s.About == v.File && at >= s.start && at < s.end
		if s.Entry == v.Entry && !s.wholeFile && inScope {
			apply(v, s)
		}
	}
}
