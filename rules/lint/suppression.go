package lint

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Suppression is something that keeps violations from being reported, and how
// it was used in a run: what an author wrote into a file, a setting, or an
// accepted violation.
type Suppression struct {
	Kind   SuppressionKind
	Rules  []string // rules or families, as written
	Reason string
	Until  schema.Date // the last day that it holds; zero = for good

	Unused    []string // of Rules: they ran, and nothing of theirs was suppressed
	Unknown   []string // of Rules: there is no such rule or family
	Known     []string // all rules and families, where one is unknown
	Ended     bool     // Until is past
	Misplaced bool     // it is about the whole file, but does not stand where it could

	File    string
	Home    string // the file that Entry begins in, where it is another one
	Entry   string
	Span    schema.Span
	Snippet Snippet
}

// SuppressionKind is where a suppression is written.
type SuppressionKind uint8

// The kinds of suppressions.
const (
	Comment    SuppressionKind = iota // in the submission itself
	Setting                           // "ignore" of the configuration
	Approval                          // "approved" of the configuration
	Acceptance                        // in the file of accepted violations
)

// SuppressedBy is why a violation is not reported.
type SuppressedBy struct {
	Kind   SuppressionKind
	Reason string
}

// Suppressions is the check of a rule on suppressions, which runs after all
// others.
func Suppressions(check func(*Pass, *Suppression)) Check { return Check{Suppression: check} }

// ReportSuppression reports a violation in the place of a suppression.
func (p *Pass) ReportSuppression(s *Suppression, v Violation) {
	v.File, v.Home, v.Entry, v.Span, v.Snippet = s.File, s.Home, s.Entry, s.Span, s.Snippet
	if p.setSeverity(&v) {
		p.finish(v, strings.Join(s.Rules, " ")+" "+s.Reason+" "+v.Message)
	}
}
