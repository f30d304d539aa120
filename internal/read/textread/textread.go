// Package textread reads portal text: the outcome pages of an organisation's
// results portal, copied as plain text. Each entry is a line
// "outcome <identifier>", then a line with the statement, then the narrative.
// Other words for an outcome, bullets, numbers, marks of Markdown and the like may
// stand before the identifier, or nothing at all.
package textread

import (
	"bufio"
	"errors"
	"io"
	"regexp"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Options configure how a text is read.
type Options struct {
	Identifier *regexp.Regexp // of the organisation's own scheme; nil = none is known

	Base       schema.Position // of the text in its file
	EncodedLen func(string) int64

	// Part reports that the text is a part of a file which may have its entries
	// elsewhere.
	Part   bool
	Behind string // what ends where it begins; "" at the beginning of the file

	// Prepare is called for the text of each block; nil = nothing is to be done.
	Prepare func(*schema.Source)

	// Tables are stretches of the text, in order, that hold tables, which others read. No
	// entry begins there.
	Tables []Stretch
}

// Stretch is a stretch of a file, in bytes.
type Stretch struct{ From, To int64 }

// Reader streams the entries of one portal text.
type Reader struct {
	in      *bufio.Reader
	file    *schema.File
	options Options
	scheme  scheme
	base    schema.Position // where the block at hand begins
	begun   bool
	done    bool

	next   []byte // first lines of the next block, already read
	peeked []byte // a line behind those

	pending []schema.Suppression // before the first entry
	size    int                  // of the block read last
	loose   *schema.Entry        // text that belongs to no entry, to be returned
}

// New returns a reader of UTF-8 from r.
func New(r io.Reader, file *schema.File, o Options) *Reader {
	return &Reader{in: bufio.NewReaderSize(r, 64<<10), file: file, options: o, scheme: scheme{o.Identifier}, base: o.Base}
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
	if !r.begun {
		r.begun = true
		head, err := r.block()
		if err != nil {
			return nil, err
		}
		if r.file.Head == nil {
			r.file.Head = head
		}
		r.pending = headSuppressions(head)
		if r.done && !r.options.Part {
			r.noEntries(head)
		} else {
			r.stray(head)
		}
	}
	if e := r.loose; e != nil {
		r.loose = nil
		return func() *schema.Entry { return e }, nil
	}
	if r.done {
		r.file.Suppressions, r.pending = append(r.file.Suppressions, r.pending...), nil
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
		e := r.parse(source, index)
		e.Suppressions = append(above, e.Suppressions...)
		return e
	}, nil
}

// block collects the lines up to those that begin the next entry.
func (r *Reader) block() (*schema.Source, error) {
	text, before := r.next, ""
	r.next = nil
	heads := len(text)
	current, _ := r.scheme.headOf(string(text))
	var held []byte // a label, and blank lines below it
	for {
		line, err := r.line()
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		content := string(line)
		h, reads := heading{}, prose
		if !r.inTable(r.base.Offset + int64(len(text)+len(held))) {
			h, reads = r.scheme.header(content, before)
		}
		switch {
		case held != nil && blank(content) && err == nil:
			held = append(held, line...)
			continue
		case held != nil && reads == begins && (h.bare || !exact(string(held))):
			held = append(held, line...)
			r.next = held
		case held != nil && exact(string(held)):
			r.next, r.peeked = held, line
		case reads == begins && h.bare && blank(string(text[heads:])) && current.numbered(string(text)):
			text = append(text, line...)
			heads = len(text)
			current, _ = r.scheme.headOf(string(text))
		case reads == begins && h.bare && blank(string(text[heads:])) && repeats(string(text), current, content, h):
			text = append(text, line...)
		case reads == begins:
			text = append(text, held...)
			r.next = line
		case reads == announces:
			text = append(text, held...)
			held = line
			continue
		default:
			text = append(append(text, held...), line...)
		}
		held = nil
		if r.next != nil {
			break
		}
		if err != nil {
			r.done = true
			break
		}
		if !blank(content) {
			before = content
		}
	}
	source := &schema.Source{Text: string(text), Base: r.base, EncodedLen: r.options.EncodedLen}
	if r.options.Prepare != nil {
		defer r.options.Prepare(source)
	}
	r.base = source.Span(schema.Range{Start: 0, End: int32(len(text))}).End
	r.file.Bytes = r.base.Offset
	return source, nil
}

// line reads a line with its end.
func (r *Reader) line() ([]byte, error) {
	if line := r.peeked; line != nil {
		r.peeked = nil
		return line, nil
	}
	return r.in.ReadBytes('\n')
}

func textAt(text string, at schema.Range) schema.Text {
	if !at.Known() {
		return schema.Text{}
	}
	return schema.Text{Value: text[at.Start:at.End], At: at}
}

func narrated(e *schema.Entry, name string, t schema.Text) *schema.Prose {
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

// blank reports whether nothing can be seen of a line.
func blank(line string) bool {
	return strings.TrimFunc(line, func(r rune) bool { return isSpace(r) || invisible(r) }) == ""
}

// exact reports whether a line is the word for an entry as portals write it, so that
// an entry without an identifier begins there.
func exact(line string) bool {
	switch schema.EntryKind(strings.TrimSpace(line)) {
	case schema.OutcomeEntry, schema.OutputEntry, schema.IndicatorEntry:
		return true
	}
	return false
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
