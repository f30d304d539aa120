package language

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// InvalidCode reports languages that are not on the standard's list.
var InvalidCode = &lint.Rule{
	ID:       "language/invalid-code",
	Title:    "the code of a language is not on the standard's list",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.3.1", "9.95.1"},
	Doc: `
The standard takes the codes of two letters of ISO 639-1: en, fr, es, pt. Others,
such as eng or en-GB, are read as an unknown language, and the text is shown to
nobody who chose a language. The official validator lists this as rule 9.95.1 but
does not run it, so its report is silent here.

Write the code of two letters. A code in capitals means the same to most readers
and is reported as info. Each code is reported once per entry.`,
	Check: lint.Also(lint.Each(invalidCode), lint.Faults(schema.InvalidLanguage)),
}

func invalidCode(p *lint.Pass, e *schema.Entry) {
	type use struct {
		code schema.Text
		node schema.Node
		all  []schema.Range
	}
	var uses []*use
	look := func(code schema.Text, node schema.Node) {
		if !code.Present() || codelist.Embedded().Has("Language", code.Value) || e.FaultAt(code.At) {
			return
		}
		if i := slices.IndexFunc(uses, func(u *use) bool { return u.code.Value == code.Value }); i >= 0 {
			uses[i].all = append(uses[i].all, code.At)
			return
		}
		uses = append(uses, &use{code, node, []schema.Range{code.At}})
	}
	look(e.Language, e)
	for n := range lint.Nodes[*schema.Narrative](p) {
		look(n.Language, n)
	}
	for _, u := range uses {
		v := wrongCode(u.code, u.all)
		v.Node = u.node
		if len(u.all) > 1 {
			v.Message += fmt.Sprintf(" (%d times in this entry)", len(u.all))
		}
		p.Report(v)
	}
}

// wrongCode returns the violation of a code that stands in these places.
func wrongCode(code schema.Text, all []schema.Range) lint.Violation {
	v := lint.Violation{At: code.At, Message: fmt.Sprintf("the language %q is not on the list of languages", code.Value)}
	empty := strings.TrimSpace(code.Value) == ""
	if empty {
		v.Message = "the code of the language is empty"
	}
	right, ok := codelist.Embedded().List("Language").Nearest(code.Value)
	if empty || !ok {
		v.Hint = `write a code of two letters, such as xml:lang="fr"`
		return v
	}
	same := strings.EqualFold(right.Code, strings.TrimSpace(code.Value))
	if same {
		v.Severity = lint.Info
		v.Message = fmt.Sprintf("the language %q is written %q on the list of languages", code.Value, right.Code)
	}
	fix := lint.Fix{Title: fmt.Sprintf("write %q", right.Code), Safe: same}
	for _, at := range all {
		fix.Edits = append(fix.Edits, lint.Edit{At: at, Text: right.Code})
	}
	v.Fixes = []lint.Fix{fix}
	return v
}
