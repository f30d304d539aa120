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

// count is how many violations something has, by severity.
type count struct {
	Name                    string
	Errors, Warnings, Infos int
}

func (c *count) add(s lint.Severity) {
	switch s {
	case lint.Error:
		c.Errors++
	case lint.Warning:
		c.Warnings++
	case lint.Info:
		c.Infos++
	}
}

// Total is the number of violations of any severity.
func (c count) Total() int { return c.Errors + c.Warnings + c.Infos }

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
	t.counts[i].add(s)
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

// rulesByID finds the rules that ran.
func rulesByID(d *Data) map[string]int {
	index := map[string]int{}
	for i, r := range d.Rules {
		index[r.ID] = i
	}
	return index
}

// severityTotal is how many violations of a severity a run found.
type severityTotal struct {
	severity lint.Severity
	n        int
	text     string
}

func severityTotals(s triage.Summary) []severityTotal {
	return []severityTotal{
		{lint.Error, s.Errors, plural(s.Errors, "error", "errors")},
		{lint.Warning, s.Warnings, plural(s.Warnings, "warning", "warnings")},
		{lint.Info, s.Infos, plural(s.Infos, "info", "infos")},
	}
}

// checked says what was looked at, and how much of what was found does not count.
func checked(s triage.Summary) string {
	text := plural(s.Entries, "entry", "entries") + " in " + plural(s.Files, "file", "files") + " checked"
	var passed []string
	for _, p := range []struct {
		n    int
		what string
	}{{s.Accepted, "accepted"}, {s.Suppressed, "ignored"}, {s.Known, "not new (--new-only)"}} {
		if p.n > 0 {
			passed = append(passed, thousands(p.n)+" "+p.what)
		}
	}
	if len(passed) > 0 {
		text += "; not counted: " + strings.Join(passed, ", ")
	}
	return text
}

// Progress says how far a check has come.
func Progress(filesDone, files, entries int) string {
	return thousands(filesDone) + "/" + plural(files, "file", "files") + ", " + plural(entries, "entry", "entries")
}

func found(s triage.Summary) int { return s.Errors + s.Warnings + s.Infos }

// Totals is the summary of a run in a sentence.
func Totals(d *Data) string {
	if found(d.Summary) == 0 {
		return "nothing to report: " + checked(d.Summary)
	}
	var parts []string
	for _, total := range severityTotals(d.Summary) {
		parts = append(parts, total.text)
	}
	return strings.Join(parts, ", ") + "; " + checked(d.Summary)
}

// hiddenNote says how many violations a report leaves out.
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
	return thousands(n) + " " + many
}

// thousands returns a count with commas, as in 12,345.
func thousands(n int) string { return phrase.Thousands(n) }
