package history

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// sketchOf draws what an entry is about; nil if it says nothing.
func sketchOf(e *schema.Entry) *text.Signature {
	shingles := statements(e)
	if len(shingles) == 0 {
		return nil
	}
	s := text.Sign(shingles)
	return &s
}
