package suppression

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/rules/lint"
)

// WithoutReason reports suppressions that don't say why, name no rule, or have
// ended.
var WithoutReason = &lint.Rule{
	ID:       "suppression/without-reason",
	Title:    "something is silenced without a reason, for an unknown rule, or past its date",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
Whoever finds a silenced rule a year later has to know why, or nobody will dare to
remove it. One for a rule that does not exist silences nothing, and one that has
ended does so no more.

Write the reason behind the name of the rule, mend the name, or set a new date.`,
	Check: lint.Suppressions(withoutReason),
}

func withoutReason(p *lint.Pass, s *lint.Suppression) {
	for _, name := range s.Unknown {
		p.ReportSuppression(s, lint.Violation{Message: fmt.Sprintf("there is no rule or family %q%s", name, nearest.Hint(name, s.Known))})
	}
	switch {
	case len(s.Rules) == 0:
		p.ReportSuppression(s, lint.Violation{
			Message: "this does not say what to ignore",
			Hint:    "name the rule and the reason, as in iatilint-ignore narrative/too-short the project has only begun",
		})
	case s.Ended:
		p.ReportSuppression(s, lint.Violation{
			Message: fmt.Sprintf("this held until %s; since then all is reported again", s.Until),
			Hint:    "remove it, or set a new date",
		})
	case s.Reason == "" && s.Kind != lint.Acceptance && len(s.Unknown) < len(s.Rules):
		p.ReportSuppression(s, lint.Violation{Message: "no reason is given", Hint: "write why, behind the rule"})
	}
}
