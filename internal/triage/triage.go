// Package triage decides what happens to a violation after it was found: an
// ordered list of steps, each with its reason to be where it is.
package triage

import (
	"maps"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/rules/lint"
)

// Summary counts what a run found, by what became of it.
type Summary struct {
	Files   int `json:"files"` // that were checked
	Entries int `json:"entries"`
	// NotChecked is how many files are of a kind that is not read.
	NotChecked int `json:"notChecked,omitempty"`
	BySeverity
	Accepted   int `json:"accepted"`
	Suppressed int `json:"suppressed"`
	Known      int `json:"known,omitempty"` // left out, because the earlier submission has them
}

// BySeverity counts violations by severity.
type BySeverity struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
}

// Add counts n violations of a severity.
func (c *BySeverity) Add(s lint.Severity, n int) {
	switch s {
	case lint.Error:
		c.Errors += n
	case lint.Warning:
		c.Warnings += n
	case lint.Info:
		c.Infos += n
	}
}

// Total returns the number of violations of any severity.
func (c BySeverity) Total() int { return c.Errors + c.Warnings + c.Infos }

// Options say what is shown and what fails a run.
type Options struct {
	Show          lint.Severity // lowest severity that is shown
	FailOn        lint.Severity // lowest severity that fails the run
	MaxViolations int           // how many are shown; 0 = all
	CountEntries  bool          // InEntry is wanted

	Suppressions *suppress.Set // nil = none
	// Known counts violations that do not matter, by fingerprint. It is used up.
	Known map[string]int
}

// Clone returns the options for another run, of which nothing is used up.
func (o Options) Clone() Options {
	o.Known = maps.Clone(o.Known)
	if o.Suppressions != nil {
		o.Suppressions = o.Suppressions.Clone()
	}
	return o
}

// Triage judges violations one by one, in the order of the report.
type Triage struct {
	options  Options
	summary  Summary
	perEntry map[entryKey]int
	shown    int
	hidden   int
	failed   bool
}

type entryKey struct{ file, identifier string }

// New returns a triage of the violations of a run.
func New(o Options) *Triage { return &Triage{options: o, perEntry: map[entryKey]int{}} }

// Keep takes a violation through the steps and reports whether it is shown.
// Suppressions are the first, and record why; then what the earlier submission
// had, which neither counts nor fails. Counting is before hiding: what --show or
// --max-violations leaves out still counts and still fails.
func (t *Triage) Keep(v *finding.Finding) bool {
	n := v.Count()
	known := t.options.Known[v.Fingerprint] >= n
	if known {
		t.options.Known[v.Fingerprint] -= n // even if it is suppressed
	}
	switch suppressions := t.options.Suppressions; {
	case suppressions != nil && suppressions.Suppress(v):
		if v.SuppressedBy.Kind == lint.Setting {
			t.summary.Suppressed += n
		} else {
			t.summary.Accepted += n
		}
		return false
	case known:
		t.summary.Known += n
		return false
	}
	return t.Count(v)
}

// Count is Keep for a violation that is neither suppressed nor known.
func (t *Triage) Count(v *finding.Finding) bool {
	n := v.Count()
	t.summary.Add(v.Severity, n)
	if t.options.CountEntries {
		t.perEntry[entryKey{v.EntryFile(), v.Entry}] += n
	}
	t.failed = t.failed || v.Severity >= t.options.FailOn
	switch {
	case v.Severity < t.options.Show:
		return false
	case t.options.MaxViolations > 0 && t.shown == t.options.MaxViolations:
		t.hidden++
		return false
	}
	t.shown++
	return true
}

// Summary returns the counts of the violations so far.
func (t *Triage) Summary() Summary { return t.summary }

// InEntry returns the number of violations in an entry; "" is the file as a whole.
func (t *Triage) InEntry(file, identifier string) int { return t.perEntry[entryKey{file, identifier}] }

// Hidden returns the number of violations over MaxViolations.
func (t *Triage) Hidden() int { return t.hidden }

// Failed reports whether a violation fails the run.
func (t *Triage) Failed() bool { return t.failed }
