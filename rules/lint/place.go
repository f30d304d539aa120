package lint

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Place is where something stands, kept for after its entry is gone. It is
// small: a submission may have millions. What a report shows of it is read
// again from the file, or was kept where the format has no way back.
type Place struct {
	entry *entryRef
	at    schema.Range
	shown *shown
}

// entryRef names an entry after it is gone.
type entryRef struct {
	input      int
	file       *schema.File // of the input
	identifier string
	index      int
	span       schema.Span
}

// shown is what a report shows of a place.
type shown struct {
	File    string // "" = the entry's
	Field   string
	Span    schema.Span
	Snippet Snippet
	key     string
}

// File is the path of the file of the place's entry, "" of no place.
func (p Place) File() string {
	if p.entry == nil {
		return ""
	}
	return p.entry.file.Path
}

// Entry is the identifier of the place's entry, "" of no place.
func (p Place) Entry() string {
	if p.entry == nil {
		return ""
	}
	return p.entry.identifier
}

// Keeper makes places of the entry at hand and finds them again, and packs
// facts. The passes of one goroutine share one.
type Keeper struct {
	Input int            // number of the file at hand
	Files []*schema.File // by number: those of the places that are found again

	entry *schema.Entry
	ref   *entryRef
	head  []byte // the ref, packed

	packer Packer
	body   []byte
	keys   []uint64
	slab   []byte // for chunks; what is left of it

	again    *schema.Entry // the entry read last
	againRef *entryRef
}

func (k *Keeper) refOf(e *schema.Entry) *entryRef {
	if k.entry != e {
		k.entry, k.head = e, k.head[:0]
		k.ref = &entryRef{
			input:      k.Input,
			file:       e.File,
			identifier: strings.Clone(clean(e.Identifier.Value)),
			index:      e.Index,
			span:       e.Source.Span(schema.Range{End: int32(len(e.Source.Text))}),
		}
	}
	return k.ref
}

// header names an entry before its facts.
func (k *Keeper) header(e *schema.Entry) []byte {
	ref := k.refOf(e)
	if len(k.head) == 0 {
		head := Packer{text: k.head}
		ref.pack(&head)
		k.head = head.text
	}
	return k.head
}

// reread reads the entry of a place again; nil where it cannot be.
func (k *Keeper) reread(ref *entryRef) (*schema.Entry, error) {
	if k.againRef != nil && *k.againRef == *ref {
		return k.again, nil
	}
	e, err := ref.file.Reread(ref.span, ref.index)
	if err != nil {
		return nil, fmt.Errorf("could not read %s again: %w", ref.file.Path, err)
	}
	if e == nil || e.Broken || clean(e.Identifier.Value) != ref.identifier {
		return nil, fmt.Errorf("could not read %s again: it changed while it was being checked", ref.file.Path)
	}
	k.again, k.againRef = e, ref
	return e, nil
}

// Keep makes a Place of a range in the entry at hand, for facts that outlive it.
func (p *Pass) Keep(at schema.Range) Place {
	if !at.Known() {
		at = p.Entry.Place()
	}
	place := Place{entry: p.Keeper.refOf(p.Entry), at: at}
	if p.File.Reread == nil {
		place.shown = show(p.Entry, at)
	}
	return place
}

// show is what a report shows of a place, without anything of the entry's own
// text. In a narrative it is the line as it reads, elsewhere that of the file.
func show(e *schema.Entry, at schema.Range) *shown {
	s := &shown{Span: e.Source.Span(at), key: strings.Clone(key(e.Source, at))}
	s.Span.Pointer = e.Path()
	if file := e.Source.FileAt(at, e.File); file != e.File {
		s.File = file.Path
	}
	line, from, to := e.Source.Line(at)
	snippet := Snippet{line, from, to}
	if n := narrativeAt(e, at); n != nil {
		s.Field = schema.FieldOf(e, n, at)
		s.Span.Pointer = n.Path()
		from, to := e.Source.Decoded(n.Text, at)
		snippet = lineOf(n.Value, from, to)
	}
	s.Snippet = narrow(snippet, snippetWidth)
	s.Snippet.Text = strings.Clone(s.Snippet.Text)
	return s
}

// narrativeAt finds the narrative that a place lies in.
func narrativeAt(e *schema.Entry, at schema.Range) (found *schema.Narrative) {
	schema.Walk(e, func(node schema.Node) {
		if n, ok := node.(*schema.Narrative); ok && at.Start >= n.At.Start && at.End <= n.At.End && n.At.Known() {
			found = n
		}
	})
	return found
}

// resolve is what a report shows of a place that was kept.
func (p *Pass) resolve(place Place) *shown {
	switch {
	case place.shown != nil:
		return place.shown
	case place.entry == nil:
		return &shown{}
	}
	e, err := p.Keeper.reread(place.entry)
	if err != nil {
		p.Fail(err)
		return &shown{}
	}
	return show(e, place.at)
}

// fileOf is the path of the file that a kept place is in.
func (s *shown) fileOf(place Place) string {
	if s.File != "" {
		return s.File
	}
	return place.File()
}

// Line is the line of the file in which a kept place begins.
func (p *Pass) Line(place Place) int { return p.resolve(place).Span.Start.Line }

// ReportAt reports a violation at a place that was kept.
func (p *Pass) ReportAt(place Place, v Violation) {
	s := p.resolve(place)
	v.File, v.Entry, v.Span, v.Snippet = s.fileOf(place), place.Entry(), s.Span, s.Snippet
	if v.File != place.File() {
		v.Home = place.File()
	}
	if place.entry != nil {
		v.EntryStart = place.entry.span.Start.Offset
	}
	if v.Field == "" {
		v.Field = s.Field
	}
	for i := range v.Related {
		if kept := v.Related[i].kept; kept.entry != nil {
			at := p.resolve(kept)
			v.Related[i].File, v.Related[i].Span = at.fileOf(kept), at.Span
		}
	}
	if p.setSeverity(&v) {
		p.finish(v, s.key)
	}
}

// RelatedAt is a related place that was kept.
func RelatedAt(place Place, message string) Related {
	return Related{kept: place, Message: message}
}
