package facts

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"strings"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/schema"
)

// Place is a place in an entry that may be released. It is small: a submission may
// have millions. What a report shows of it is read again from the file, or is
// stored with it where the format can't be read again.
type Place struct {
	entry *entryRef
	at    schema.Range
	shown *Shown
}

// entryRef identifies a released entry.
type entryRef struct {
	header
	file *schema.File
}

// header is what is encoded of an entryRef, once for all facts of the entry.
type header struct {
	Input      int
	Index      int
	Identifier string
	Span       schema.Span
}

// Shown is what a report shows of a place.
type Shown struct {
	File    string // "" = the entry's
	Field   string
	Span    schema.Span
	Snippet excerpt.Snippet
	Key     string // the normalised text
}

// File returns the path of the file of the place's entry, "" for the zero Place.
func (p Place) File() string {
	if p.entry == nil {
		return ""
	}
	return p.entry.file.Path
}

// Entry returns the identifier of the place's entry, "" for the zero Place.
func (p Place) Entry() string {
	if p.entry == nil {
		return ""
	}
	return p.entry.Identifier
}

// FileOf returns the path of the file that the place is in.
func (s *Shown) FileOf(place Place) string {
	if s.File != "" {
		return s.File
	}
	return place.File()
}

// EntryStart returns the offset of the place's entry in its file, 0 for the zero
// Place.
func EntryStart(p Place) int64 {
	if p.entry == nil {
		return 0
	}
	return p.entry.Span.Start.Offset
}

// placeCoder returns the coder of Places.
func placeCoder() coder {
	shown := coderOf(reflect.TypeFor[Shown]())
	return coder{
		func(dst []byte, v reflect.Value) []byte {
			p := v.Addr().Interface().(*Place)
			if dst = appendBool(dst, p.entry != nil); p.entry == nil {
				return dst
			}
			dst = binary.AppendUvarint(dst, uint64(p.at.Start))
			dst = binary.AppendUvarint(dst, uint64(p.at.End))
			if dst = appendBool(dst, p.shown != nil); p.shown != nil {
				dst = shown.encode(dst, reflect.ValueOf(p.shown).Elem())
			}
			return dst
		},
		func(d *decoder, v reflect.Value) {
			if d.next(1)[0] == 0 {
				return
			}
			p := v.Addr().Interface().(*Place)
			p.at = schema.Range{Start: int32(d.uint()), End: int32(d.uint())}
			if d.next(1)[0] == 1 {
				p.shown = new(Shown)
				shown.decode(d, reflect.ValueOf(p.shown).Elem())
			}
			p.entry = d.chunk.entryRef()
		},
	}
}

// Places makes Places in the current entry, and resolves them when it is released.
// It serves one goroutine.
type Places struct {
	Input int            // index of the current file
	Files []*schema.File // by index: those of the Places to resolve

	entry *schema.Entry
	ref   *entryRef
	head  []byte // the header, encoded

	headers *Codec[header]
	buffer  buffer

	reloaded    *schema.Entry // the entry read last
	reloadedRef *entryRef
}

// NewPlaces returns Places that resolves those in the files.
func NewPlaces(files []*schema.File) *Places {
	return &Places{Files: files, headers: NewCodec[header]()}
}

// setEntry makes an entry the current one.
func (p *Places) setEntry(e *schema.Entry) {
	if p.entry == e {
		return
	}
	p.entry, p.head = e, p.head[:0]
	p.ref = &entryRef{file: e.File, header: header{
		Input:      p.Input,
		Index:      e.Index,
		Identifier: strings.Clone(strings.TrimSpace(e.Identifier.Value)),
		Span:       e.Source.Span(schema.Range{End: int32(len(e.Source.Text))}),
	}}
}

// encodedHeader returns the encoded header of an entry.
func (p *Places) encodedHeader(e *schema.Entry) []byte {
	p.setEntry(e)
	if len(p.head) == 0 {
		p.head = p.headers.Append(p.head, &p.ref.header)
	}
	return p.head
}

// Keep makes a Place of a range in an entry; an unknown range is the entry's place.
func (p *Places) Keep(e *schema.Entry, at schema.Range) Place {
	if !at.Known() {
		at = e.Place()
	}
	p.setEntry(e)
	place := Place{entry: p.ref, at: at}
	if e.File.Reread == nil {
		place.shown = show(e, at)
	}
	return place
}

// Resolve returns what a report shows of a place.
func (p *Places) Resolve(place Place) (*Shown, error) {
	switch {
	case place.shown != nil:
		return place.shown, nil
	case place.entry == nil:
		return &Shown{}, nil
	}
	e, err := p.reload(place.entry)
	if err != nil {
		return &Shown{}, err
	}
	return show(e, place.at), nil
}

// reload reads an entry again.
func (p *Places) reload(ref *entryRef) (*schema.Entry, error) {
	if p.reloadedRef != nil && *p.reloadedRef == *ref {
		return p.reloaded, nil
	}
	e, err := ref.file.Reread(ref.Span, ref.Index)
	if err != nil {
		return nil, fmt.Errorf("could not read %s again: %w", ref.file.Path, err)
	}
	if e == nil || e.Unusable || strings.TrimSpace(e.Identifier.Value) != ref.Identifier {
		return nil, fmt.Errorf("could not read %s again: it changed while it was being checked", ref.file.Path)
	}
	p.reloaded, p.reloadedRef = e, ref
	return e, nil
}

// show returns what a report shows of a place, without anything of the entry's own
// text. In a narrative it is the line as it reads, elsewhere that of the file.
func show(e *schema.Entry, at schema.Range) *Shown {
	s := &Shown{Span: e.Source.Span(at), Key: strings.Clone(excerpt.Normalise(e.Source.At(at)))}
	s.Span.Pointer = e.Path()
	if file := e.Source.FileAt(at, e.File); file != e.File {
		s.File = file.Path
	}
	line, from, to := e.Source.Line(at)
	snippet := excerpt.Snippet{Text: line, From: from, To: to}
	if n := narrativeAt(e, at); n != nil {
		s.Field = schema.FieldOf(e, n, at)
		s.Span.Pointer = n.Path()
		from, to := e.Source.Decoded(n.Text, at)
		snippet = excerpt.Line(n.Value, from, to)
	}
	s.Snippet = snippet.Context()
	return s
}

// narrativeAt returns the narrative that a place lies in, nil for none.
func narrativeAt(e *schema.Entry, at schema.Range) (found *schema.Narrative) {
	schema.Walk(e, func(node schema.Node) {
		if n, ok := node.(*schema.Narrative); ok && at.Start >= n.At.Start && at.End <= n.At.End && n.At.Known() {
			found = n
		}
	})
	return found
}
