package identifier

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/found"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// WrongOrganisation reports identifiers that belong to another organisation.
var WrongOrganisation = &lint.Rule{
	ID:       "identifier/wrong-organisation",
	Title:    "an identifier does not begin with the reporting organisation's reference",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Refs:     []string{"1.1.21"},
	Doc: `
An identifier is the reporting organisation's reference, a hyphen and the
activity's own code. That makes it unique in the world. One that begins otherwise
is taken for an activity of another organisation, or collides with one.

Correct the identifier, or the reference of the reporting organisation. If the
organisation had another reference before, keep the identifier and name the old
reference in an other-identifier of type B1.

Where the configuration names the organisation, an entry that another one reports
is told of too.`,
	Check: lint.Each(wrongOrganisation),
}

func wrongOrganisation(p *lint.Pass, e *schema.Entry) {
	id := e.Identifier
	if strings.TrimFunc(id.Value, isSpace) == "" || e.ReportingOrg == nil || !e.ReportingOrg.Ref.Present() {
		return // that is missing is said already
	}
	if org := e.ReportingOrg.Ref; p.Env.Organisation != "" && withoutSlips(org.Value) != withoutSlips(p.Env.Organisation) && strings.TrimSpace(org.Value) != "" {
		p.Report(lint.Violation{
			At:      org.At,
			Message: fmt.Sprintf("the entry is reported by %q; in this project it has to be %q", org.Value, p.Env.Organisation),
		})
		return
	}
	if beginsWithOrganisation(e, unchanged) || beginsWithOrganisation(e, withoutSlips) || found.Official(e, "1.1.21") {
		return // white space and the like are another rule's business
	}
	org := e.ReportingOrg.Ref
	if withoutSlips(id.Value) == withoutSlips(org.Value) {
		return // identifier/equals-organisation
	}
	v := lint.Violation{
		At:      id.At,
		Field:   "identifier",
		Message: fmt.Sprintf("identifier %q does not begin with %q, the reference of the reporting organisation and a hyphen", id.Value, org.Value+"-"),
		Refs:    []string{"1.1.21"},
		Related: []lint.Related{{At: org.At, Message: "the reference of the reporting organisation"}},
	}
	if strings.TrimSpace(org.Value) == "" {
		v.At = org.At
		v.Field = ""
		v.Message = "the reporting organisation's reference is blank, so no identifier can begin with it"
		v.Related = nil
	}
	p.Report(v)
}

func unchanged(s string) string { return s }

// beginsWithOrganisation reports whether the identifier begins with one of the reporting
// organisation's references and a hyphen, as the official validator compares
// them or after cleaning.
func beginsWithOrganisation(e *schema.Entry, cleaned func(string) string) bool {
	id := cleaned(e.Identifier.Value)
	if e.ReportingOrg != nil && e.ReportingOrg.Ref.Present() && strings.HasPrefix(id, cleaned(e.ReportingOrg.Ref.Value)+"-") {
		return true
	}
	return slices.ContainsFunc(e.OtherIdentifiers, func(o *schema.OtherIdentifier) bool {
		return o.Type.Value == "B1" && strings.HasPrefix(id, cleaned(o.Ref.Value)+"-")
	})
}
