// Package history holds the rules about what changed since an earlier
// submission. They run only where one is given, and only on what changed.
package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// continued returns a check of the nodes of entries that the earlier submission
// had: before is nil for what is new, after for what is gone. Where the identifier
// is that of something else now, nothing in the entry is compared.
func continued[N schema.Node](check func(p *lint.Pass, before, after N)) lint.Check {
	return lint.Pair(func(p *lint.Pass, before, after N) {
		if p.Entry != nil && p.Earlier != nil && !identifierReassigned(p) {
			check(p, before, after)
		}
	})
}

// inBoth is continued for nodes that both submissions have.
func inBoth[N interface {
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

// earlierValue is a value of the earlier submission.
type earlierValue struct {
	at      schema.Range
	text    string
	message string // of the related place; "" = "as it was"
}

// report reports v with the earlier place, and with the difference between the
// earlier text and the current one.
func report(p *lint.Pass, v lint.Violation, before earlierValue, now string) {
	v.Change = lint.NewChange(before.text, now)
	if before.message == "" {
		before.message = "as it was"
	}
	v.Related = append([]lint.Related{{At: before.at, Earlier: true, Message: before.message}}, v.Related...)
	p.Report(v)
}
