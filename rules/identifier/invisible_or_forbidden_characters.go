package identifier

import (
	"fmt"
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
	if !beginsRight(e, asIs) && beginsRight(e, withoutSlips) {
		v.Refs = append(v.Refs, "1.1.21")
	}
	if s := p.Env.Identifier; s != nil && !s.Pattern.MatchString(strings.TrimSpace(e.Identifier.Value)) {
		v.Severity = lint.Error // not the organisation's scheme either
	}
	p.Report(v)
}

func badOrganisation(p *lint.Pass, o *schema.Organisation) {
	if o.Name() != "reporting-org" {
		report(p, o.Ref, "the reference of the participating organisation", "1.8.1", "1.8.13")
		report(p, o.ActivityID, "the activity of the participating organisation", "1.9.1", "")
		return
	}
	v, bad := badCharacters(p, o.Ref, "the reference of the reporting organisation", "1.14.1", "1.14.13")
	if !bad {
		return
	}
	if e := p.Entry; !beginsRight(e, asIs) && beginsRight(e, withoutSlips) && len(slips(e.Identifier.Value)) == 0 {
		v.Refs = append(v.Refs, "1.1.21")
	}
	p.Report(v)
}

func badOtherIdentifier(p *lint.Pass, o *schema.OtherIdentifier) {
	switch o.Type.Value {
	case "A3":
		report(p, o.Ref, "the previous identifier", "1.6.1", "")
	case "B1":
		report(p, o.Ref, "the previous reference of the reporting organisation", "1.16.1", "")
	}
}

func badRelatedActivity(p *lint.Pass, r *schema.RelatedActivity) {
	report(p, r.Ref, "the identifier of the related activity", "1.7.1", "")
}

func report(p *lint.Pass, id schema.Text, what, edgeRef, forbiddenRef string) {
	if v, bad := badCharacters(p, id, what, edgeRef, forbiddenRef); bad {
		p.Report(v)
	}
}

// badCharacters makes one violation of all that is wrong with an identifier.
// forbiddenRef is empty where the official validator allows / & | ?.
func badCharacters(p *lint.Pass, id schema.Text, what, edgeRef, forbiddenRef string) (lint.Violation, bool) {
	v := lint.Violation{At: id.At}
	fix := lint.Fix{Safe: true}
	var names []string
	for _, s := range slips(id.Value) {
		if s.kind == forbidden && forbiddenRef == "" {
			continue
		}
		switch s.kind {
		case edge:
			v.Refs = add(v.Refs, edgeRef)
		case forbidden:
			v.Refs = add(v.Refs, forbiddenRef)
		}
		names = add(names, s.name)
		fix.Safe = fix.Safe && (s.kind == edge || s.kind == invisible)
		fix.Edits = append(fix.Edits, lint.Edit{At: p.Entry.Source.Within(id, s.Start, s.End), Text: s.to})
	}
	if len(names) == 0 {
		return v, false
	}
	v.Message = fmt.Sprintf("%s %q has %s", what, id.Value, list(names))
	fix.Title = fmt.Sprintf("write %q", withoutSlips(id.Value))
	v.Fixes = []lint.Fix{fix}
	return v, true
}

func add(list []string, item string) []string {
	for _, s := range list {
		if s == item {
			return list
		}
	}
	return append(list, item)
}

// list joins names: a, b and c.
func list(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
