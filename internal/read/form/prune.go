package form

import "github.com/iatilint/iatilint/schema"

// prune leaves of a value as much as an entry may have: so many items of lists,
// and objects. What is cut off is a fault at its beginning.
func prune(e *schema.Entry, v *Value) {
	limits := e.Limits()
	p := pruner{entry: e, limits: limits, left: limits.Nodes}
	p.prune(v)
}

type pruner struct {
	entry  *schema.Entry
	limits schema.Limits
	left   int
	full   bool // it is said that there are too many nodes
	broad  bool // it is said that a group has too many keys
}

func (p *pruner) prune(v *Value) {
	for i, item := range v.Items {
		if !p.take(item.tag()) {
			v.Items = v.Items[:i]
			return
		}
		p.prune(item)
	}
	for i := range v.Members {
		m := &v.Members[i]
		if i == p.limits.Keys {
			if !p.broad {
				p.broad = true
				p.entry.AddFault(p.limits.TooManyKeys(m.KeyAt))
			}
			v.Members = v.Members[:i]
			return
		}
		if m.Value.scalar() {
			continue
		}
		if !p.take(m.KeyAt) {
			v.Members = v.Members[:i]
			return
		}
		p.prune(m.Value)
	}
}

// report reports the place from which on nothing is read: a table may have been cut already,
// farther down.
func (p *pruner) report(at schema.Range) {
	fault := p.limits.TooManyNodes(at)
	for i := range p.entry.Faults {
		if f := &p.entry.Faults[i]; f.Message == fault.Message {
			f.At = at
			return
		}
	}
	p.entry.AddFault(fault)
}

func (p *pruner) take(at schema.Range) bool {
	if p.left > 0 {
		p.left--
		return true
	}
	if !p.full {
		p.full = true
		p.report(at)
	}
	return false
}
