package xmlread

import "github.com/iatilint/iatilint/schema"

// CanReread tells whether the file's bytes are the text itself.
func (r *Reader) CanReread() bool { return r.options.EncodedLen == nil }

// Reread reads an activity again from its bytes. It may be called once an
// activity has been handed out by Next, on any goroutine.
func (r *Reader) Reread(raw []byte, base schema.Position, index int) *schema.Entry {
	source := &schema.Source{Text: string(raw), Base: base, RawSpan: rawSpan(r.inside)}
	p, _ := r.parsers.Get().(*parser)
	defer r.parsers.Put(p)
	return p.parse(&schema.Entry{File: r.file, Source: source, Index: index}, raw, r.inside, new(slabs))
}
