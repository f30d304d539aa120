package finding

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/facts"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Resolver is the lint.Host of one rule on one goroutine: it makes findings of what
// the rule reports.
type Resolver struct {
	// Index is what all rules of the goroutine share.
	Index *Index
	// InFile returns the severity that the configuration gives the rule in a
	// file, 0 = none, and whether the rule is on there; nil = on with none.
	InFile func(path string) (severity lint.Severity, on bool)
	// Admit reports whether a finding in the current entry or file is to be
	// delivered, before it is resolved; nil = all are.
	Admit func(*Finding) bool
	// Deliver takes what was found.
	Deliver func(*Finding)
	// OnError takes what kept a finding from being made.
	OnError func(error)
}

// Index finds places in the current entry, and in released ones.
type Index struct {
	places *facts.Places
	markup markup
}

// NewIndex returns an Index that resolves places in released entries of the files.
func NewIndex(files []*schema.File) *Index { return &Index{places: facts.NewPlaces(files)} }

// SetInput sets the number of the current file among all.
func (x *Index) SetInput(input int) { x.places.Input = input }

// Places implements lint.Host.
func (r *Resolver) Places() *facts.Places { return r.Index.places }

// Fail implements lint.Host.
func (r *Resolver) Fail(err error) { r.OnError(err) }

// Report implements lint.Host.
func (r *Resolver) Report(p *lint.Pass, v *lint.Violation) { r.report(p, v, sourceOf(p), new(Finding)) }

// ReportFault reports what a reader found. A second finding counts the faults that
// the reader did not keep.
func (r *Resolver) ReportFault(p *lint.Pass, fault *schema.Fault) {
	v := lint.Violation{At: fault.At, Message: fault.Message, Refs: fault.Refs, Hint: fault.Hint}
	for _, other := range fault.Related {
		v.Related = append(v.Related, lint.Related{At: other.At, Message: other.Message})
	}
	if fix := fault.Fix; fix != nil {
		v.Fixes = []lint.Fix{lint.Replace(fix.Title, fix.Safe, fix.At, fix.Text)}
	}
	if hint := p.Rule.Check.FaultHint; hint != nil && v.Hint == "" {
		v.Hint = hint(fault.Kind)
	}
	source := cmp.Or(fault.Source, sourceOf(p))
	r.report(p, &v, source, &Finding{Unread: fault.Unread})
	if fault.More > 0 {
		r.report(p, &v, source, &Finding{Unread: fault.Unread, More: fault.More})
	}
}

// sourceOf returns the text that a violation of a pass is in.
func sourceOf(p *lint.Pass) *schema.Source {
	if p.Entry != nil {
		return p.Entry.Source
	}
	return p.File.Head
}

// report resolves a violation in the current entry or file. An unknown place
// becomes the entry's identifier or start tag.
func (r *Resolver) report(p *lint.Pass, v *lint.Violation, source *schema.Source, f *Finding) {
	f.set(p, v)
	if p.Entry != nil && !v.At.Known() {
		f.At = p.Entry.Place()
	}
	if f.File = source.FileAt(f.At, p.File).Path; f.File != p.File.Path {
		f.Home = p.File.Path
	}
	if !r.setSeverity(p, f) || r.Admit != nil && !r.Admit(f) {
		return
	}
	node := v.Node
	if node == nil {
		node = p.Node
	}
	if f.More == 0 {
		r.addRelated(p, f, v.Related, source)
	}
	if source != nil {
		f.Span = source.Span(f.At)
		f.Snippet = snippet(source, node, f.At)
		if f.More == 0 {
			r.addFixes(p, f, v.Fixes, source)
		}
	}
	switch {
	case node != nil:
		f.Span.Pointer = node.Path()
	case p.Entry != nil:
		f.Span.Pointer = p.Entry.Path()
	}
	if p.Entry != nil {
		f.Entry = strings.TrimSpace(p.Entry.Identifier.Value)
		if f.Field == "" {
			f.Field = schema.FieldOf(p.Entry, node, f.At)
		}
	} else if p.Earlier != nil {
		f.Entry = strings.TrimSpace(p.Earlier.Identifier.Value)
	}
	key := ""
	if source != nil {
		key = excerpt.Normalise(source.At(f.At))
	}
	r.finish(f, key)
}

// ReportAt implements lint.Host.
func (r *Resolver) ReportAt(p *lint.Pass, place lint.Place, v *lint.Violation) {
	shown := r.resolve(place)
	f := &Finding{File: shown.FileOf(place), Entry: place.Entry(), EntryStart: facts.EntryStart(place), Span: shown.Span, Snippet: shown.Snippet}
	f.set(p, v)
	if f.File != place.File() {
		f.Home = place.File()
	}
	f.Field = cmp.Or(f.Field, shown.Field)
	for _, other := range v.Related {
		related := Related{Message: excerpt.Message(other.Message)}
		if other.Place != (lint.Place{}) {
			at := r.resolve(other.Place)
			related.File, related.Span = at.FileOf(other.Place), at.Span
		}
		f.Related = append(f.Related, related)
	}
	if r.setSeverity(p, f) {
		r.finish(f, shown.Key)
	}
}

func (r *Resolver) resolve(place lint.Place) *facts.Shown {
	shown, err := r.Index.places.Resolve(place)
	if err != nil {
		r.OnError(err)
	}
	return shown
}

// ReportSuppression implements lint.Host.
func (r *Resolver) ReportSuppression(p *lint.Pass, s *lint.Suppression, v *lint.Violation) {
	f := &Finding{File: s.File, Home: s.Home, Entry: s.Entry, Span: s.Span, Snippet: s.Snippet}
	f.set(p, v)
	if r.setSeverity(p, f) {
		r.finish(f, strings.Join(s.Rules, " ")+" "+s.Reason+" "+v.Message)
	}
}

// set sets what the rule says.
func (f *Finding) set(p *lint.Pass, v *lint.Violation) {
	f.Rule, f.Severity, f.At, f.Refs, f.Field = p.Rule.ID, v.Severity, v.At, v.Refs, v.Field
	f.Message, f.Hint = excerpt.Message(v.Message), excerpt.Message(v.Hint)
	if v.Change != nil {
		f.Change = &lint.Change{Before: strings.Clone(v.Change.Before), After: strings.Clone(v.Change.After), Diff: v.Change.Diff}
	}
}

// setSeverity sets the severity of a finding, once for good: the configured one of
// its file, else the one that the rule gives it, else the rule's. It reports whether
// the rule is on in the file. What was not read is no success, whatever is
// configured.
func (r *Resolver) setSeverity(p *lint.Pass, f *Finding) (on bool) {
	configured, on := lint.Severity(0), true
	if r.InFile != nil {
		configured, on = r.InFile(f.File)
	}
	if f.Unread {
		configured, on = lint.Error, true
	}
	f.Severity = cmp.Or(configured, f.Severity, p.Rule.Severity)
	return on
}

// snippet returns the line around a place: of the narrative as it reads, if it is
// in one, else of the file.
func snippet(source *schema.Source, node schema.Node, at schema.Range) excerpt.Snippet {
	if n, ok := node.(*schema.Narrative); ok && at.Start >= n.At.Start && at.End <= n.At.End {
		from, to := source.Decoded(n.Text, at)
		return excerpt.Line(n.Value, from, to)
	}
	line, from, to := source.Line(at)
	return excerpt.Snippet{Text: line, From: from, To: to}
}

func (r *Resolver) addRelated(p *lint.Pass, f *Finding, list []lint.Related, source *schema.Source) {
	for _, other := range list {
		source, file := source, p.File
		if other.Earlier {
			source, file = p.Earlier.Source, p.Earlier.File
		}
		related := Related{File: source.FileAt(other.At, file).Path, Message: excerpt.Message(other.Message)}
		if other.At.Known() && source != nil {
			related.Span = source.Span(other.At)
		}
		f.Related = append(f.Related, related)
	}
}

// addFixes adds those of the fixes that can be written into the file. Where none
// can be, because the file can't be edited there, the first one's title is the hint.
func (r *Resolver) addFixes(p *lint.Pass, f *Finding, fixes []lint.Fix, source *schema.Source) {
	if !source.Editable(f.At) {
		if len(fixes) > 0 {
			f.Hint = cmp.Or(f.Hint, excerpt.Message(fixes[0].Title))
		}
		return
	}
	for _, fix := range fixes {
		if edits, ok := r.edits(p, source, fix.Edits); ok {
			f.Fixes = append(f.Fixes, Fix{excerpt.Message(fix.Title), fix.Safe, edits})
		}
	}
}

// edits resolves edits, and reports whether all of them can be written.
func (r *Resolver) edits(p *lint.Pass, source *schema.Source, list []lint.Edit) (edits []Edit, ok bool) {
	edits = make([]Edit, 0, len(list))
	for _, e := range list {
		if !source.Editable(e.At) {
			return nil, false
		}
		file := source.FileAt(e.At, p.File)
		text, ok := written(&r.Index.markup, file.Format, source, e)
		if !ok {
			return nil, false
		}
		span := source.Span(e.At)
		edit := Edit{File: file.Path, Start: span.Start.Offset, End: span.End.Offset, Text: strings.Clone(text)}
		if file.Format == schema.XML && !r.Index.markup.at(source, int(e.At.Start)).cdata {
			edit.ASCII = references(text)
		}
		edits = append(edits, edit)
	}
	return edits, true
}

// finish adds what every finding has, and delivers it. key is the normalised text
// at its place.
func (r *Resolver) finish(f *Finding, key string) {
	f.Refs, f.Related, f.Fixes = notNil(f.Refs), notNil(f.Related), notNil(f.Fixes)
	f.Snippet = f.Snippet.Context()
	f.Excerpt = f.Snippet.Excerpt()
	if f.Change != nil {
		key += "\x00" + excerpt.Normalise(f.Change.Before) // what is gone has no place
	}
	f.Fingerprint = fingerprint(f.Rule, f.Entry, f.Field, key)
	if f.More > 0 {
		f.Fingerprint = f.overflowFingerprint()
	}
	f.Entry = strings.Clone(excerpt.EntryName(f.Entry)) // the fingerprint is of the whole
	r.Deliver(f)
}

// notNil returns an empty list for nil: reports list it so.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func fingerprint(parts ...string) string {
	h := fnv.New64a()
	for _, part := range parts {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return fmt.Sprintf("%012x", h.Sum64()&0xffffffffffff)
}
