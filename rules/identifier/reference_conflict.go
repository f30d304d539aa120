package identifier

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ReferenceConflict reports references on a result and on its indicator.
var ReferenceConflict = &lint.Rule{
	ID:       "identifier/reference-conflict",
	Title:    "a result has a reference, an indicator in it has one too",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"8.11.1"},
	Doc: `
A reference ties a result or an indicator to a framework, such as the Sustainable
Development Goals. With one on both, readers can't tell which of them holds. The
standard allows it on one of the two.

Keep the indicator's reference, which says more, and remove the result's.`,
	Check: lint.Each(referenceConflict),
}

func referenceConflict(p *lint.Pass, i *schema.Indicator) {
	r := i.Result()
	if r == nil || len(r.References) == 0 || len(i.References) == 0 {
		return
	}
	p.Report(lint.Violation{
		At:      i.References[0].Tag,
		Node:    i.References[0],
		Message: "the indicator has a reference, and so has its result: the standard allows it on one of the two",
		Refs:    []string{"8.11.1"},
		Hint:    "keep the indicator's reference and remove the result's",
		Related: []lint.Related{{At: r.References[0].Tag, Message: "the result's reference"}},
	})
}
