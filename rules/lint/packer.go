package lint

import (
	"encoding/binary"
	"math"

	"github.com/iatilint/iatilint/schema"
)

// Packer writes fields down as bytes, or reads them back in the same order.
type Packer struct {
	text  []byte // what is written, or what is left to read
	reads bool
	whole string         // all that is read, if texts may be pieces of it
	chunk *chunk         // of what is read
	files []*schema.File // of the run
}

// Uint packs a number that is small as a rule.
func (k *Packer) Uint(n *uint64) {
	if !k.reads {
		k.text = binary.AppendUvarint(k.text, *n)
		return
	}
	var size int
	*n, size = binary.Uvarint(k.text)
	k.text = k.text[size:]
}

// Int packs a number that is small and not negative as a rule.
func (k *Packer) Int(n *int) {
	u := uint64(*n)
	k.Uint(&u)
	*n = int(u)
}

// Hash packs a number of which all bits count.
func (k *Packer) Hash(n *uint64) {
	if !k.reads {
		k.text = binary.LittleEndian.AppendUint64(k.text, *n)
		return
	}
	*n, k.text = binary.LittleEndian.Uint64(k.text), k.text[8:]
}

// Hash16 packs a short number of which all bits count.
func (k *Packer) Hash16(n *uint16) {
	if !k.reads {
		k.text = binary.LittleEndian.AppendUint16(k.text, *n)
		return
	}
	*n, k.text = binary.LittleEndian.Uint16(k.text), k.text[2:]
}

// Float packs a number.
func (k *Packer) Float(f *float64) {
	bits := math.Float64bits(*f)
	k.Hash(&bits)
	*f = math.Float64frombits(bits)
}

// Bool packs a yes or no.
func (k *Packer) Bool(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	k.Int(&n)
	*b = n == 1
}

// String packs a text, which may be a piece of the entry's.
func (k *Packer) String(s *string) {
	n := len(*s)
	k.Int(&n)
	if k.reads && k.whole != "" {
		from := len(k.whole) - len(k.text)
		*s, k.text = k.whole[from:from+n], k.text[n:]
		return
	}
	if k.reads {
		*s, k.text = string(k.text[:n]), k.text[n:]
		return
	}
	k.text = append(k.text, *s...)
}

// Strings packs a list of texts.
func (k *Packer) Strings(list *[]string) {
	n := len(*list)
	k.Int(&n)
	if k.reads && n > 0 {
		*list = make([]string, n)
	}
	for i := range *list {
		k.String(&(*list)[i])
	}
}

// Place packs a place in the entry at hand, or none.
func (k *Packer) Place(p *Place) {
	known, kept := p.entry != nil, p.shown != nil
	k.Bool(&known)
	if !known {
		return
	}
	k.textRange(&p.at)
	k.Bool(&kept)
	if kept && k.reads {
		p.shown = new(shown)
	}
	if kept {
		p.shown.pack(k)
	}
	if k.reads {
		p.entry = k.entry()
	}
}

func (k *Packer) offset(at *int32) {
	n := int(*at)
	k.Int(&n)
	*at = int32(n)
}

// entry names the entry of what is read.
func (k *Packer) entry() *entryRef {
	c := k.chunk
	if c.entry == nil {
		c.entry = new(entryRef)
		header := Packer{text: c.header, reads: true, files: k.files}
		c.entry.pack(&header)
		c.entry.file = k.files[c.entry.input]
	}
	return c.entry
}

func (r *entryRef) pack(k *Packer) {
	k.Int(&r.input)
	k.Int(&r.index)
	k.String(&r.identifier)
	k.Span(&r.span)
}

func (s *shown) pack(k *Packer) {
	k.String(&s.File)
	k.String(&s.Field)
	k.Span(&s.Span)
	k.String(&s.Snippet.Text)
	k.Int(&s.Snippet.From)
	k.Int(&s.Snippet.To)
	k.String(&s.key)
}

// Span packs a place in the file.
func (k *Packer) Span(s *schema.Span) {
	k.Position(&s.Start)
	k.Position(&s.End)
	k.String(&s.Cell)
	k.String(&s.Pointer)
}

// Position packs a point in the file.
func (k *Packer) Position(p *schema.Position) {
	k.Int(&p.Line)
	k.Int(&p.Column)
	k.int64(&p.Offset)
}

func (k *Packer) int64(n *int64) {
	u := uint64(*n)
	k.Uint(&u)
	*n = int64(u)
}

func (k *Packer) textRange(r *schema.Range) {
	k.offset(&r.Start)
	k.offset(&r.End)
}
