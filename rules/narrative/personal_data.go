package narrative

import (
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// PersonalData reports data of persons in published text.
var PersonalData = &lint.Rule{
	ID:       "narrative/personal-data",
	Title:    "a text gives a person's e-mail address, phone number or identity number",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
What is published once is copied by others and can't be taken back. Addresses and
numbers of persons in a narrative are rarely meant for the public, break data
protection rules, and can put people at risk.

Remove them, or name the office instead: its address belongs into contact-info.
Addresses of an office (info@, contact@) are left alone.`,
	Check: prose.EachText(personalItems, personalData),
}

func personalItems(t prose.Text) []text.Personal {
	if !t.Role.Text() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.Doc().Personal()), func(item text.Personal) bool { return item.Role })
}

func personalData(p *lint.Pass, n *schema.Narrative, found []text.Personal) {
	for _, item := range found {
		p.Report(lint.Violation{
			At:      prose.At(p, n, item.Span),
			Message: fmt.Sprintf("%s gives %s: %q", prose.Called(p, n), personalName(item.Kind), item.Of(n.Value)),
			Hint:    "leave it out, or name the office in its place",
		})
	}
}

func personalName(k text.PersonalKind) string {
	switch k {
	case text.EmailAddress:
		return "a person's e-mail address"
	case text.PhoneNumber:
		return "a phone number"
	}
	return "an identity number"
}
