package history

import (
	"fmt"
	"math"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// IdentifierChanged reports entries that go by another identifier than before.
var IdentifierChanged = &lint.Rule{
	ID:       "history/identifier-changed",
	Title:    "an entry has another identifier than in the earlier submission",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
An identifier, once published, must not change: it is what readers find an outcome
by. Under a new one the entry starts without a past, and the old one seems removed.

Give the entry its old identifier back. If it had to change, name the old one as
other-identifier of type A3, which silences this rule, or as an alias in the
configuration. Entries are recognised by their reference codes, or by how alike
their statements, results and indicators are; the share is given.`,
	Check: lint.Pair(identifierChanged),
}

func identifierChanged(p *lint.Pass, before, after *schema.Entry) {
	if before == nil || after == nil || p.Match.By != lint.ByReference && p.Match.By != lint.BySimilarity {
		return
	}
	old, current := trimmed(before.Identifier), trimmed(after.Identifier)
	if old == "" || old == current {
		return // it had none, or has it for the next plan period too
	}
	how := fmt.Sprintf("the entries match to %.0f %%", math.Floor(100*p.Match.Score))
	if p.Match.By == lint.ByReference {
		how = "the reference codes are the same, and " + how
	}
	v := lint.Violation{
		At:      after.Place(),
		Message: fmt.Sprintf("the identifier was %q and is %q now: %s", old, current, how),
		Hint:    fmt.Sprintf(`give %q back, or add <other-identifier ref=%q type="A3"/>`, old, old),
	}
	if current == "" {
		v.Message = fmt.Sprintf("the identifier was %q and is gone: %s", old, how)
		v.Hint = fmt.Sprintf("give %q back", old)
	}
	report(p, v, earlierValue{at: before.Place(), text: strings.TrimSpace(old), message: "it was this entry"}, current)
}
