package period

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ExpiredTargetYear reports statements of a year that is over.
var ExpiredTargetYear = &lint.Rule{
	ID:       "period/expired-target-year",
	Title:    "an outcome is to be reached by a year that is over",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"By 2024, women …" was a promise. Once 2024 is over and the outcome is still
reported as running, readers ask whether it was kept; often the statement of the
last plan was taken over into the new one.

Close the entry and say what was reached, or give the new plan's statement. An entry
without a status may be a closing report, so there it is an info. The year is
compared with --as-of, so a report on a past year is checked with the date
of that report.`,
	Check: lint.Each(expiredTargetYear),
}

func expiredTargetYear(p *lint.Pass, e *schema.Entry) {
	if hasEnded(p, e) {
		return
	}
	titles := []*schema.Prose{e.Title}
	for _, r := range e.Results {
		titles = append(titles, r.Title)
	}
	for _, title := range titles {
		if title == nil || len(title.Narratives) == 0 {
			continue
		}
		n := title.Narratives[0]
		if !strings.Contains(n.Value, "20") {
			continue
		}
		if at, year, ok := targetYear(prose.Of(p.Env, n)); ok && year < p.Env.AsOf.Year && plausible(year) {
			v := lint.Violation{
				At:      prose.At(p, n, at),
				Node:    n,
				Message: fmt.Sprintf("%q was to be reached by %d, which is over on %s", beginning(n.Value), year, p.Env.AsOf),
			}
			if !e.Status.Present() {
				v.Severity = lint.Info // it may well be a closing report
			}
			p.Report(v)
		}
	}
}

// hasEnded reports whether an entry is over by its own account: finalised, closed,
// cancelled or suspended, or with an end in the past.
func hasEnded(p *lint.Pass, e *schema.Entry) bool {
	if slices.Contains([]string{"3", "4", "5", "6"}, e.Status.Value) {
		return true
	}
	_, end := lifetime(e)
	return end != nil && end.Date.Parsed.Before(p.Env.AsOf)
}

// targetYear reads "By 2024", "By the end of 2024", "D'ici à 2024", "Para 2024"
// at the beginning of a statement.
func targetYear(doc *text.Doc) (text.Span, int, bool) {
	const most = 6 // words up to the year
	words := doc.Words()
	if len(words) > 1 && strings.EqualFold(words[0].Of(doc.Text()), "à") {
		words = words[1:] // à l'horizon 2024
	}
	for i, w := range words[:min(most, len(words))] {
		word := strings.ReplaceAll(strings.ToLower(w.Of(doc.Text())), "’", "'")
		if year, ok := schema.ParseYear(word); ok && i > 0 {
			return text.Span{Start: words[0].Start, End: w.End}, year, true
		}
		if i == 0 && !slices.Contains(byWords, word) || i > 0 && !slices.Contains(betweenWords, word) {
			break
		}
	}
	return text.Span{}, 0, false
}

// byWords begin a statement that names the year by which it is to be reached.
var byWords = []string{"by", "until", "para", "hasta", "até", "d'ici", "l'horizon"}

// betweenWords may stand between them and the year: by the end of 2024.
var betweenWords = []string{
	"the", "end", "close", "start", "beginning", "middle", "mid", "late", "early", "of", "year", "and", "including",
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"à", "l'horizon", "la", "fin", "de", "l'année", "en", "décembre", "juin", "el", "final", "finales", "año", "diciembre", "o", "fim", "do", "ano", "dezembro",
}

// beginning returns the first words of a text, for messages.
func beginning(s string) string {
	const most = 40
	s = phrase.Collapse(s)
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := most
	for cut > most/2 && !unicode.IsSpace(runes[cut]) {
		cut--
	}
	return string(runes[:cut]) + "…"
}
