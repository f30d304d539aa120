package identifier

import (
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Missing reports entries without an identifier. In XML the absence of the
// element is found by the reader, with the rest of the structure.
var Missing = &lint.Rule{
	ID:       "identifier/missing",
	Title:    "an entry has no identifier",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.3.1", "1.1.3", "1.1.21", "1.3.1"},
	Doc: `
The identifier is what an entry is known by: other activities refer to it,
readers find its next version by it, and without it the entry can't be corrected
once it is published. The standard asks for one that is not blank.

Write the reporting organisation's reference, a hyphen and the entry's own code,
as in XM-DAC-41146-MLI_D_1.1.`,
	Check: lint.Also(lint.Each(missing), lint.Faults(schema.MissingIdentifier)),
}

func missing(p *lint.Pass, e *schema.Entry) {
	switch {
	case strings.TrimSpace(e.Identifier.Value) != "":
	case e.Identifier.Present():
		p.Report(lint.Violation{At: e.Identifier.At, Message: "the identifier is blank", Hint: hint(p), Refs: officialBlank(e)})
	case e.File.Format != schema.XML && !e.ResultsOnly:
		p.Report(lint.Violation{At: e.Tag, Message: "this " + string(e.Kind) + " has no identifier", Hint: hint(p)})
	}
}

// officialBlank returns the official validator's rules that a blank identifier
// breaks: it has white space at its edges, begins with no organisation, and is
// its equal where that is blank too.
func officialBlank(e *schema.Entry) []string {
	var refs []string
	if e.Identifier.Value != "" {
		refs = append(refs, "1.3.1")
	}
	if e.ReportingOrg != nil && e.ReportingOrg.Ref.Present() {
		refs = append(refs, "1.1.21")
		if e.ReportingOrg.Ref.Value == e.Identifier.Value {
			refs = append(refs, "1.1.3")
		}
	}
	return refs
}

func hint(p *lint.Pass) string {
	if p.Env.Identifier != nil {
		return "write it as " + p.Env.Identifier.Example
	}
	return "write the reporting organisation's reference, a hyphen and the entry's own code"
}
