package xmlread

import "github.com/iatilint/iatilint/schema"

// slabs allocate the commonest nodes of an entry, many at a time, and are reused
// once the entry is released. Each entry has its own: nodes refer to their parents,
// so a slab that two entries shared would keep both.
type slabs struct {
	narratives   slab[schema.Narrative]
	proses       slab[schema.Prose]
	measurements slab[schema.Measurement]
	periods      slab[schema.Period]
	indicators   slab[schema.Indicator]
	dimensions   slab[schema.Dimension]
	single       slab[[1]*schema.Narrative]
	figure       slab[[1]*schema.Measurement]
	parts        slab[[1]*schema.Dimension]
	series       slab[[4]*schema.Period]
}

func (s *slabs) reset() {
	s.narratives.reset()
	s.proses.reset()
	s.measurements.reset()
	s.periods.reset()
	s.indicators.reset()
	s.dimensions.reset()
	s.parts.reset()
	s.single.reset()
	s.figure.reset()
	s.series.reset()
}

// append1 appends to a list that mostly holds no more than one item.
func append1[T any](s *slab[[1]*T], list []*T, item *T) []*T {
	if list == nil {
		list = s.new()[:0]
	}
	return append(list, item)
}

// append4 appends to a list that mostly holds a few items.
func append4[T any](s *slab[[4]*T], list []*T, item *T) []*T {
	if list == nil {
		list = s.new()[:0]
	}
	return append(list, item)
}

// slab allocates zero values of a type.
type slab[T any] struct {
	chunks [][]T
	used   int // of all chunks together
}

const (
	chunkSize  = 64
	mostChunks = 64 // reused for the next entry
)

func (s *slab[T]) new() *T {
	i := s.used
	if i/chunkSize == len(s.chunks) {
		s.chunks = append(s.chunks, make([]T, chunkSize))
	}
	s.used++
	return &s.chunks[i/chunkSize][i%chunkSize]
}

func (s *slab[T]) reset() {
	for i, chunk := range s.chunks {
		if i*chunkSize >= s.used {
			break
		}
		clear(chunk[:min(chunkSize, s.used-i*chunkSize)])
	}
	if len(s.chunks) > mostChunks {
		s.chunks = s.chunks[:mostChunks:mostChunks]
	}
	s.used = 0
}
