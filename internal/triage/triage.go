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

	// Known counts violations that do not matter, by fingerprint. It is used up.
	Known map[string]int
}

// Result is what is left to report.
type Result struct {
	Shown   []lint.Violation
	Hidden  int // found and counted, but over MaxViolations
	Summary Summary
	Failed  bool
}

// Apply takes the violations through the steps. Counting comes before hiding:
// what --show or --max-violations leaves out still counts and still fails.
func Apply(violations []lint.Violation, o Options) Result {
	var r Result
	for _, v := range violations {
		if o.Known[v.Fingerprint] > 0 { // before counting: they neither show nor fail
			o.Known[v.Fingerprint]--
			r.Summary.Known++
			continue
		}
		r.count(v, o)
		switch {
		case v.Severity < o.Show:
		case o.MaxViolations > 0 && len(r.Shown) == o.MaxViolations:
			r.Hidden++
		default:
			r.Shown = append(r.Shown, v)
		}
	}
	return r
}

func (r *Result) count(v lint.Violation, o Options) {
	switch v.Severity {
	case lint.Error:
		r.Summary.Errors++
	case lint.Warning:
		r.Summary.Warnings++
	case lint.Info:
		r.Summary.Infos++
	}
	if v.Severity >= o.FailOn {
		r.Failed = true
	}
}
