package form

import "github.com/iatilint/iatilint/schema"

// prune leaves of a value as much as an entry may have: so many items of lists,
// and objects. What is cut off is a fault at its beginning.
func prune(e *schema.Entry, v *Value) {
	p := pruner{entry: e, left: schema.MostNodes}
	p.prune(v)
}

// mostKeys is how many keys an object may have: hundreds of times what the form
// knows.
const mostKeys = 10_000

type pruner struct {
	entry *schema.Entry
	left  int
	full  bool
}

func (p *pruner) prune(v *Value) {
	for i, item := range v.Items {
		if !p.room(item.tag()) {
			v.Items = v.Items[:i]
			return
		}
		p.prune(item)
	}
	if len(v.Members) > mostKeys {
		p.tell(v.Members[mostKeys].KeyAt)
		v.Members = v.Members[:mostKeys]
	}
	for i := range v.Members {
		m := &v.Members[i]
		if m.Value.scalar() {
			continue
		}
		if !p.room(m.KeyAt) {
			v.Members = v.Members[:i]
			return
		}
		p.prune(m.Value)
	}
}

// tell reports where what is not read begins, once: a table may have been cut
// already, farther down.
func (p *pruner) tell(at schema.Range) {
	for i := range p.entry.Faults {
		if f := &p.entry.Faults[i]; f.Unread {
			f.At = at
			return
		}
	}
	p.entry.AddFault(schema.TooManyNodes(at))
}

func (p *pruner) room(at schema.Range) bool {
	if p.left > 0 {
		p.left--
		return true
	}
	if !p.full {
		p.full = true
		p.tell(at)
	}
	return false
}
