package suppression

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
)

// Unused reports suppressions that suppress nothing any more.
var Unused = &lint.Rule{
	ID:       "suppression/unused",
	Title:    "what was silenced is no longer there",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A request to ignore a rule, an accepted violation or an approval that matches
nothing any more hides the next mistake of its kind in the same place.

Remove it; --write-accepted takes accepted violations that are gone off their
list. Rules that compare entries with one another are left out, because a run on
other files may find what this one does not.`,
	Check: lint.Suppressions(unused),
}

func unused(p *lint.Pass, s *lint.Suppression) {
	if s.Misplaced {
		p.ReportSuppression(s, lint.Violation{
			Message: "this is about the whole file, but holds only above the first entry",
			Hint:    "move it to the top of the file",
		})
		return
	}
	if s.Ended {
		return // suppression/without-reason
	}
	for _, rule := range s.Unused {
		p.ReportSuppression(s, lint.Violation{Message: fmt.Sprintf(unusedWords[s.Kind], rule), Hint: "remove it"})
	}
}

var unusedWords = [...]string{
	lint.Comment:    "there is nothing of %s to ignore here any more",
	lint.Setting:    "there is nothing of %s to ignore any more",
	lint.Approval:   "the change that was approved for %s is not there",
	lint.Acceptance: "the accepted violation of %s is not there any more",
}
