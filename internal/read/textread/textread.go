// Package textread reads portal text: the outcome pages of an organisation's
// results portal, copied as plain text. Each entry is a line
// "outcome <identifier>", then a line with the statement, then the narrative.
package textread

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// Reader streams the entries of one portal text.
type Reader struct {
	in   *bufio.Reader
	file *schema.File
	base schema.Position // where the block at hand begins
	next []byte          // header line of the next block, already read
	done bool

	pending []schema.Suppression // before the first entry
	size    int                  // of the block read last

	encodedLen func(string) int64
}

// New returns a reader of UTF-8 from r.
func New(r io.Reader, file *schema.File, o form.Options) *Reader {
	return &Reader{
		in:         bufio.NewReaderSize(r, 64<<10),
		file:       file,
		base:       schema.Position{Line: 1, Column: 1, Offset: o.Start},
		encodedLen: o.EncodedLen,
	}
}

// File describes what was read.
func (r *Reader) File() *schema.File { return r.file }

// Close releases the input, which the caller owns, and its buffer: what
// reads blocks again outlives them.
func (r *Reader) Close() error {
	r.done, r.in = true, nil
	return nil
}

// Size returns how many bytes the block has whose job Next returned last.
func (r *Reader) Size() int { return r.size }

// Next returns the job of reading the next block, or io.EOF.
func (r *Reader) Next() (func() *schema.Entry, error) {
	if r.file.Head == nil {
		head, err := r.block()
		if err != nil {
			return nil, err
		}
		r.file.Head = head
		r.pending = headSuppressions(head)
		r.stray(head)
	}
	if r.done {
		if r.file.Entries == 0 {
			r.file.Faults = append(r.file.Faults, schema.Fault{
				Kind:    schema.NoResults,
				Message: `no line of the form "outcome <identifier>" was found, so there is no entry to check`,
			})
			r.file.Suppressions, r.pending = r.pending, nil
		}
		return nil, io.EOF
	}
	source, err := r.block()
	if err != nil {
		return nil, err
	}
	index := r.file.Entries
	r.file.Entries++
	above := r.pending
	r.pending = nil
	r.size = len(source.Text)
	return func() *schema.Entry {
		e := parse(r.file, source, index)
		e.Suppressions = append(above, e.Suppressions...)
		return e
	}, nil
}

// stray reports the lines before the first entry that are no label of a portal.
func (r *Reader) stray(head *schema.Source) {
	var first, last schema.Range
	for at := range lines(head.Text, 0) {
		line := head.At(at)
		if len(line) == 0 || chrome(line) || isSuppression(line) {
			continue
		}
		if !first.Known() {
			first = at
		}
		last = at
	}
	if !first.Known() || r.done {
		return
	}
	r.file.Faults = append(r.file.Faults, schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		At:      schema.Range{Start: first.Start, End: last.End},
		Message: "text before the first outcome belongs to no entry and is not checked",
	})
}

// block collects the lines up to the next header line.
func (r *Reader) block() (*schema.Source, error) {
	text := r.next
	r.next = nil
	for {
		line, err := r.in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if _, ok := header(string(line)); ok {
			r.next = line
			break
		}
		text = append(text, line...)
		if err != nil {
			r.done = true
			break
		}
	}
	source := &schema.Source{Text: string(text), Base: r.base, EncodedLen: r.encodedLen}
	r.base = source.Span(schema.Range{Start: 0, End: int32(len(text))}).End
	r.file.Bytes = r.base.Offset
	return source, nil
}

// parse makes an entry of a block: header, statement, narrative.
func parse(file *schema.File, source *schema.Source, index int) *schema.Entry {
	text := source.Text
	e := &schema.Entry{File: file, Source: source, Index: index, At: trim(text, schema.Range{End: int32(len(text))})}
	h, _ := header(firstLine(text))
	e.Kind = h.kind
	e.Tag = trim(text, schema.Range{End: int32(len(firstLine(text)))})
	e.Identifier = textAt(text, h.identifier)
	if h.fused.Known() {
		e.Faults = append(e.Faults, fusedFault(e, h))
	}

	var statement, narrative schema.Range
	var cuts []schema.Range // lines that are no part of the narrative
	for at := range lines(text, len(firstLine(text))) {
		line := text[at.Start:at.End]
		switch {
		case len(line) == 0:
		case isSuppression(line):
			s, _ := ignore.Comment(line)
			s.At = at
			e.Suppressions = append(e.Suppressions, s)
			cuts = append(cuts, wholeLine(text, at))
		case chrome(line):
			e.AddFault(chromeFault(at, line))
		case !statement.Known():
			statement = at
		case !narrative.Known():
			narrative = at
		default:
			narrative.End = at.End
		}
	}
	if statement.Known() {
		e.Title = prose(e, "title", textAt(text, statement))
	}
	if narrative.Known() {
		content := without(cuts, textAt(text, narrative))
		if content.Escaped {
			source.RawSpan = aroundCuts(cuts)
		}
		e.Descriptions = []*schema.Prose{prose(e, "description", content)}
	}
	return e
}

func textAt(text string, at schema.Range) schema.Text {
	if !at.Known() {
		return schema.Text{}
	}
	return schema.Text{Value: text[at.Start:at.End], At: at}
}

func prose(e *schema.Entry, name string, t schema.Text) *schema.Prose {
	p := new(schema.Prose)
	schema.Attach(p, e, name, 0, t.At)
	n := &schema.Narrative{Text: t}
	schema.Attach(n, p, "narrative", 0, t.At)
	p.Narratives = []*schema.Narrative{n}
	return p
}

func firstLine(text string) string {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return text[:i+1]
	}
	return text
}

// lines yields the places of the lines of text from an offset on, without line
// ends and surrounding white space. An empty line has an empty place.
func lines(text string, from int) func(yield func(schema.Range) bool) {
	return func(yield func(schema.Range) bool) {
		for from < len(text) {
			end := from + len(firstLine(text[from:]))
			if !yield(trim(text, schema.Range{Start: int32(from), End: int32(end)})) {
				return
			}
			from = end
		}
	}
}

// trim leaves white space out of a place at both ends.
func trim(text string, at schema.Range) schema.Range {
	raw := text[at.Start:at.End]
	left := strings.TrimLeftFunc(raw, isSpace)
	at.Start = at.End - int32(len(left))
	at.End = at.Start + int32(len(strings.TrimRightFunc(left, isSpace)))
	return at
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\r' || r == '\n' || r == '\u00a0'
}
