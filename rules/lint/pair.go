package lint

import "github.com/iatilint/iatilint/schema"

// PairVisit is a look at every pair of an earlier and a current node of one
// kind: each alone, or all of an entry at a time.
type PairVisit struct {
	Kind schema.Kind
	Run  func(p *Pass, before, after schema.Node)
	All  func(*Pass, []NodePair[schema.Node]) // in place of Run
}

// Pair compares every node of one kind with what it was in the earlier
// submission. before is nil for what is new, after for what is gone; not both.
func Pair[N schema.Node](check func(p *Pass, before, after N)) Check {
	var none N
	return Check{Pairs: []PairVisit{{
		Kind: schema.KindOf(none),
		Run: func(p *Pass, before, after schema.Node) {
			b, _ := before.(N)
			a, _ := after.(N)
			check(p, b, a)
		},
	}}}
}

// NodePair is a node beside its earlier self. Before is nil for what is new, After
// for what is gone; not both.
type NodePair[N schema.Node] struct {
	Before, After N
	Node          schema.Node // After; of what is gone, the node that held it
}

// Pairs compares the nodes of one kind as Pair does, but all of an entry at a
// time and once for it: what has one cause is one violation.
func Pairs[N schema.Node](check func(*Pass, []NodePair[N])) Check {
	var none N
	return Check{Pairs: []PairVisit{{
		Kind: schema.KindOf(none),
		All: func(p *Pass, nodes []NodePair[schema.Node]) {
			list := make([]NodePair[N], len(nodes))
			for i, c := range nodes {
				list[i].Node = c.Node
				list[i].Before, _ = c.Before.(N)
				list[i].After, _ = c.After.(N)
			}
			check(p, list)
		},
	}}}
}

// Match says how an entry was recognised in the earlier submission.
type Match struct {
	By    MatchedBy
	Score float64 // 0 to 1: how alike statement and indicators are
	Same  bool    // nothing in the entry has changed
}

// MatchedBy is what an entry was recognised by.
type MatchedBy string

// What entries are recognised by, in the order tried.
const (
	ByIdentifier       MatchedBy = "identifier"
	ByFormerIdentifier MatchedBy = "former identifier" // other-identifier of type A3
	ByAlias            MatchedBy = "alias"             // of the configuration
	ByReference        MatchedBy = "reference"
	BySimilarity       MatchedBy = "similarity"
)
