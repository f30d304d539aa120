package xmlread

import "github.com/iatilint/iatilint/schema"

// slabs are where an entry's commonest nodes come from: many to an allocation,
// and used again once the entry is released. Each entry has its own: nodes know
// their parents, so a slab that two entries shared would keep both.
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

// append is append for lists that mostly get no more than one narrative.
func (s *slabs) append(list []*schema.Narrative, n *schema.Narrative) []*schema.Narrative {
	if list == nil {
		list = s.single.new()[:0]
	}
	return append(list, n)
}

// appendFigure is append for lists that mostly get no more than one.
func (s *slabs) appendFigure(list []*schema.Measurement, m *schema.Measurement) []*schema.Measurement {
	if list == nil {
		list = s.figure.new()[:0]
	}
	return append(list, m)
}

// appendPart is append for lists that mostly get no more than one.
func (s *slabs) appendPart(list []*schema.Dimension, d *schema.Dimension) []*schema.Dimension {
	if list == nil {
		list = s.parts.new()[:0]
	}
	return append(list, d)
}

// appendPeriod is append for lists that mostly get a few.
func (s *slabs) appendPeriod(list []*schema.Period, p *schema.Period) []*schema.Period {
	if list == nil {
		list = s.series.new()[:0]
	}
	return append(list, p)
}

// slab hands out zero values of a type.
type slab[T any] struct {
	chunks [][]T
	used   int // of all chunks together
}

const (
	chunkSize  = 64
	mostChunks = 64 // kept for the next entry
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
