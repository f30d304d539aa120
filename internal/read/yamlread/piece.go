package yamlread

import (
	"slices"

	"github.com/iatilint/iatilint/schema"
)

// piece is a part of the text of a file in the source of an entry.
type piece struct {
	from schema.Range
	at   int32 // in the source
}

// pieces returns what the source of an entry is made of: parts of earlier entries
// that it repeats by aliases, then its own text.
func pieces(p placed) []piece {
	var list []piece
	if p.node.first < p.start {
		c := collector{start: p.start, seen: map[*node]bool{}}
		c.visit(p.node)
		slices.SortFunc(c.found, func(a, b schema.Range) int { return int(a.Start - b.Start) })
		for _, r := range c.found {
			if n := len(list) - 1; n >= 0 && r.Start < list[n].from.End {
				list[n].from.End = max(list[n].from.End, r.End)
				continue
			}
			list = append(list, piece{from: r})
		}
	}
	list = append(list, piece{from: schema.Range{Start: p.start, End: p.end}})
	for i := 1; i < len(list); i++ {
		list[i].at = list[i-1].at + int32(list[i-1].from.Len())
	}
	return list
}

// collector finds what aliases of an entry repeat from before its start.
type collector struct {
	start int32
	seen  map[*node]bool
	found []schema.Range
}

func (c *collector) visit(n *node) {
	if n.first >= c.start || c.seen[n] {
		return
	}
	c.seen[n] = true
	if target := n.resolved(); n.alias && target.whole.Start < c.start && target.whole.Len() > 0 {
		c.found = append(c.found, target.whole)
	}
	for _, child := range n.children {
		c.visit(child)
	}
}
