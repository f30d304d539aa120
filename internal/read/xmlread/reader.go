// Package xmlread reads IATI XML, versions 2.01 to 2.03, activity by activity:
// a splitter cuts the file at its iati-activity elements, and each is read,
// checked against the standard's structure and made an entry in one pass.
package xmlread

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"unsafe"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/rawindex"
	"github.com/iatilint/iatilint/internal/xmltoken"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
	"github.com/iatilint/iatilint/schema/iati"
)

// Reader streams the activities of one file.
type Reader struct {
	splitter  *xmltoken.Splitter
	file      *schema.File
	options   form.Options
	structure *iati.Structure
	root      *iati.Walk     // follows the document outside the activities
	at        *schema.Source // the piece that root's faults refer to
	last      *schema.Source // the piece read last
	parsers   sync.Pool
	memory    sync.Pool         // of slabs
	inside    *xmltoken.Context // what holds inside the root
	size      int               // of the activity read last
	done      bool
	pending   []schema.Suppression // before the next activity
}

// New reads UTF-8 from in.
func New(in io.Reader, file *schema.File, o form.Options) *Reader {
	r := &Reader{
		splitter: xmltoken.NewSplitter(in, xmltoken.SplitOptions{Child: activityName}),
		file:     file,
		options:  o,
		last:     &schema.Source{Base: schema.Position{Line: 1, Column: 1, Offset: o.Start}},
	}
	if r.options.Lists == nil {
		r.options.Lists = codelist.Embedded()
	}
	r.memory.New = func() any { return new(slabs) }
	r.parsers.New = func() any { return newParser(r.structure, r.options.Lists) }
	return r
}

const activityName = "iati-activity"

// File describes what was read.
func (r *Reader) File() *schema.File { return r.file }

// Close releases the input, which the caller owns, and its buffers: what
// reads activities again outlives them.
func (r *Reader) Close() error {
	r.done, r.splitter, r.root, r.at, r.last = true, nil, nil, nil, nil
	return nil
}

// Size returns how many bytes the activity has whose job Next returned last.
func (r *Reader) Size() int { return r.size }

// Next returns the job of reading the next activity, or io.EOF.
func (r *Reader) Next() (func() *schema.Entry, error) {
	for !r.done {
		piece, err := r.splitter.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, r.broken(err)
		}
		source := r.source(&piece)
		switch piece.Kind {
		case xmltoken.HeadPiece:
			r.head(&piece, source)
		case xmltoken.ChildPiece:
			r.size = len(piece.Bytes)
			return r.job(&piece, source), nil
		default:
			r.between(&piece, source)
		}
	}
	r.file.Suppressions, r.pending = append(r.file.Suppressions, r.pending...), nil
	return nil, io.EOF
}

// broken turns the splitter's error into a fault of the file, or passes on an
// error of the input. What is wrong inside a piece has been reported with the
// piece; only a piece too large to be cut out has no other place than its start.
func (r *Reader) broken(err error) error {
	var fault *xmltoken.SyntaxError
	if !errors.As(err, &fault) {
		return fmt.Errorf("could not read %s: %w", r.file.Path, err)
	}
	if r.file.Head == nil {
		r.file.Head = &schema.Source{Base: r.end()}
	}
	r.done = true
	here := fault.Shift(-fault.Offset)
	here.End, here.OpenOffset = 0, 0
	r.file.Faults = append(r.file.Faults, syntaxFault(here, &schema.Source{Base: r.end()}))
	return io.EOF
}

// source makes a Source of a piece and moves on behind it.
func (r *Reader) source(piece *xmltoken.Piece) *schema.Source {
	s := &schema.Source{
		Text:       textOf(piece.Bytes),
		EncodedLen: r.options.EncodedLen,
		RawSpan:    rawSpan(piece.Context),
	}
	if s.EncodedLen == nil {
		s.Base = schema.Position{Line: piece.Base.Line, Column: piece.Base.Column, Offset: r.options.Start + int64(piece.Base.Offset)}
		r.file.Bytes = s.Base.Offset + int64(len(s.Text))
	} else {
		s.Base = r.end()
		r.file.Bytes = s.Base.Offset + s.EncodedLen(s.Text)
	}
	r.last = s
	return s
}

// end returns where the piece read last ends.
func (r *Reader) end() schema.Position {
	return r.last.Span(schema.Range{End: int32(len(r.last.Text))}).End
}

// rawSpan maps decoded text back to its source.
func rawSpan(ctx *xmltoken.Context) func(*schema.Source, schema.Text, int, int) (int, int) {
	return func(s *schema.Source, t schema.Text, from, to int) (int, int) {
		if t.At.Len() < rawindex.LongText {
			return xmltoken.RawSpan([]byte(s.At(t.At)), t.Attribute, from, to, ctx.Entities())
		}
		index := attachment.Get(&s.Cache, t.At, func() *xmltoken.RawIndex {
			return xmltoken.NewRawIndex([]byte(s.At(t.At)), t.Attribute, ctx.Entities())
		})
		return index.Span(from, to)
	}
}

// head reads the root's start tag.
func (r *Reader) head(piece *xmltoken.Piece, source *schema.Source) {
	source.Text = strings.Clone(source.Text) // outlives the splitter's buffer, of which it is a small part
	r.file.Head = source
	scanner := piece.Scanner()
	for {
		kind, err := scanner.Next()
		if err != nil {
			r.fail(err, source)
			return
		}
		switch kind {
		case xmltoken.Comment:
			r.comment(scanner, source, true)
		case xmltoken.StartTag:
			p := &parser{scanner: scanner, text: source.Text}
			if r.rootElement(p, source); !r.done {
				r.startRoot(p, source)
			}
			return
		case xmltoken.EOF:
			return
		}
	}
}

// rootElement checks what the official validator checks before all else: the
// root and its version.
func (r *Reader) rootElement(p *parser, source *schema.Source) {
	name, tag := string(p.scanner.QName()), p.tag()
	r.file.Version = p.attribute("version")
	version := r.file.Version.Value
	if !r.file.Version.Present() {
		version = r.options.Version
	}
	structure, known := iati.For(version)
	switch {
	case name != "iati-activities":
		r.stop(notASubmission(name, known, tag), source)
	case !known && ofFirstStandard(version):
		r.stop(unsupported(r.file.Version, tag, ""), source)
	case !known:
		meant := meantVersion(version)
		structure, _ = iati.For(meant)
		f := unsupported(r.file.Version, tag, meant)
		f.Source = source
		r.file.AddFault(f)
	}
	r.structure = structure
}

func (r *Reader) stop(f schema.Fault, source *schema.Source) {
	f.Source = source
	r.file.AddFault(f)
	r.done = true
}

// fail reports that a piece is not well-formed, which ends the file.
func (r *Reader) fail(err error, source *schema.Source) {
	var fault *xmltoken.SyntaxError
	if errors.As(err, &fault) {
		r.file.Faults = append(r.file.Faults, syntaxFault(fault, source))
	}
	r.done = true
}

// startRoot begins the walk along the outside of the activities.
func (r *Reader) startRoot(p *parser, source *schema.Source) {
	r.at = source
	r.root = r.structure.NewWalk(func(f iati.Fault) { r.file.AddFault(structureFault(f, r.at)) })
	r.root.Lists = r.options.Lists
	w := walker{walk: r.root}
	w.start(p.scanner)
}

// between reads what stands between activities, and the end of the file.
func (r *Reader) between(piece *xmltoken.Piece, source *schema.Source) {
	r.at = source
	scanner := piece.Scanner()
	w := walker{walk: r.root}
	for {
		kind, err := scanner.Next()
		if err != nil {
			r.fail(err, source)
			return
		}
		switch kind {
		case xmltoken.StartTag:
			w.start(scanner)
		case xmltoken.EndTag:
			w.end(scanner)
		case xmltoken.Text, xmltoken.CData:
			w.text(scanner)
		case xmltoken.Comment:
			r.comment(scanner, source, false)
		case xmltoken.EOF:
			return
		}
	}
}

// job returns the reading of one activity, on any goroutine.
func (r *Reader) job(piece *xmltoken.Piece, source *schema.Source) func() *schema.Entry {
	index := r.file.Entries
	r.file.Entries++
	r.at = source
	r.root.Activity("", iati.Range{})
	bytes, context := piece.Bytes, piece.Context
	r.inside = context
	above := r.pending
	r.pending = nil
	return func() *schema.Entry { return r.parse(source, index, bytes, context, above) }
}

// parse reads an activity from its bytes. above are the suppressions before it.
func (r *Reader) parse(source *schema.Source, index int, raw []byte, ctx *xmltoken.Context, above []schema.Suppression) *schema.Entry {
	p, _ := r.parsers.Get().(*parser)
	defer r.parsers.Put(p)
	memory, _ := r.memory.Get().(*slabs)
	e := &schema.Entry{File: r.file, Source: source, Index: index, Suppressions: above, Memory: attachment.NewMemory(func() {
		memory.reset()
		r.memory.Put(memory)
	})}
	return p.parse(e, raw, ctx, memory)
}

// Reread reads an activity again from its bytes, which it keeps. It may be called
// once an activity has been handed out by Next, on any goroutine.
func (r *Reader) Reread(raw []byte, base schema.Position, index int) *schema.Entry {
	return r.parse(&schema.Source{Text: textOf(raw), Base: base, RawSpan: rawSpan(r.inside)}, index, raw, r.inside, nil)
}

// textOf is bytes as text, in place: they are ours, and nobody writes to them.
func textOf(bytes []byte) string {
	return unsafe.String(unsafe.SliceData(bytes), len(bytes)) //nolint:gosec // see above
}
