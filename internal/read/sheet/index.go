package sheet

// index finds objects again. Most have few others beside them.
type index struct {
	few  []entryOf
	many map[string]*object
}

type entryOf struct {
	id string
	of *object
}

// mostFew is how many are looked through one by one.
const mostFew = 8

func (x *index) get(id []byte) *object {
	if x.many != nil {
		return x.many[string(id)]
	}
	for i := range x.few {
		if x.few[i].id == string(id) {
			return x.few[i].of
		}
	}
	return nil
}

func (x *index) put(id []byte, o *object) {
	if x.many != nil {
		x.many[string(id)] = o
		return
	}
	for i := range x.few {
		if x.few[i].id == string(id) {
			x.few[i].of = o
			return
		}
	}
	x.few = append(x.few, entryOf{string(id), o})
	if len(x.few) > mostFew {
		x.many = make(map[string]*object, 2*len(x.few))
		for _, e := range x.few {
			x.many[e.id] = e.of
		}
		x.few = nil
	}
}

// slab makes many of one kind together. They are given up together, too.
type slab[T any] struct {
	spare []T
	size  int
}

func (s *slab[T]) next() *T {
	if len(s.spare) == 0 {
		s.size = min(max(2*s.size, 8), 256)
		s.spare = make([]T, s.size)
	}
	one := &s.spare[0]
	s.spare = s.spare[1:]
	return one
}
