package xmlread

import "github.com/iatilint/iatilint/schema"

// slabs are where an entry's commonest nodes come from. Each entry has its own:
// nodes know their parents, so a slab that two entries shared would keep both.
type slabs struct {
	narratives   slab[schema.Narrative]
	proses       slab[schema.Prose]
	measurements slab[schema.Measurement]
	periods      slab[schema.Period]
	lists        lists[schema.Narrative]
}

// slab hands out new values of a type, many to an allocation.
type slab[T any] struct{ free []T }

const slabSize = 32

func (s *slab[T]) new() *T {
	if len(s.free) == 0 {
		s.free = make([]T, slabSize)
	}
	v := &s.free[0]
	s.free = s.free[1:]
	return v
}

// lists hands out lists of one, which can grow: most elements have one
// narrative.
type lists[T any] struct{ free []*T }

func (l *lists[T]) one(v *T) []*T {
	if len(l.free) == 0 {
		l.free = make([]*T, slabSize)
	}
	list := l.free[:1:1]
	l.free = l.free[1:]
	list[0] = v
	return list
}
