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
	if x == nil {
		return nil
	}
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
