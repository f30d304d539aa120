package sheet

// index finds objects again. Most have few others beside them.
type index struct {
	small []indexEntry
	large map[string]*object
}

type indexEntry struct {
	id string
	of *object
}

// maxSmall is how many are looked through one by one.
const maxSmall = 8

func (x *index) get(id []byte) *object {
	if x == nil {
		return nil
	}
	if x.large != nil {
		return x.large[string(id)]
	}
	for i := range x.small {
		if x.small[i].id == string(id) {
			return x.small[i].of
		}
	}
	return nil
}

func (x *index) put(id []byte, o *object) {
	if x.large != nil {
		x.large[string(id)] = o
		return
	}
	for i := range x.small {
		if x.small[i].id == string(id) {
			x.small[i].of = o
			return
		}
	}
	x.small = append(x.small, indexEntry{string(id), o})
	if len(x.small) > maxSmall {
		x.large = make(map[string]*object, 2*len(x.small))
		for _, e := range x.small {
			x.large[e.id] = e.of
		}
		x.small = nil
	}
}
