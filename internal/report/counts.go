package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/lint"
)

// count is the number of violations of a rule or file.
type count struct {
	Name string
	triage.BySeverity
}

// tally counts violations by name, in order of appearance.
type tally struct {
	counts []count
	index  map[string]int
}

func (t *tally) add(name string, s lint.Severity) {
	if t.index == nil {
		t.index = map[string]int{}
	}
	i, ok := t.index[name]
	if !ok {
		i = len(t.counts)
		t.index[name] = i
		t.counts = append(t.counts, count{Name: name})
	}
	t.counts[i].Add(s, 1)
}

// Counts is how many violations a report shows, known before the first of them
// is written. The zero Counts has counted nothing.
type Counts struct {
	rules, files tally
}

// Add counts a violation.
func (c *Counts) Add(v *finding.Finding) {
	c.rules.add(v.Rule, v.Severity)
	c.files.add(v.File, v.Severity)
}

// HasRule reports whether a violation of a rule was counted.
func (c *Counts) HasRule(id string) bool {
	_, ok := c.rules.index[id]
	return ok
}

// byRule counts violations by rule, the most frequent first.
func byRule(c *Counts) []count {
	counts := slices.Clone(c.rules.counts)
	slices.SortFunc(counts, func(a, b count) int {
		return cmp.Or(cmp.Compare(b.Total(), a.Total()), cmp.Compare(a.Name, b.Name))
	})
	return counts
}

// byFile counts the violations of all files checked, in their order.
func byFile(d *Data) []count {
	var all []count
	for _, f := range d.Files {
		c := count{Name: f.Path}
		if i, ok := d.Counts.files.index[f.Path]; ok {
			c = d.Counts.files.counts[i]
		}
		all = append(all, c)
	}
	return all
}

// rulesByID returns the positions of the rules that ran, by ID.
func rulesByID(d *Data) map[string]int {
	index := map[string]int{}
	for i, r := range d.Rules {
		index[r.ID] = i
	}
	return index
}

// severityTotal is the number of violations of a severity.
type severityTotal struct {
	severity lint.Severity
	n        int
}

// String returns the total in words: "2 errors".
func (t severityTotal) String() string {
	return plural(t.n, t.severity.String(), t.severity.String()+"s")
}

// severityTotals returns the totals, that of the gravest severity first.
func severityTotals(c triage.BySeverity) []severityTotal {
	return []severityTotal{{lint.Error, c.Errors}, {lint.Warning, c.Warnings}, {lint.Info, c.Infos}}
}

// totalsInWords returns the totals as a list: "2 errors, 1 warning, 0 infos".
func totalsInWords(c triage.BySeverity) string {
	var parts []string
	for _, total := range severityTotals(c) {
		parts = append(parts, total.String())
	}
	return strings.Join(parts, ", ")
}

// checked returns what was checked and how much of what was found does not count, in words.
func checked(s triage.Summary) string {
	text := plural(s.Entries, "entry", "entries") + " in " + plural(s.Files, "file", "files") + " checked"
	if s.NotChecked > 0 {
		text += ", " + plural(s.NotChecked, "file", "files") + " not checked"
	}
	var uncounted []string
	for _, u := range []struct {
		n    int
		what string
	}{{s.Accepted, "accepted"}, {s.Suppressed, "ignored"}, {s.Known, "not new (--new-only)"}} {
		if u.n > 0 {
			uncounted = append(uncounted, phrase.Thousands(u.n)+" "+u.what)
		}
	}
	if len(uncounted) > 0 {
		text += "; not counted: " + strings.Join(uncounted, ", ")
	}
	return text
}

// Progress returns how much of a check is done, in words.
func Progress(filesDone, files, entries int) string {
	return phrase.Thousands(filesDone) + "/" + plural(files, "file", "files") + ", " + plural(entries, "entry", "entries")
}

// Totals returns the summary of a run in a sentence.
func Totals(d *Data) string {
	if d.Summary.Total() == 0 {
		return "nothing to report: " + checked(d.Summary)
	}
	return totalsInWords(d.Summary.BySeverity) + "; " + checked(d.Summary)
}

// hiddenNote returns a note on the violations that a report leaves out; "" for none.
func hiddenNote(d *Data) string {
	if d.Hidden == 0 {
		return ""
	}
	return plural(d.Hidden, "more violation", "more violations") + " not shown (--max-violations)"
}

// plural writes a count with its noun: "1 entry", "2 entries".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return phrase.Thousands(n) + " " + many
}
