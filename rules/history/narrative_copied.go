package history

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NarrativeCopied reports reports on a new year in the words of the last.
var NarrativeCopied = &lint.Rule{
	ID:       "history/narrative-copied",
	Title:    "a narrative is that of the earlier submission, though the reporting year moved",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A year of work is not told in the words of the year before. Where only the years and
figures are others, the text was copied and is still to be rewritten.

Write what was reached since. Texts count as the same if 95 % of their words are,
years and numbers set aside (an option). That the year moved is told by the years in
the text, and for a progress note also by those in the statement, by a later period
with an actual, or by the year of the last update. The description of an activity
may stay as it is; a comment on the actual of a new period may not be that of the
period before. Where nothing at all changed, history/not-updated is the rule.`,
	Options: &NarrativeCopiedOptions{Words: 15, Same: 95},
	Check:   lint.Also(inBoth(narrativeCopied), inBoth(commentCopied)),
}

// NarrativeCopiedOptions are the options of history/narrative-copied.
type NarrativeCopiedOptions struct {
	Words int `yaml:"words" doc:"shorter texts are not compared"`
	Same  int `yaml:"same" doc:"per cent of the words that make two texts the same"`
}

func narrativeCopied(p *lint.Pass, before, after *schema.Narrative) {
	part := prose.PartOf(p.Entry, after)
	if part.Name != "description" || part.Of != schema.Node(p.Entry) {
		return
	}
	same, ok := shareCopied(p, before, after)
	if !ok || !yearsAdvanced(p, before, after) && !(p.Entry.Kind != schema.ActivityEntry && reportMoved(p)) {
		return
	}
	reportCopied(p, after, before, same, prose.Called(p, after)+" is that of the earlier submission")
}

// commentCopied checks the comments on the actuals of periods later than all that
// had one before.
func commentCopied(p *lint.Pass, before, after *schema.Indicator) {
	last := latestActualDay(before)
	if last.IsZero() {
		return
	}
	for _, period := range after.Periods {
		if !period.End.OK || !period.End.Parsed.After(last) {
			continue
		}
		for _, n := range comments(period.Actuals) {
			if old, from, same := firstCopied(p, before, n, last); old != nil {
				reportCopied(p, n, old, same, fmt.Sprintf("the comment on the actual for %s is that for %s", years(period), years(from)))
			}
		}
	}
}

// firstCopied returns the comment on the latest actuals that a comment was copied
// from, and its period; nil if it was not.
func firstCopied(p *lint.Pass, before *schema.Indicator, n *schema.Narrative, last schema.Date) (*schema.Narrative, *schema.Period, int) {
	for _, period := range before.Periods {
		if !period.End.OK || period.End.Parsed != last {
			continue
		}
		for _, old := range comments(period.Actuals) {
			if same, ok := shareCopied(p, old, n); ok {
				return old, period, same
			}
		}
	}
	return nil, nil, 0
}

func comments(actuals []*schema.Measurement) []*schema.Narrative {
	var list []*schema.Narrative
	for _, a := range actuals {
		list = append(list, narratives(a.Comment)...)
	}
	return list
}

func reportCopied(p *lint.Pass, after, before *schema.Narrative, same int, message string) {
	if same == 100 && before.Value == after.Value {
		message += ", word for word"
	} else {
		message += fmt.Sprintf(": %d %% of it, years and numbers set aside", same)
	}
	report(p, lint.Violation{
		At: after.At, Node: after, Message: message, Hint: "write what was reached since",
	}, earlierValue{at: before.At, text: before.Value}, after.Value)
}

// shareCopied returns how much of a text is that of an earlier one, in per cent, and
// whether that is too much.
func shareCopied(p *lint.Pass, before, after *schema.Narrative) (int, bool) {
	options := lint.Options[NarrativeCopiedOptions](p)
	b, a := prose.Of(p.Env, before), prose.Of(p.Env, after)
	if len(a.Words()) < options.Words {
		return 0, false
	}
	const hopeless = 0.7 // of the telling words
	old, current := b.Normal(true), a.Normal(true)
	if old == current {
		return 100, true
	}
	if text.Jaccard(b.ContentWords(nil), a.ContentWords(nil)) < hopeless {
		return 0, false
	}
	kept, all := 0, 0
	for _, d := range lint.NewChange(old, current).Diff {
		n := len(strings.Fields(d.Text))
		all += n
		if d.Op == lint.Equal {
			kept += n
			all += n
		}
	}
	same := 200 * kept / max(all, 1)
	return same, same >= options.Same
}

// yearsAdvanced reports whether the years in a text, one by one, are later than they were.
func yearsAdvanced(p *lint.Pass, before, after *schema.Narrative) bool {
	b, a := yearsIn(prose.Of(p.Env, before)), yearsIn(prose.Of(p.Env, after))
	if len(a) != len(b) {
		return false
	}
	moved := false
	for i := range a {
		if a[i] < b[i] {
			return false
		}
		moved = moved || a[i] > b[i]
	}
	return moved
}

// yearsIn returns the years that a text names, in its order.
func yearsIn(doc *text.Doc) []int {
	var list []int
	for _, n := range doc.Numbers() {
		if n.Kind != text.Year && n.Kind != text.Date {
			continue
		}
		for _, part := range strings.FieldsFunc(n.Of(doc.Text()), func(r rune) bool { return r < '0' || r > '9' }) {
			if year, ok := schema.ParseYear(part); ok {
				list = append(list, year)
			}
		}
	}
	return list
}

// reportMoved reports whether an entry is about a later year than before: by its
// statement, a later period with an actual, or its last update.
func reportMoved(p *lint.Pass) bool {
	if b, a := p.Earlier.Statement(), p.Entry.Statement(); b != nil && a != nil && yearsAdvanced(p, b, a) {
		return true
	}
	if b, a := latestActualIn(p.Earlier), latestActualIn(p.Entry); !b.IsZero() && a.Year > b.Year {
		return true
	}
	b, a := p.Earlier.LastUpdated, p.Entry.LastUpdated
	return b.OK && a.OK && a.Parsed.Year > b.Parsed.Year
}

func latestActualIn(e *schema.Entry) schema.Date {
	var last schema.Date
	for i := range values.Indicators(e) {
		if day := latestActualDay(i); day.After(last) {
			last = day
		}
	}
	return last
}

// latestActualDay returns the end of the last period with an actual.
func latestActualDay(i *schema.Indicator) schema.Date {
	var last schema.Date
	for _, period := range i.Periods {
		if len(period.Actuals) > 0 && period.End.OK && period.End.Parsed.After(last) {
			last = period.End.Parsed
		}
	}
	return last
}
