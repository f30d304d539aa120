package xmlread

import "github.com/iatilint/iatilint/schema"

// Reread reads an activity again from its bytes, which it keeps. It may be called
// once an activity has been handed out by Next, on any goroutine.
func (r *Reader) Reread(raw []byte, base schema.Position, index int) *schema.Entry {
	source := &schema.Source{Text: textOf(raw), Base: base, RawSpan: rawSpan(r.inside)}
	p, _ := r.parsers.Get().(*parser)
	defer r.parsers.Put(p)
	e, memory := r.entry(source, index)
	return p.parse(e, raw, r.inside, memory)
}
