package lint

import (
	"iter"
	"sync"

	"github.com/iatilint/iatilint/internal/facts"
	"github.com/iatilint/iatilint/schema"
)

// Check is how a rule looks at a submission. Make one with Each, Pair, Pairs, EachFile, Faults, Collect or CollectByKey.
type Check struct {
	Visits []Visit                                   // nodes, each alone
	Pairs  []PairVisit                               // nodes, each beside its earlier self
	File   func(*Pass, *schema.File)                 // one file, after its last entry
	Faults []schema.FaultKind                        // found by readers
	Gather func(*Pass, *schema.Entry) (facts []byte) // one entry; a chunk for a Log, nil = nothing
	Judge  func(*Pass, facts.Log)                    // what was gathered from all entries, in order

	Suppression func(*Pass, *Suppression) // what keeps violations from being reported

	// FaultHint returns what to do about a fault of a kind, where the reader does
	// not say so because it depends on what can be set; it may be nil.
	FaultHint func(schema.FaultKind) string
}

// Visit is a look at every node of one kind.
type Visit struct {
	Kind schema.Kind
	// Run reports whether it found anything to look at more closely.
	Run func(p *Pass, n schema.Node, prepared any) (found bool)
	// Prepare returns what all visits of the kind that have a Prepare need of a
	// node, and a hash of all that what they find depends on, or 0 if Run has to be
	// called: it may be left out where it found nothing for the same key. nil = it
	// has to be called for every node, with nothing prepared.
	Prepare func(*Pass, schema.Node) (prepared any, key uint64)
}

// Each looks at every node of one kind, alone.
func Each[N schema.Node](check func(*Pass, N)) Check {
	var none N
	return Check{Visits: []Visit{{
		Kind: schema.KindOf(none),
		Run:  func(p *Pass, n schema.Node, _ any) bool { check(p, n.(N)); return true },
	}}}
}

// Also joins checks made by Each, or by Pair and Pairs, for a rule that looks at
// nodes of several kinds, and at most one by Collect, CollectByKey or EachFile.
// Faults can go with all of them.
func Also(checks ...Check) Check {
	var all Check
	for _, c := range checks {
		all.Visits = append(all.Visits, c.Visits...)
		all.Pairs = append(all.Pairs, c.Pairs...)
		if c.Gather != nil {
			all.Gather, all.Judge = c.Gather, c.Judge
		}
		if c.File != nil {
			all.File = c.File
		}
		if c.FaultHint != nil {
			all.FaultHint = c.FaultHint
		}
		all.Faults = append(all.Faults, c.Faults...)
	}
	return all
}

// EachFile looks at every file as a whole, after its last entry.
func EachFile(check func(*Pass, *schema.File)) Check { return Check{File: check} }

// Faults reports what readers find wrong, of some kinds. No other rule may
// report the same kinds.
func Faults(kinds ...schema.FaultKind) Check { return Check{Faults: kinds} }

// Collect looks across the whole submission. gather runs on every entry, in
// parallel, and returns facts: structs with exported fields of strings, numbers,
// booleans, Places, and slices, arrays and structs of these; never nodes, as an
// entry is released after its gather. judge runs once, on all of them in the order
// of the submission. There may be millions of them, on disk: it may range over them
// any number of times, but is to hold few.
func Collect[F any](gather func(*Pass, *schema.Entry) []F, judge func(*Pass, iter.Seq[F])) Check {
	return collect(gather, nil, (*facts.Codec[F]).All, judge)
}

// CollectByKey is a Collect of facts that matter beside others of the same key:
// judge sees only those that share a key with another. keys appends the keys of a
// fact, which are hashes: facts that share a key need not be alike.
func CollectByKey[F any](gather func(*Pass, *schema.Entry) []F, keys func([]uint64, *F) []uint64, judge func(*Pass, iter.Seq[F])) Check {
	return collect(gather, keys, (*facts.Codec[F]).Shared, judge)
}

func collect[F any](gather func(*Pass, *schema.Entry) []F, keys func([]uint64, *F) []uint64,
	read func(*facts.Codec[F], *facts.Places, facts.Log) iter.Seq2[F, error], judge func(*Pass, iter.Seq[F]),
) Check {
	codec := sync.OnceValue(facts.NewCodec[F])
	return Check{
		Gather: func(p *Pass, e *schema.Entry) []byte { return codec().Pack(p.Host.Places(), e, gather(p, e), keys) },
		Judge: func(p *Pass, log facts.Log) {
			all := read(codec(), p.Host.Places(), log)
			judge(p, func(yield func(F) bool) {
				for fact, err := range all {
					if err != nil {
						p.Host.Fail(err)
						return
					}
					if !yield(fact) {
						return
					}
				}
			})
		},
	}
}
