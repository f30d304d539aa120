package report

import (
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/schema"
)

// placeOf returns a place inside a file as people read it: "7:12", "Sheet!B7", or
// nothing where the file as a whole is meant.
func placeOf(s schema.Span) string {
	switch {
	case s.Cell != "":
		return s.Cell
	case s.Start.Line > 0:
		return fmt.Sprintf("%d:%d", s.Start.Line, s.Start.Column)
	}
	return ""
}

// hasLines reports whether a place can be given in lines and columns.
func hasLines(s schema.Span) bool { return s.Cell == "" && s.Start.Line > 0 }

// oneLine reports whether a place begins and ends on the same line.
func oneLine(s schema.Span) bool { return hasLines(s) && s.Start.Line == s.End.Line }

// markedText returns the part of the snippet that a violation is about.
func markedText(v *finding.Finding) string { return v.Snippet.Text[v.Snippet.From:v.Snippet.To] }

// hasWholeSnippet reports whether the snippet holds all of the place, and the file's
// bytes are those of the snippet.
func hasWholeSnippet(v *finding.Finding) bool {
	return oneLine(v.Span) && int64(v.Snippet.To-v.Snippet.From) == v.Span.End.Offset-v.Span.Start.Offset
}

// editInSnippet returns the bytes of a violation's snippet that an edit replaces.
// Edits that reach over lines or into other files have none.
func editInSnippet(v *finding.Finding, e finding.Edit) (from, to int, ok bool) {
	if e.File != v.File || !hasWholeSnippet(v) {
		return 0, 0, false
	}
	s := v.Snippet
	from = s.From + int(e.Start-v.Span.Start.Offset)
	to = s.From + int(e.End-v.Span.Start.Offset)
	if from < 0 || to < from || to > len(s.Text) {
		return 0, 0, false
	}
	if outside := from < s.From || to > s.To; outside && !ascii(s.Text[min(from, s.From):max(to, s.To)]) {
		return 0, 0, false // in another encoding the bytes would not agree
	}
	return from, to, true
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// columnAt returns the column, in code points, of byte at of a violation's snippet.
func columnAt(v *finding.Finding, at int) int {
	from := v.Snippet.From
	if at < from {
		return v.Span.Start.Column - utf8.RuneCountInString(v.Snippet.Text[at:from])
	}
	return v.Span.Start.Column + utf8.RuneCountInString(v.Snippet.Text[from:at])
}

// byteColumns reports whether columns in bytes can be counted: only where the
// snippet begins where its line does.
func byteColumns(v *finding.Finding) bool {
	return oneLine(v.Span) && utf8.RuneCountInString(v.Snippet.Text[:v.Snippet.From]) == v.Span.Start.Column-1
}

// inRoot returns a file's path from the root of the repository, if it lies there.
func (d *Data) inRoot(file string) (string, bool) {
	if path.IsAbs(file) || filepath.IsAbs(file) {
		if d.Root == "" {
			return file, false
		}
	} else {
		if d.Root == "" {
			return path.Clean(file), true
		}
		file = path.Join(filepath.ToSlash(d.Dir), file)
	}
	rel, err := filepath.Rel(d.Root, filepath.FromSlash(file))
	if err != nil || !filepath.IsLocal(rel) {
		return filepath.ToSlash(file), false
	}
	return filepath.ToSlash(rel), true
}

// uri returns a file's path as a URI, from the root of the repository if it lies
// there, otherwise absolute.
func (d *Data) uri(file string) (uri string, relative bool) {
	p, relative := d.inRoot(file)
	if relative {
		return (&url.URL{Path: p}).String(), true
	}
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/reports becomes file:///C:/reports
	}
	return (&url.URL{Scheme: "file", Path: p}).String(), false
}
