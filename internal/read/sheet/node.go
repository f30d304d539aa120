package sheet

import (
	"maps"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// node is an element that columns are about, in its place among the others.
type node struct {
	step     Step
	shape    *form.Shape
	path     string
	repeated bool // it may occur several times
	index    int  // among the nodes of the layout
	above    *node
}

// target is the part of the model that the cells of a column are values of.
type target struct {
	node  *node // the element, nil where the column is passed over
	part  string
	many  bool // the part may be repeated
	flag  bool // the part is true or false
	coded bool // the part holds a code
	codes map[string]string
	chain []*node // from below the entry down to the element
}

// buildNodes finds out once for all rows what the columns are about.
func (l *Layout) buildNodes() {
	t := &tree{nodes: []*node{{shape: form.EntryShape()}}, below: map[descent]*node{}}
	if l.level != nil {
		var path Path
		for key := range strings.SplitSeq(l.level.path, "/") {
			path = append(path, Step{Key: key})
		}
		l.chain = t.chain(path)
	}
	indexes := slices.Sorted(maps.Keys(l.columns))
	if n := len(indexes); n > 0 {
		l.byIndex = make([]*column, min(indexes[n-1]+1, maxByIndex))
	}
	for _, index := range indexes {
		c := l.columns[index]
		c.name = strings.TrimSpace(l.header.Value(c.header))
		if len(c.path) > 0 && c.path[0].Key != idKey && c.path[0].Key != parentKey {
			c.target = t.target(c.path)
		}
		if index < len(l.byIndex) {
			l.byIndex[index] = c
		}
	}
	l.nodes = t.nodes
}

// tree is the nodes of a layout while they are found.
type tree struct {
	nodes []*node
	below map[descent]*node
}

// descent is a step down from a node.
type descent struct {
	above *node
	step  Step
}

// chain returns the nodes on a path, from below the entry down.
func (t *tree) chain(path Path) []*node {
	var chain []*node
	at := t.nodes[0]
	for _, step := range path {
		next := t.below[descent{at, step}]
		if next == nil {
			k := keyOf(at.shape, step.Key)
			next = &node{
				step: step, shape: k.Shape, repeated: k.Repeated, above: at, index: len(t.nodes),
				path: strings.TrimPrefix(at.path+"/"+step.Key, "/"),
			}
			t.nodes = append(t.nodes, next)
			t.below[descent{at, step}] = next
		}
		chain = append(chain, next)
		at = next
	}
	return chain
}

// target returns what a path leads to.
func (t *tree) target(path Path) target {
	part := path[len(path)-1].Key
	to := target{node: t.nodes[0], part: part, chain: t.chain(path[:len(path)-1]), flag: flags[part], coded: coded[part]}
	if n := len(to.chain); n > 0 {
		to.node = to.chain[n-1]
	}
	to.many = keyOf(to.node.shape, part).Repeated
	to.codes = codes[to.node.shape.Name+"/"+part]
	return to
}

// maxByIndex is how many columns are found without a search.
const maxByIndex = 1 << 12

// column returns the column of an index, nil where it has no header.
func (l *Layout) column(index int) *column {
	if index < len(l.byIndex) {
		return l.byIndex[index]
	}
	return l.columns[index]
}

// rowGroups holds the values of a row, element by element. It is used for one row
// after the other.
type rowGroups struct {
	layout *Layout
	groups []group // by the index of their nodes
	used   []*group
}

// clear prepares for the next row, and returns the group of the entry.
func (s *rowGroups) clear(l *Layout) *group {
	if s.layout != l {
		s.layout, s.groups, s.used = l, make([]group, len(l.nodes)), s.used[:0]
		for i, n := range l.nodes {
			s.groups[i].node = n
		}
	}
	for _, g := range s.used {
		g.present, g.percent, g.scalars, g.groups = false, false, g.scalars[:0], g.groups[:0]
	}
	root := &s.groups[0]
	root.present = true
	s.used = append(s.used[:0], root)
	return root
}

// group returns the group of an element, with those above it, created
// for the first value that the row has of it.
func (s *rowGroups) group(n *node, place schema.Range) *group {
	g := &s.groups[n.index]
	if !g.present {
		above := s.group(n.above, place)
		g.present, g.at = true, place
		above.groups = append(above.groups, g)
		s.used = append(s.used, g)
	}
	return g
}
