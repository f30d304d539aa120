// Package triage decides what happens to a violation after it was found: an
// ordered list of steps, each with its reason to be where it is.
package triage

import "github.com/iatilint/iatilint/rules/lint"

// Summary counts what a run found, by what became of it.
type Summary struct {
	Files      int `json:"files"`
	Entries    int `json:"entries"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Accepted   int `json:"accepted"`
	Suppressed int `json:"suppressed"`
	Known      int `json:"known,omitempty"` // left out, because the earlier submission has them
}

// Options say what is shown and what fails a run.
type Options struct {
	Show          lint.Severity // lowest severity that is shown
	FailOn        lint.Severity // lowest severity that fails the run
	MaxViolations int           // how many are shown; 0 = all
	CountEntries  bool          // InEntry is wanted

	Waivers  []*Waiver
	Accepted *Accepted // nil = nothing was
	// Known counts violations that do not matter, by fingerprint. It is used up.
	Known map[string]int
}

// Triage takes violations one by one, in the order of the report.
type Triage struct {
	options  Options
	summary  Summary
	perEntry map[string]map[string]int // file, identifier
	shown    int
	hidden   int
	failed   bool
}

// New begins a triage.
func New(o Options) *Triage { return &Triage{options: o, perEntry: map[string]map[string]int{}} }

// Keep takes a violation through the steps and tells whether it is shown. What
// has a reason to pass comes first, so that nothing is accepted that is ignored;
// then what the earlier submission had, which neither counts nor fails. Counting
// comes before hiding: what --show or --max-violations leaves out still counts
// and still fails. What passes for a reason is marked with it.
func (t *Triage) Keep(v *lint.Violation) bool {
	fresh := t.fresh(v) // uses up what is known even if it passes for another reason
	if !t.waive(v) || !t.accept(v) {
		return false
	}
	if !fresh {
		t.summary.Known += v.Count()
		return false
	}
	return t.Count(v)
}

// Count is Keep for a violation that nothing may keep back.
func (t *Triage) Count(v *lint.Violation) bool { return t.count(v) && t.show(v) && t.limit(v) }

func (t *Triage) fresh(v *lint.Violation) bool {
	if t.options.Known[v.Fingerprint] < v.Count() {
		return true
	}
	t.options.Known[v.Fingerprint] -= v.Count()
	return false
}

func (t *Triage) count(v *lint.Violation) bool {
	switch n := v.Count(); v.Severity {
	case lint.Error:
		t.summary.Errors += n
	case lint.Warning:
		t.summary.Warnings += n
	case lint.Info:
		t.summary.Infos += n
	}
	if t.options.CountEntries {
		t.countEntry(v.EntryFile(), v.Entry, v.Count())
	}
	t.failed = t.failed || v.Severity >= t.options.FailOn
	return true
}

func (t *Triage) countEntry(file, identifier string, n int) {
	if t.perEntry[file] == nil {
		t.perEntry[file] = map[string]int{}
	}
	t.perEntry[file][identifier] += n
}

func (t *Triage) show(v *lint.Violation) bool { return v.Severity >= t.options.Show }

func (t *Triage) limit(*lint.Violation) bool {
	if t.options.MaxViolations > 0 && t.shown == t.options.MaxViolations {
		t.hidden++
		return false
	}
	t.shown++
	return true
}

// Summary counts the violations so far.
func (t *Triage) Summary() Summary { return t.summary }

// InEntry is how many violations count in an entry; "" is the file as a whole.
func (t *Triage) InEntry(file, identifier string) int { return t.perEntry[file][identifier] }

// Hidden is how many violations were over MaxViolations.
func (t *Triage) Hidden() int { return t.hidden }

// Failed tells whether a violation fails the run.
func (t *Triage) Failed() bool { return t.failed }
