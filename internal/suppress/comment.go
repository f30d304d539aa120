package suppress

import (
	"sort"
	"strings"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// maxSnippet is how much is kept of the line that a comment stands in, in code
// points: there may be many, and all in one line.
const maxSnippet = 200

// Comment returns the suppression that stands in an entry, or in a file outside
// of its entries: then e is nil. It keeps nothing else of the entry.
func (r *Resolver) Comment(f *schema.File, e *schema.Entry, c *schema.Suppression) *Suppression {
	s := lint.Suppression{Rules: c.Rules, Reason: c.Reason, Until: c.Until, File: f.Path}
	p := scope{wholeFile: c.WholeFile}
	source := f.Head
	if e != nil {
		s.Entry = strings.Clone(excerpt.EntryName(e.Identifier.Value))
		source = e.Source
		p.within, p.base, p.scattered = c.Scope, source.Base.Offset, len(source.Cells)+len(source.Parts) > 0
		within := c.Scope
		if !c.Scope.Known() {
			within = schema.Range{End: int32(len(source.Text))}
		}
		if c.Scope.Known() || len(source.Parts) == 0 {
			span := source.Span(within)
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

// Apply suppresses a finding by those of the comments that match it, of which
// all are used. The first reason that is given is kept.
func Apply(v *finding.Finding, comments []*Suppression) {
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
	for i, s := range comments {
		inScope := v.More == 0 && v.At.Start >= s.within.Start && v.At.Start < s.within.End
		if !s.wholeFile && (inScope || !s.within.Known()) {
			Apply(v, comments[i:i+1])
		}
	}
}

// Comments are the suppressions that stand in one file. The zero Comments is
// empty.
type Comments struct {
	All       []*Suppression
	wholeFile []*Suppression
	entries   map[string]*entryComments // by name; made when it is needed
}

// Add adds the comments of an entry, or of the file outside of its entries. Those
// on the whole file have to stand before the first entry.
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
func (c *Comments) ApplyWholeFile(v *finding.Finding) { Apply(v, c.wholeFile) }

// ApplyDeferred suppresses a finding in an entry that is released, by the comments
// that stood in it. All comments must have been added.
func (c *Comments) ApplyDeferred(v *finding.Finding) {
	if c.entries == nil {
		c.entries = byEntry(c.All)
	}
	if e := c.entries[v.Entry]; e != nil {
		Apply(v, e.at(v.File, v.Span.Start.Offset))
	}
}

// entryComments are the comments in the entries of one name, in the order of the
// file.
type entryComments struct {
	contiguous []*Suppression
	scattered  []*Suppression
	anywhere   []*Suppression // those without a range of bytes
}

func byEntry(comments []*Suppression) map[string]*entryComments {
	entries := map[string]*entryComments{}
	for _, s := range comments {
		if s.wholeFile {
			continue
		}
		e := entries[s.Entry]
		if e == nil {
			e = &entryComments{}
			entries[s.Entry] = e
		}
		switch {
		case s.start == s.end:
			e.anywhere = append(e.anywhere, s)
		case s.scattered:
			e.scattered = append(e.scattered, s)
		default:
			e.contiguous = append(e.contiguous, s)
		}
	}
	return entries
}

// at returns the comments that are about a byte of a file: of those in contiguous
// entries, some of the last entry that begins before it.
func (e *entryComments) at(file string, offset int64) []*Suppression {
	end := sort.Search(len(e.contiguous), func(i int) bool { return e.contiguous[i].base > offset })
	start := end
	for start > 0 && e.contiguous[start-1].base == e.contiguous[end-1].base {
		start--
	}
	var about []*Suppression
	for _, list := range [][]*Suppression{e.contiguous[start:end], e.scattered} {
		for _, s := range list {
			if s.About == file && offset >= s.start && offset < s.end {
				about = append(about, s)
			}
		}
	}
	return append(about, e.anywhere...)
}
