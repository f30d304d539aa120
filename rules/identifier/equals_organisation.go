package identifier

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// EqualsOrganisation reports activities with the identifier of their organisation.
var EqualsOrganisation = &lint.Rule{
	ID:       "identifier/equals-organisation",
	Title:    "an activity has the identifier of its organisation",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"1.1.3", "1.1.21"},
	Doc: `
The reporting organisation's reference names the organisation. An activity by the
same name can't be told from it, and a second activity would have the same
identifier.

Write the reference, a hyphen and the activity's own code.`,
	Check: lint.Each(equalsOrganisation),
}

func equalsOrganisation(p *lint.Pass, e *schema.Entry) {
	if e.ReportingOrg == nil || strings.TrimFunc(e.Identifier.Value, isSpace) == "" {
		return
	}
	id, org := e.Identifier, e.ReportingOrg.Ref
	if withoutSlips(id.Value) != withoutSlips(org.Value) {
		return
	}
	v := lint.Violation{
		At:      id.At,
		Field:   "identifier",
		Message: fmt.Sprintf("the activity's identifier %q is the reference of the reporting organisation", strings.TrimSpace(id.Value)),
		Hint:    fmt.Sprintf("write %q and the activity's own code", withoutSlips(org.Value)+"-"),
		Related: []lint.Related{{At: org.At, Message: "the reference of the reporting organisation"}},
	}
	if id.Value == org.Value {
		v.Refs = append(v.Refs, "1.1.3")
	}
	if !beginsWithOrganisation(e, unchanged) {
		v.Refs = append(v.Refs, "1.1.21")
	}
	p.Report(v)
}
