package identifier

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// RepeatedVocabulary reports two references of one vocabulary on an indicator.
var RepeatedVocabulary = &lint.Rule{
	ID:       "identifier/repeated-vocabulary",
	Title:    "an indicator has two references of one vocabulary",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A reference says which indicator of a vocabulary this one is. It can't be two of
them at once, so the standard allows each vocabulary once per indicator.

Keep the reference that fits, or report two indicators.`,
	Check: lint.Each(repeatedVocabulary),
}

func repeatedVocabulary(p *lint.Pass, i *schema.Indicator) {
	for n, r := range i.References {
		for _, earlier := range i.References[:n] {
			if strings.TrimSpace(r.Vocabulary.Value) == "" || r.Vocabulary.Value != earlier.Vocabulary.Value || r.URI.Value != earlier.URI.Value {
				continue
			}
			p.Report(lint.Violation{
				At:      r.Vocabulary.At,
				Node:    r,
				Message: fmt.Sprintf("the indicator has a second reference of vocabulary %q: %q after %q", r.Vocabulary.Value, r.Code.Value, earlier.Code.Value),
				Related: []lint.Related{{At: earlier.Tag, Message: "the first reference of this vocabulary"}},
			})
			break
		}
	}
}
