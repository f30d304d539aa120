package lint

import (
	"iter"

	"github.com/iatilint/iatilint/schema"
)

// Check is how a rule looks at a submission. Make one with Each, EachText,
// Pair, Pairs, EachFile, Faults, Collect or Alike.
type Check struct {
	Visits []Visit                                   // nodes, each alone
	Pairs  []PairVisit                               // nodes, each beside its earlier self
	File   func(*Pass, *schema.File)                 // one file, after its last entry
	Faults bool                                      // readers find what the rule reports
	Gather func(*Pass, *schema.Entry) (facts []byte) // one entry; a chunk for a Log, nil = nothing
	Judge  func(*Pass, Log)                          // what was gathered from all entries, in order

	Suppression func(*Pass, *Suppression) // what keeps violations from being reported
}

// Visit is a look at every node of one kind.
type Visit struct {
	Kind   schema.Kind
	Run    func(*Pass, schema.Node)
	ByText bool // as EachText
}

// Each looks at every node of one kind, alone.
func Each[N schema.Node](check func(*Pass, N)) Check {
	var none N
	return Check{Visits: []Visit{{
		Kind: schema.KindOf(none),
		Run:  func(p *Pass, n schema.Node) { check(p, n.(N)) },
	}}}
}

// Also joins checks made by Each and EachText, or by Pair and Pairs, for a rule
// that looks at nodes of several kinds, and at most one by Collect or Alike.
func Also(checks ...Check) Check {
	var all Check
	for _, c := range checks {
		all.Visits = append(all.Visits, c.Visits...)
		all.Pairs = append(all.Pairs, c.Pairs...)
		if c.Gather != nil {
			all.Gather, all.Judge = c.Gather, c.Judge
		}
	}
	return all
}

// EachFile looks at every file as a whole, after its last entry.
func EachFile(check func(*Pass, *schema.File)) Check { return Check{File: check} }

// Faults is the check of a rule that has nothing to look for itself: readers
// find its faults on the way.
func Faults() Check { return Check{Faults: true} }

// Collect looks across the whole submission. gather runs on every entry, in
// parallel, and returns facts: compact, and never nodes, as an entry is gone
// after its gather. judge runs once, on all of them in the order of the
// submission. There may be millions of them, and they lie on disk: it may walk
// them as often as it likes, but is to keep few.
func Collect[F any, P Fact[F]](gather func(*Pass, *schema.Entry) []F, judge func(*Pass, iter.Seq[F])) Check {
	return Check{
		Gather: func(p *Pass, e *schema.Entry) []byte { return pack[F, P](p, e, gather(p, e), nil) },
		Judge:  func(p *Pass, log Log) { judge(p, facts[F, P](p, log, nil)) },
	}
}

// Alike is a Collect of facts that matter beside others of their like alone:
// judge sees those which have a key in common with another. keys appends those
// of a fact. That facts have a key in common does not prove them alike.
func Alike[F any, P Fact[F]](gather func(*Pass, *schema.Entry) []F, keys func([]uint64, *F) []uint64, judge func(*Pass, iter.Seq[F])) Check {
	return Check{
		Gather: func(p *Pass, e *schema.Entry) []byte { return pack[F, P](p, e, gather(p, e), keys) },
		Judge: func(p *Pass, log Log) {
			common, err := shared(log, keysAtOnce)
			if err != nil {
				p.Fail(err)
				return
			}
			judge(p, facts[F, P](p, log, common))
		},
	}
}
