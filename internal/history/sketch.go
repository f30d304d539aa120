package history

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// sketch is a text.Signature in a quarter of its size: the low bits of each
// minimum, which differ nearly as surely as the whole.
type sketch [64]uint16

// sketchOf draws what an entry is about; false if it says nothing.
func sketchOf(e *schema.Entry) (sketch, bool) {
	shingles := statements(e)
	var s sketch
	for i, minimum := range text.Sign(shingles) {
		s[i] = uint16(minimum)
	}
	return s, len(shingles) > 0
}

func (s *sketch) similarity(t *sketch) float64 {
	same := 0
	for i := range s {
		if s[i] == t[i] {
			same++
		}
	}
	return float64(same) / float64(len(s))
}

// rows is how many minima make a band.
const rows = 4

// band is a stretch of a sketch. Entries that are alike share one: at 0.8
// nearly all, at 0.6 nine of ten.
type band struct {
	number int8
	minima [rows]uint16
}

func (s *sketch) bands() [len(sketch{}) / rows]band {
	var list [len(sketch{}) / rows]band
	for i := range list {
		list[i] = band{int8(i), [rows]uint16(s[i*rows:])}
	}
	return list
}
