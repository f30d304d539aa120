package identifier

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// VocabularyWithoutAddress reports codes of an organisation's own vocabulary
// that nobody can look up.
var VocabularyWithoutAddress = &lint.Rule{
	ID:       "identifier/vocabulary-without-address",
	Title:    "a reference to the organisation's own vocabulary does not say where to find it",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
Vocabulary 99 is the reporting organisation's own. Without the address of a list
of its codes nobody else can tell what a code means; the standard strongly
recommends to give one.

Write the address of the list into indicator-uri of an indicator's reference, into
vocabulary-uri of a result's. Reported once per entry.`,
	Check: lint.Each(vocabularyWithoutAddress),
}

func vocabularyWithoutAddress(p *lint.Pass, e *schema.Entry) {
	var list []*schema.Reference
	look := func(references []*schema.Reference) {
		for _, r := range references {
			if r.Vocabulary.Value == "99" && r.Code.Value != "" && r.URI.Value == "" {
				list = append(list, r)
			}
		}
	}
	for _, r := range e.Results {
		look(r.References)
		for _, i := range r.Indicators {
			look(i.References)
		}
	}
	if len(list) == 0 {
		return
	}
	first := list[0]
	v := lint.Violation{
		At:      first.Tag,
		Node:    first,
		Message: fmt.Sprintf("the code %q is of the organisation's own vocabulary, but there is no address to look it up", first.Code.Value),
		Hint:    "give the address of the list of codes in indicator-uri",
	}
	if len(list) > 1 {
		v.Message += fmt.Sprintf("; so it is with %d references of this entry", len(list))
	}
	if _, onResult := first.Parent().(*schema.Result); onResult {
		v.Hint = "give the address of the list of codes in vocabulary-uri"
	}
	p.Report(v)
}
