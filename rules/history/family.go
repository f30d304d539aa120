// Package history holds the rules about what changed since an earlier
// submission. They run only where one is given, and only on what changed.
package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// continued is a check of the parts of entries that were there before, each
// beside its earlier self: before is nil for what is new, after for what is
// gone. Where the identifier stands for something else now, nothing in the
// entry is compared.
func continued[N schema.Node](check func(p *lint.Pass, before, after N)) lint.Check {
	return lint.Pair(func(p *lint.Pass, before, after N) {
		if p.Entry != nil && p.Earlier != nil && !standsForAnother(p) {
			check(p, before, after)
		}
	})
}

// both is continued for parts that are neither new nor gone.
func both[N interface {
	comparable
	schema.Node
}](check func(p *lint.Pass, before, after N)) lint.Check {
	var none N
	return continued(func(p *lint.Pass, before, after N) {
		if before != none && after != none {
			check(p, before, after)
		}
	})
}

// was is how something stood in the earlier submission.
type was struct {
	at      schema.Range
	text    string // what stood there
	message string // of the related place
}

// report reports what became of something: v with the earlier place, and the
// difference to what stands now.
func report(p *lint.Pass, v lint.Violation, before was, now string) {
	v.Change = lint.NewChange(before.text, now)
	if before.message == "" {
		before.message = "as it was"
	}
	v.Related = append([]lint.Related{{At: before.at, Earlier: true, Message: before.message}}, v.Related...)
	p.Report(v)
}
