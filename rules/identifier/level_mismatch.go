package identifier

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// LevelMismatch reports identifiers of one level on something of another.
var LevelMismatch = &lint.Rule{
	ID:       "identifier/level-mismatch",
	Title:    "the number in an identifier is of another level than what it names",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
The number says the level: D_1.1 is an outcome, D_1.1.2 an output of it, D_1.1A an
indicator. An output with an outcome's number takes that outcome's place, and the
other way round it vanishes among the outputs.

Correct the number, or what the entry or result is called. The rule needs a
profile that gives the scheme of identifiers. It looks at entries that name their
level, and at results whose reference holds such an identifier.`,
	Check: lint.Also(lint.Each(levelOfEntry), lint.Each(levelOfResult)),
}

func levelOfEntry(p *lint.Pass, e *schema.Entry) {
	c, ok := codeOf(p.Env.Identifier, e.Identifier.Value)
	if !ok || c.Framework {
		return // a corporate framework numbers its indicators too: SP_D_0.1.5
	}
	if said := level(c); said != "" && e.Kind != schema.ActivityEntry && said != e.Kind {
		p.Report(lint.Violation{
			At:      e.Identifier.At,
			Field:   "identifier",
			Message: fmt.Sprintf("%s is called an %s, but by its number it is an %s", c.short(), e.Kind, said),
		})
	}
}

// level returns what the number says; "" where it can be several. Organisational
// results (class O) have one part less.
func level(c code) schema.EntryKind {
	switch {
	case c.Suffix != "":
		return schema.IndicatorEntry
	case c.depth() == 3:
		return schema.OutputEntry
	case c.depth() == 2 && c.Class == "D":
		return schema.OutcomeEntry
	}
	return ""
}

func levelOfResult(p *lint.Pass, r *schema.Result) {
	types := map[schema.EntryKind]string{schema.OutputEntry: "1", schema.OutcomeEntry: "2"}
	names := map[string]string{"1": "an output (type 1)", "2": "an outcome (type 2)"}
	for _, reference := range r.References {
		c, ok := codeOf(p.Env.Identifier, reference.Code.Value)
		if !ok || c.Framework {
			continue
		}
		want, given := types[level(c)], strings.TrimSpace(r.Type.Value)
		if want == "" || names[given] == "" || want == given {
			continue
		}
		p.Report(lint.Violation{
			At:      r.Type.At,
			Message: fmt.Sprintf("the result is %s, but by its reference %s it is %s", names[given], c.short(), names[want]),
			Related: []lint.Related{{At: reference.Code.At, Message: "the reference"}},
		})
	}
}
