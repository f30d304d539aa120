package xmlread

import (
	"github.com/iatilint/iatilint/internal/read/slab"
	"github.com/iatilint/iatilint/schema"
)

// slabs allocate the commonest nodes of an entry, and are reused once the entry is
// released. Each entry has its own: nodes refer to their parents, so a slab that two
// entries shared would keep both.
type slabs struct {
	narratives   slab.Slab[schema.Narrative]
	proses       slab.Slab[schema.Prose]
	measurements slab.Slab[schema.Measurement]
	periods      slab.Slab[schema.Period]
	indicators   slab.Slab[schema.Indicator]
	dimensions   slab.Slab[schema.Dimension]

	narrativeLists   slab.Slab[*schema.Narrative]
	measurementLists slab.Slab[*schema.Measurement]
	dimensionLists   slab.Slab[*schema.Dimension]
	periodLists      slab.Slab[*schema.Period]
}

func (s *slabs) reset() {
	s.narratives.Reset()
	s.proses.Reset()
	s.measurements.Reset()
	s.periods.Reset()
	s.indicators.Reset()
	s.dimensions.Reset()
	s.narrativeLists.Reset()
	s.measurementLists.Reset()
	s.dimensionLists.Reset()
	s.periodLists.Reset()
}
