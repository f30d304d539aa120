package textread

import "github.com/iatilint/iatilint/schema"

// Reread reads a block again from its bytes, on any goroutine.
func (r *Reader) Reread(raw []byte, base schema.Position, index int) *schema.Entry {
	return r.parse(&schema.Source{Text: string(raw), Base: base}, index)
}
