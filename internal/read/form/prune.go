package form

import (
	"slices"

	"github.com/iatilint/iatilint/schema"
)

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
	full   bool // that there are too many nodes is reported
	broad  bool // that a group has too many keys is reported
}

func (p *pruner) prune(v *Value) {
	for i, item := range v.Items {
		if !p.reserve(item.tag()) {
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
		if !p.reserve(m.KeyAt) {
			v.Members = v.Members[:i]
			return
		}
		p.prune(m.Value)
	}
}

// reserve counts a node, and reports the first one that is beyond the limit. A table
// may have been cut already, farther down.
func (p *pruner) reserve(at schema.Range) bool {
	if p.left > 0 {
		p.left--
		return true
	}
	if p.full {
		return false
	}
	p.full = true
	fault := p.limits.TooManyNodes(at)
	same := func(f schema.Fault) bool { return f.Message == fault.Message }
	if i := slices.IndexFunc(p.entry.Faults, same); i >= 0 {
		p.entry.Faults[i].At = at
	} else {
		p.entry.AddFault(fault)
	}
	return false
}
