package identifier

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Malformed reports identifiers that the organisation's own scheme does not allow.
var Malformed = &lint.Rule{
	ID:       "identifier/malformed",
	Title:    "an identifier does not follow the organisation's scheme",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
An organisation forms its identifiers by one scheme, so that an entry can be
found by its office, its framework and its number. An identifier that is formed
otherwise is not found there, and the corrected one counts as a new entry.

The scheme is part of the profile: with --profile un-women it is
XM-DAC-41146-MLI_D_1.1, the organisation, the office, D (development) or O
(organisational), and the number. Without such a profile the rule is silent.`,
	Check: lint.Each(malformed),
}

func malformed(p *lint.Pass, e *schema.Entry) {
	scheme, id := p.Env.Identifier, e.Identifier
	value := strings.TrimSpace(id.Value)
	if scheme == nil || value == "" || scheme.Pattern.MatchString(withoutSlips(value)) {
		return // blank is identifier/missing's business, odd characters another rule's
	}
	v := lint.Violation{
		At:      id.At,
		Message: fmt.Sprintf("identifier %q is not of the form %s", value, scheme.Example),
	}
	if repaired, why, ok := repair(scheme, value); ok {
		v.Message += ": " + why
		v.Fixes = []lint.Fix{lint.Replace(fmt.Sprintf("write %q", repaired), false, id.At, repaired)}
	}
	p.Report(v)
}

// repairs undo the usual slips in an identifier, in the order tried. Each is tried
// alone, then all of them together.
var repairs = []struct {
	why string
	do  func(string) string
}{
	{"it has a space in it", func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}},
	{"it has small letters", strings.ToUpper},
	{"it ends in a full stop", func(s string) string { return strings.TrimRight(s, ".,;:") }},
	{"it has a dash in place of a hyphen", func(s string) string { return strings.NewReplacer("–", "-", "—", "-").Replace(s) }},
	{"the office, the letter and the number are joined by underscores", underscores},
	{"the number is written with full stops", func(s string) string { return strings.ReplaceAll(s, ",", ".") }},
}

// repair finds the slip that, undone, makes an identifier match.
func repair(scheme *lint.Identifier, value string) (repaired, why string, ok bool) {
	all := value
	var reasons []string
	for _, r := range repairs {
		if s := r.do(value); s != value && scheme.Pattern.MatchString(s) {
			return s, r.why, true
		}
		if s := r.do(all); s != all {
			all = s
			reasons = append(reasons, r.why)
		}
	}
	if scheme.Pattern.MatchString(all) {
		return all, phrase.List(reasons, "and"), true
	}
	return "", "", false
}

// underscores rewrites MLI-D1.1, MLI D 1.1 or MLI_D1.1 as MLI_D_1.1.
func underscores(s string) string {
	number := strings.LastIndexFunc(s, func(r rune) bool { return r != '.' && !unicode.IsDigit(r) }) + 1
	head := strings.TrimRight(s[:number], "-_ .")
	if number == len(s) || head == "" {
		return s
	}
	class := head[len(head)-1:]
	unit := strings.TrimRight(head[:len(head)-1], "-_ .")
	if len(unit) == len(head)-1 { // letter and unit not set apart
		return s
	}
	return unit + "_" + class + "_" + s[number:]
}
