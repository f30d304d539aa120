package lint

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Silence is how something that keeps violations from being reported fared in a
// run: what an author wrote into a file, a setting, or an accepted violation.
type Silence struct {
	Kind   SilenceKind
	Rules  []string // rules or families, as written
	Reason string
	Until  schema.Date // the last day that it holds; zero = for good

	Unused    []string // of Rules: they ran, and it kept nothing of theirs back
	Unknown   []string // of Rules: there is no such rule or family
	Known     []string // what there is, where something is unknown
	Ended     bool     // Until is past
	Misplaced bool     // it is about the whole file, but does not stand where it could

	File    string
	Home    string // the file that Entry begins in, where it is another one
	Entry   string
	Span    schema.Span
	Snippet Snippet
}

// SilenceKind is where a silence comes from.
type SilenceKind uint8

// The kinds of silences.
const (
	Comment    SilenceKind = iota // in the submission itself
	Setting                       // "ignore" of the configuration
	Approval                      // "approved" of the configuration
	Acceptance                    // in the file of accepted violations
)

// Silences is the check of a rule on what keeps violations from being reported.
// It runs when everything else is done.
func Silences(check func(*Pass, *Silence)) Check { return Check{Silence: check} }

// ReportSilence reports something about a silence, in its place.
func (p *Pass) ReportSilence(s *Silence, v Violation) {
	v.File, v.Home, v.Entry, v.Span, v.Snippet = s.File, s.Home, s.Entry, s.Span, s.Snippet
	p.finish(v, strings.Join(s.Rules, " ")+" "+s.Reason+" "+v.Message)
}
