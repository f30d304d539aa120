package identifier

import (
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// InvisibleOrForbiddenCharacters reports identifiers and references that hold
// what can't be seen or may not stand there.
var InvisibleOrForbiddenCharacters = &lint.Rule{
	ID:       "identifier/invisible-or-forbidden-characters",
	Title:    "an identifier holds characters that can't be seen or may not stand there",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Refs:     []string{"1.1.21", "1.3.1", "1.3.13", "1.6.1", "1.7.1", "1.8.1", "1.8.13", "1.9.1", "1.14.1", "1.14.13", "1.16.1"},
	Doc: `
Identifiers are compared character by character. One with a space at its end, a
Cyrillic А or a dash in place of a hyphen looks right and matches nothing. A
slash, an ampersand, a vertical bar or a question mark can't stand in a web
address, which is how identifiers are looked up.

Remove white space and invisible characters, type look-alikes anew. A published
identifier with a slash is better kept than changed: readers would take the new
one for another activity, unless other-identifier type A3 names the old one.`,
	Check: lint.Also(
		lint.Each(badEntry), lint.Each(badOrganisation), lint.Each(badOtherIdentifier), lint.Each(badRelatedActivity)),
}

func badEntry(p *lint.Pass, e *schema.Entry) {
	if strings.TrimFunc(e.Identifier.Value, isSpace) == "" {
		return // identifier/missing
	}
	v, bad := badCharacters(p, e.Identifier, "the identifier", "1.3.1", "1.3.13")
	if !bad {
		return
	}
	v.Field = "identifier"
	if !beginsWithOrganisation(e, unchanged) && beginsWithOrganisation(e, withoutSlips) {
		v.Refs = append(v.Refs, "1.1.21")
	}
	if s := p.Env.Identifier; s != nil && !s.Pattern.MatchString(strings.TrimSpace(e.Identifier.Value)) {
		v.Severity = lint.Error // not the organisation's scheme either
	}
	p.Report(v)
}

func badOrganisation(p *lint.Pass, o *schema.Organisation) {
	if o.Name() != "reporting-org" {
		reportCharacters(p, o.Ref, "the reference of the participating organisation", "1.8.1", "1.8.13")
		reportCharacters(p, o.ActivityID, "the activity of the participating organisation", "1.9.1", "")
		return
	}
	v, bad := badCharacters(p, o.Ref, "the reference of the reporting organisation", "1.14.1", "1.14.13")
	if !bad {
		return
	}
	if e := p.Entry; !beginsWithOrganisation(e, unchanged) && beginsWithOrganisation(e, withoutSlips) && len(slips(e.Identifier.Value)) == 0 {
		v.Refs = append(v.Refs, "1.1.21")
	}
	p.Report(v)
}

func badOtherIdentifier(p *lint.Pass, o *schema.OtherIdentifier) {
	switch o.Type.Value {
	case "A3":
		reportCharacters(p, o.Ref, "the previous identifier", "1.6.1", "")
	case "B1":
		reportCharacters(p, o.Ref, "the previous reference of the reporting organisation", "1.16.1", "")
	}
}

func badRelatedActivity(p *lint.Pass, r *schema.RelatedActivity) {
	reportCharacters(p, r.Ref, "the identifier of the related activity", "1.7.1", "")
}

func reportCharacters(p *lint.Pass, id schema.Text, what, edgeRef, forbiddenRef string) {
	if v, bad := badCharacters(p, id, what, edgeRef, forbiddenRef); bad {
		p.Report(v)
	}
}
