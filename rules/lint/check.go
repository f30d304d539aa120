package lint

import "github.com/iatilint/iatilint/schema"

// Check is how a rule looks at a submission. Make one with Each, EachText,
// Pair, Pairs, EachFile, Faults, Collect or Fold.
type Check struct {
	Visits   []Visit                                // nodes, each alone
	Pairs    []PairVisit                            // nodes, each beside its earlier self
	File     func(*Pass, *schema.File)              // one file, after its last entry
	Faults   bool                                   // readers find what the rule reports
	Gather   func(*Pass, *schema.Entry) (facts any) // one entry; nil = nothing
	Gathered func() Gathered                        // takes what was gathered from all entries, in order

	Silence func(*Pass, *Silence) // what kept violations from being reported
}

// Gathered is what a rule keeps of all entries of a run.
type Gathered struct {
	Add   func(facts any) // of one entry, in the order of the submission
	Judge func(*Pass)     // once, after the last entry
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
// that looks at nodes of several kinds, and at most one by Collect or Fold.
func Also(checks ...Check) Check {
	var all Check
	for _, c := range checks {
		all.Visits = append(all.Visits, c.Visits...)
		all.Pairs = append(all.Pairs, c.Pairs...)
		if c.Gather != nil {
			all.Gather, all.Gathered = c.Gather, c.Gathered
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
// parallel, and returns compact facts (never nodes: an entry is gone after its
// gather); judge runs once on all of them, in the order of the submission.
func Collect[F any](gather func(*Pass, *schema.Entry) []F, judge func(*Pass, []F)) Check {
	return Fold(gather, func(all *[]F, fact F) { *all = append(*all, fact) },
		func(p *Pass, all *[]F) { judge(p, *all) })
}

// Fold is a Collect that keeps less than every fact: add takes each into one
// state, in the order of the submission, and judge runs once on that. The state
// begins as its zero value.
func Fold[F, S any](gather func(*Pass, *schema.Entry) []F, add func(*S, F), judge func(*Pass, *S)) Check {
	return Check{
		Gather: func(p *Pass, e *schema.Entry) any {
			facts := gather(p, e)
			if len(facts) == 0 {
				return nil
			}
			return facts
		},
		Gathered: func() Gathered {
			state := new(S)
			return Gathered{
				Add: func(facts any) {
					for _, fact := range facts.([]F) {
						add(state, fact)
					}
				},
				Judge: func(p *Pass) { judge(p, state) },
			}
		},
	}
}
