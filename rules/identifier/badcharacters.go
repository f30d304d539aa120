package identifier

import (
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

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
			v.Refs = appendNew(v.Refs, edgeRef)
		case forbidden:
			v.Refs = appendNew(v.Refs, forbiddenRef)
		}
		names = appendNew(names, s.name)
		fix.Safe = fix.Safe && (s.kind == edge || s.kind == invisible)
		fix.Edits = append(fix.Edits, lint.Edit{At: p.Entry.Source.Within(id, s.Start, s.End), Text: s.to})
	}
	if len(names) == 0 {
		return v, false
	}
	v.Message = fmt.Sprintf("%s %q has %s", what, id.Value, phrase.List(names, "and"))
	fix.Title = fmt.Sprintf("write %q", withoutSlips(id.Value))
	v.Fixes = []lint.Fix{fix}
	return v, true
}

func appendNew(list []string, item string) []string {
	if slices.Contains(list, item) {
		return list
	}
	return append(list, item)
}
