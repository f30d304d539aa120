// Package yamlread reads submissions in YAML: the form that
// schema/submission.schema.json describes, as JSON has it. A text counts as it is
// written, with or without quotes: no is a language and no truth value, and
// 2024-01-01 a text in the form of a date. Only null, ~ and nothing at all say
// that there is no value.
//
// YAML can only be understood as a whole, so a file is held in memory; maxFile
// is how large it may be.
package yamlread

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// How large a file may be: the parser takes some 250 bytes for each value, and all in all a file takes thirty times its size.
const (
	maxFile   = 64 << 20
	maxValues = 8 << 20
)

// Reader streams the entries of one file.
type Reader struct {
	in      io.Reader
	file    *schema.File
	options form.Options

	text      string
	documents *documents // nil before the first call of Next
	queue     []placed   // entries of the document at hand
	version   schema.Text
	pending   []schema.Suppression // before the next entry
	entries   *cursor
	faults    *cursor
}

// placed is an entry and its text: with the comments before it, and the one
// behind it on its last line.
type placed struct {
	node       *node
	pointer    string
	start, end int32
}

// New reads UTF-8 from in.
func New(in io.Reader, file *schema.File, o form.Options) *Reader {
	return &Reader{in: in, file: file, options: o}
}

// File describes what was read.
func (r *Reader) File() *schema.File { return r.file }

// Next returns the job of reading the next entry, or io.EOF.
func (r *Reader) Next() (func() *schema.Entry, error) {
	if r.documents == nil {
		if err := r.load(); err != nil {
			return nil, err
		}
	}
	for len(r.queue) == 0 {
		root, fault, err := r.documents.next()
		switch {
		case errors.Is(err, io.EOF):
			r.finish()
			return nil, io.EOF
		case err != nil:
			return nil, fmt.Errorf("could not read %s: %w", r.file.Path, err)
		case fault != nil:
			r.fault(*fault)
		default:
			r.open(root)
		}
	}
	next := r.queue[0]
	r.queue[0] = placed{} // its nodes go with the entry
	r.queue = r.queue[1:]
	return r.job(next), nil
}

// load reads the whole file.
func (r *Reader) load() error {
	text, err := io.ReadAll(io.LimitReader(r.in, maxFile+1))
	if err != nil {
		return err
	}
	r.text = string(text)
	whole := &schema.Source{Text: r.text, Base: schema.Position{Line: 1, Column: 1, Offset: r.options.Start}, EncodedLen: r.options.EncodedLen}
	r.entries, r.faults = newCursor(whole), newCursor(whole)
	r.documents = newDocuments(r.text)
	if f, tooLarge := oversized(r.text); tooLarge {
		r.documents = newDocuments("")
		r.fault(f)
	}
	return nil
}

// oversized returns the fault of a file that would not fit into memory.
func oversized(text string) (schema.Fault, bool) {
	f := schema.Fault{
		Kind: schema.TooLarge, Unread: true, At: schema.Range{End: 1}, Hint: "split it, or convert it to JSON, which is read piece by piece",
		Message: fmt.Sprintf("the file is larger than %d MB, more than is read as YAML", maxFile>>20),
	}
	if len(text) > maxFile {
		return f, true
	}
	values := 0
	for _, sign := range []string{"\n", ",", ":", "[", "{"} {
		values += strings.Count(text, sign)
	}
	f.Message = "the file holds more than eight million values, more than is read as YAML"
	return f, values > maxValues
}

// open finds the entries of a document.
func (r *Reader) open(n *node) {
	if n.kind == form.Null {
		return
	}
	c := &converter{raw: map[int32][]segment{}, nodes: map[*form.Value]*node{}}
	// Four levels: iati-activities, iati-activity, the entry, its keys.
	root := form.ReadRoot(c.value(n, 4))
	if !r.version.Present() {
		r.version = root.Version
		r.file.Version = root.Version
	}
	from := n.whole.Start
	for _, e := range root.Entries {
		entry := c.nodes[e.Value]
		p := placed{node: entry, pointer: e.Pointer, start: entry.whole.Start, end: behindComment(r.text, entry.whole.End)}
		if len(r.queue) > 0 {
			p.start = min(p.start, from)
		}
		from = max(from, p.end)
		r.queue = append(r.queue, p)
	}
	r.addSuppressions(n, root.Suppressions)
	r.head(root.Version.At)
	for _, f := range append(root.Faults, c.faults...) {
		if !r.inEntry(f.At) {
			r.fault(f)
		}
	}
}

// inEntry reports whether a place is within an entry of the queue, whose own reading
// reports the fault.
func (r *Reader) inEntry(at schema.Range) bool {
	i, exact := slices.BinarySearchFunc(r.queue, at.Start, func(p placed, start int32) int { return int(p.node.whole.Start - start) })
	return exact || i > 0 && at.Start < r.queue[i-1].node.whole.End
}

// head sets the head of the file: the text before the first entry, with the version.
func (r *Reader) head(version schema.Range) {
	if r.file.Head != nil {
		return
	}
	end := version.End
	if len(r.queue) > 0 {
		end = max(end, r.queue[0].start)
	}
	r.file.Head = r.entries.whole.Stretch(r.text[:end], r.entries.whole.Base)
}

// job returns the reading of one entry, on any goroutine.
func (r *Reader) job(p placed) func() *schema.Entry {
	parts := pieces(p)
	source := r.entries.join(parts)
	e := &schema.Entry{File: r.file, Source: source, Index: r.file.Entries, Pointer: p.pointer}
	r.file.Entries++
	above := r.pending
	r.pending = nil
	o := r.options
	if r.version.Present() {
		o.Version = r.version.Value
	}
	return func() *schema.Entry {
		c := &converter{pieces: parts, raw: map[int32][]segment{}}
		source.RawSpan = c.rawSpan
		v := c.value(p.node, all)
		if p.pointer == "" { // the entry is the document
			v.Members = slices.DeleteFunc(v.Members, func(m form.Member) bool { return form.HoldsAnchors(m.Key) })
		}
		e.Faults = c.faults
		e.Suppressions = slices.Concat(above, entrySuppressions(source.Text, v))
		form.Build(e, v, o)
		return e
	}
}

// fault reports a fault of the file, whose places are those of the text.
func (r *Reader) fault(f schema.Fault) {
	start, end := f.At.Start, f.At.End
	for i := range f.Related {
		start, end = min(start, f.Related[i].At.Start), max(end, f.Related[i].At.End)
	}
	start, end = r.wholeLines(start, end)
	f.Source = r.faults.cut(schema.Range{Start: start, End: end})
	move := func(at schema.Range) schema.Range { return schema.Range{Start: at.Start - start, End: at.End - start} }
	f.At = move(f.At)
	f.Related = slices.Clone(f.Related)
	for i := range f.Related {
		f.Related[i].At = move(f.Related[i].At)
	}
	r.file.AddFault(f)
}

// wholeLines widens a place to the lines that it is in.
func (r *Reader) wholeLines(start, end int32) (int32, int32) {
	size := int32(len(r.text))
	start, end = min(start, size), min(end, size)
	start = int32(strings.LastIndexByte(r.text[:start], '\n') + 1)
	if i := strings.IndexByte(r.text[end:], '\n'); i >= 0 {
		return start, end + int32(i)
	}
	return start, size
}

// finish makes the file complete.
func (r *Reader) finish() {
	r.head(schema.Range{})
	r.file.Suppressions, r.pending = append(r.file.Suppressions, r.pending...), nil
	if r.file.Entries == 0 && len(r.file.Faults) == 0 {
		r.fault(form.NoEntries(schema.Range{End: 1}))
	}
	rest := r.entries.rest
	r.file.Bytes = rest.Span(schema.Range{End: int32(len(rest.Text))}).End.Offset
}
