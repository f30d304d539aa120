package spelling

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// MisspeltName reports near misses of the names of countries.
var MisspeltName = &lint.Rule{
	ID:       "spelling/misspelt-name",
	Title:    "the name of a country is misspelt",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"Afghanisthan" is found by nobody who searches for Afghanistan. Dictionaries pass
over names; this rule compares capitalised words in English text that no
dictionary knows with the country names of the standard's own code list.

Write the name as the code list has it.`,
	Check: prose.EachText(nearNames, misspeltName),
}

// shortestName is the number of letters from which on one slip still points to
// one country: Mali and Malta, Niger and Nigeria are too near to others.
const shortestName = 7

// nearMiss is a word that is almost the name of a country.
type nearMiss struct {
	text.Span
	name string
}

func nearNames(t prose.Text) (found []nearMiss) {
	doc := t.Doc()
	if doc.Language() != "en" || t.Role.Of == schema.NoKind {
		return nil
	}
	countries := countryNames()
	for _, w := range doc.Words() {
		if !w.Has(text.Capitalised) || w.Has(text.Digit|text.Hyphen|text.Apostrophe) || w.Len() < shortestName-1 {
			continue
		}
		word := w.Of(t.Value)
		if name, ok := nearName(word, countries[word[0]]); ok && !t.Foreign(w.Span) {
			found = append(found, nearMiss{w.Span, name})
		}
	}
	return found
}

func misspeltName(p *lint.Pass, n *schema.Narrative, found []nearMiss) {
	for _, m := range found {
		p.Report(lint.Violation{
			At:      prose.At(p, n, m.Span),
			Message: fmt.Sprintf("%q is one letter off the country %q", m.Of(n.Value), m.name),
			Fixes:   prose.Rewrite(p, n, fmt.Sprintf("write %q", m.name), false, prose.Change{Span: m.Span, To: m.name}),
		})
	}
}

// country is the name of a country.
type country struct {
	name    string
	letters []rune
}

// countryNames returns the single-word names of countries, long enough to compare,
// by their first byte.
var countryNames = sync.OnceValue(func() map[byte][]country {
	names := map[byte][]country{}
	for _, c := range codelist.Embedded().List("Country").Codes() {
		name, _, _ := strings.Cut(c.Name, " (")
		if utf8.RuneCountInString(name) >= shortestName && !strings.ContainsAny(name, " ,-'’") {
			names[name[0]] = append(names[name[0]], country{name, []rune(name)})
		}
	}
	return names
})

func nearName(word string, countries []country) (string, bool) {
	isPrefix := func(c country) bool { return strings.HasPrefix(word, c.name) }
	if slices.ContainsFunc(countries, isPrefix) { // Rwanda, Rwandan
		return "", false
	}
	letters := []rune(word)
	for _, c := range countries {
		if nearest.Distance(letters, c.letters, 1) == 1 {
			return c.name, !inAnyDictionary(word)
		}
	}
	return "", false
}

// inAnyDictionary reports whether any dictionary has a word: Somali, Angolan, Éthiopie.
func inAnyDictionary(word string) bool {
	return slices.ContainsFunc(dict.Languages(), func(language string) bool {
		d, ok := dict.For(language)
		return ok && d.Has(word)
	})
}
