package marker

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TestEntry reports entries that were made to try something out.
var TestEntry = &lint.Rule{
	ID:       "marker/test-entry",
	Title:    "an entry is a test or the standard's own example",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
Entries that were made to try out a tool, or copied from the standard's examples
(AA-AAA-123456789-ABC123), are counted and added up with the rest once they are
published.

Remove the entry. If it is real, write its own text and identifier.`,
	Check: lint.Also(lint.Each(testIdentifier), each(text.TestEntry, testText)),
}

// exampleIdentifier begins the identifiers of the standard's example activity.
const exampleIdentifier = "AA-AAA-123456789"

func testIdentifier(p *lint.Pass, e *schema.Entry) {
	id := strings.TrimSpace(e.Identifier.Value)
	if strings.HasPrefix(id, exampleIdentifier) {
		p.Report(lint.Violation{
			At:      e.Identifier.At,
			Message: fmt.Sprintf("identifier %q is the standard's own example", id),
			Hint:    "write the entry's own identifier, or remove the entry",
		})
		return
	}
	if org := e.ReportingOrg; org != nil && strings.HasPrefix(strings.TrimSpace(org.Ref.Value), exampleIdentifier) {
		p.Report(lint.Violation{
			At:      org.Ref.At,
			Node:    org,
			Message: fmt.Sprintf("reporting organisation %q is the standard's own example", org.Ref.Value),
			Hint:    "write your own organisation's identifier, or remove the entry",
		})
	}
}

func testText(p *lint.Pass, n *schema.Narrative, m text.Marker) {
	p.Report(lint.Violation{
		At:      prose.At(p, n, m.Span),
		Message: fmt.Sprintf("%s looks like a test: %q", prose.Called(p, n), m.Of(n.Value)),
		Hint:    "write the real text, or remove it",
	})
}
