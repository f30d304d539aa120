package lint

import "github.com/iatilint/iatilint/schema"

// PairVisit is a look at every pair of an earlier and a current node of one kind.
type PairVisit struct {
	Kind schema.Kind
	Run  func(p *Pass, before, after schema.Node)
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
