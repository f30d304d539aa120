package lint

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/schema"
)

// Pass is what a rule sees of a run: the entry or file at hand, and where to
// report. One pass serves one rule on one goroutine.
type Pass struct {
	Rule  *Rule
	File  *schema.File
	Entry *schema.Entry // nil in EachFile and Judge, and for an entry that is gone
	Node  schema.Node   // the node at hand in Each and Pair; of what is gone, the one that held it
	Env   *Environment

	// Earlier is the entry as it was in the earlier submission, and Match how it
	// was recognised; only in Pair.
	Earlier *schema.Entry
	Match   Match

	// Options is the rule's Options as configured, of the same type.
	Options any
	// InFile returns the severity that the configuration gives the rule in a
	// file, 0 = none, and whether the rule is on there; nil = on with none.
	InFile func(path string) (severity Severity, on bool)
	// Wanted reports whether a violation of the entry or file at hand is to be
	// delivered, before it is resolved for reports; nil = all are.
	Wanted func(*Violation) bool
	// Deliver takes what is reported, Fail what kept a report from being made.
	Deliver func(Violation)
	Fail    func(error)
	// Keeper serves Keep and ReportAt.
	Keeper *Keeper
	// Quiet hears of what is reported; nil = nobody asks.
	Quiet *Quiet
}

// Options are the options of the pass's rule.
func Options[T any](p *Pass) *T { return p.Options.(*T) }

// Report reports a violation in the entry (or file) at hand. Its At says where;
// an unknown place becomes the entry's identifier or start tag.
func (p *Pass) Report(v Violation) {
	source := v.Source
	if source == nil {
		source = p.source()
	}
	if p.Entry != nil && !v.At.Known() {
		v.At = p.Entry.Place()
	}
	p.place(&v, source)
	if v.Node == nil {
		v.Node = p.Node
	}
	p.Unsettled()
	if !p.setSeverity(&v) || p.Wanted != nil && !p.Wanted(&v) {
		return
	}
	for i := range v.Related {
		p.locate(source, &v.Related[i])
	}
	if source != nil {
		v.Span = source.Span(v.At)
		v.Snippet = p.snippet(source, v)
		if !source.Editable(v.At) {
			v.Hint, v.Fixes = advice(v), nil
		}
		v.Fixes = p.writable(source, v.Fixes)
	}
	if v.Node != nil {
		v.Span.Pointer = v.Node.Path()
	} else if p.Entry != nil {
		v.Span.Pointer = p.Entry.Path()
	}
	if p.Entry != nil {
		v.Entry = clean(p.Entry.Identifier.Value)
		if v.Field == "" {
			v.Field = schema.FieldOf(p.Entry, v.Node, v.At)
		}
	}
	if p.Entry == nil && p.Earlier != nil {
		v.Entry = clean(p.Earlier.Identifier.Value)
	}
	p.finish(v, key(source, v.At))
}

// place names the file that a violation stands in. An entry that is brought
// together from several files has a home in one of them.
func (p *Pass) place(v *Violation, source *schema.Source) {
	v.File = source.FileAt(v.At, p.File).Path
	if v.File != p.File.Path {
		v.Home = p.File.Path
	}
}

// snippet is the line around a violation: of the narrative as it reads, where
// it is about a narrative, else of the file.
func (p *Pass) snippet(source *schema.Source, v Violation) Snippet {
	if n, ok := v.Node.(*schema.Narrative); ok && v.At.Start >= n.At.Start && v.At.End <= n.At.End {
		from, to := source.Decoded(n.Text, v.At)
		return lineOf(n.Value, from, to)
	}
	line, from, to := source.Line(v.At)
	return Snippet{line, from, to}
}

func (p *Pass) source() *schema.Source {
	if p.Entry != nil {
		return p.Entry.Source
	}
	return p.File.Head
}

func (p *Pass) locate(source *schema.Source, r *Related) {
	file := p.File
	if r.Earlier {
		source, file = p.Earlier.Source, p.Earlier.File
	}
	if r.File == "" {
		r.File = source.FileAt(r.At, file).Path
	}
	if r.At.Known() && source != nil {
		r.Span = source.Span(r.At)
	}
}

// advice is what is said in place of a fix that can't be made: the hint, or what
// the first fix would do.
func advice(v Violation) string {
	if v.Hint == "" && len(v.Fixes) > 0 {
		return v.Fixes[0].Title
	}
	return v.Hint
}

// writable puts the edits of fixes into the file's own terms, and leaves out
// the fixes that can't be written into it.
func (p *Pass) writable(source *schema.Source, fixes []Fix) []Fix {
	var kept []Fix
	for _, f := range fixes {
		if p.locateEdits(source, f.Edits) {
			kept = append(kept, f)
		}
	}
	return kept
}

func (p *Pass) locateEdits(source *schema.Source, edits []Edit) bool {
	for i := range edits {
		e := &edits[i]
		file := source.FileAt(e.At, p.File)
		var ok bool
		if !source.Editable(e.At) {
			return false
		}
		if e.Text, ok = written(file.Format, source, *e); !ok {
			return false
		}
		span := source.Span(e.At)
		e.File, e.Text = file.Path, strings.Clone(e.Text)
		e.Start, e.End = span.Start.Offset, span.End.Offset
	}
	return true
}

// key is the normalised text at a place: what a fingerprint is made of.
func key(source *schema.Source, at schema.Range) string {
	if source == nil {
		return ""
	}
	return normal(source.At(at))
}

func normal(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// finish adds what every violation carries and delivers it.
func (p *Pass) finish(v Violation, key string) {
	v.Rule = p.Rule.ID
	if v.Refs == nil {
		v.Refs = []string{}
	}
	if v.Related == nil {
		v.Related = []Related{}
	}
	if v.Fixes == nil {
		v.Fixes = []Fix{}
	}
	v.shorten()
	// What is kept of the violation must not hold on to the entry.
	v.Node, v.Source = nil, nil
	v.Snippet = narrow(v.Snippet, snippetWidth)
	v.Snippet.Text = strings.Clone(v.Snippet.Text)
	v.Excerpt = Excerpt(v.Snippet, excerptWidth)
	if v.Change != nil {
		key += "\x00" + normal(v.Change.Before) // what is gone has no place of its own
		v.Change.Before, v.Change.After = strings.Clone(v.Change.Before), strings.Clone(v.Change.After)
	}
	v.Fingerprint = fingerprint(v.Rule, v.Entry, v.Field, key)
	if v.More > 0 {
		v.Fingerprint = v.overflowFingerprint()
	}
	v.Entry = strings.Clone(EntryName(v.Entry)) // the fingerprint is of the whole
	p.Deliver(v)
}

// setSeverity sets the severity of a violation, once for good: the configured
// one of its file, else the one that the rule gives it, else the rule's. It
// reports whether the rule is on in the file. What was not read is no success,
// whatever is configured.
func (p *Pass) setSeverity(v *Violation) (on bool) {
	configured, on := Severity(0), true
	if p.InFile != nil {
		configured, on = p.InFile(v.File)
	}
	if v.Unread {
		configured, on = Error, true
	}
	v.Severity = cmp.Or(configured, v.Severity, p.Rule.Severity)
	return on
}

func fingerprint(parts ...string) string {
	h := fnv.New64a()
	for _, part := range parts {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return fmt.Sprintf("%012x", h.Sum64()&0xffffffffffff)
}

// clean makes a value fit to stand in a report as a name.
func clean(s string) string {
	return strings.TrimFunc(s, unicode.IsSpace)
}
