package identifier

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// UnknownUnit reports identifiers of an office that is not known.
var UnknownUnit = &lint.Rule{
	ID:       "identifier/unknown-unit",
	Title:    "the office in an identifier is not known",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
The office in an identifier is a country's code of three letters (ISO 3166-1) or
one of the codes that the profile lists for regional and other offices. Another
one may be a slip of the pen, and the entry is then filed under nobody.

Correct the code, or add it to the units of the profile. Without a profile that
gives the scheme of identifiers the rule is silent.`,
	Check: lint.Each(unknownUnit),
}

func unknownUnit(p *lint.Pass, e *schema.Entry) {
	c, ok := codeOf(p.Env.Identifier, e.Identifier.Value)
	if !ok || c.Unit == "" || slices.Contains(p.Env.Identifier.Units, c.Unit) || countries().alpha3[c.Unit] {
		return
	}
	at := strings.Index(e.Identifier.Value, c.Unit+"_")
	v := lint.Violation{
		At:      e.Identifier.At,
		Field:   "identifier",
		Message: fmt.Sprintf("the office %q is neither a country's code of three letters nor a known office", c.Unit),
	}
	if at >= 0 {
		v.At = p.Entry.Source.Within(e.Identifier, at, at+len(c.Unit))
	}
	if three := countries().alpha2[c.Unit]; three != "" {
		v.Fixes = []lint.Fix{lint.Replace(fmt.Sprintf("write %q", three), false, v.At, three)}
	} else {
		v.Hint = "correct it, or add it to the units of the profile"
	}
	p.Report(v)
}

//go:embed iso3166.txt
var iso3166 string

type countryCodes struct {
	alpha3 map[string]bool
	alpha2 map[string]string // to alpha-3
}

// countries are the codes of ISO 3166-1, and XKX for Kosovo.
var countries = sync.OnceValue(func() countryCodes {
	c := countryCodes{map[string]bool{}, map[string]string{}}
	for line := range strings.Lines(iso3166) {
		three, two, _ := strings.Cut(strings.TrimSpace(line), " ")
		c.alpha3[three] = true
		c.alpha2[two] = three
	}
	return c
})
