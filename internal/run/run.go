// Package run does what a plan of settings says: it checks a submission, compares
// two, looks for fixes, converts. The command line and the public package call
// nothing else of what lies behind it.
package run

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/fix"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Progress is how far a check has come.
type Progress = engine.Progress

// Options are what the caller of a check wants besides what the plan says. All
// functions may be nil.
type Options struct {
	// Note takes what is to be said of the earlier submission.
	Note func(string)
	// Fixed takes the files with the fixes that were found for them, before they
	// are checked, and the fixes that were refused.
	Fixed func([]*fix.File, []fix.Refused) error
	// Begin takes the inputs when the check begins. It returns what takes the
	// progress of the check, and what ends that; both may be nil.
	Begin func([]input.Input) (progress func(Progress), end func())
	// Shown takes each finding that is shown, in the order of the report.
	Shown func(*finding.Finding)

	Entries    bool // Result.Entries is wanted
	Suppressed bool // Result.Suppressed is wanted

	// FactsInMemory is how many bytes of what rules keep of the entries stay in
	// memory, the rest being on disk; 0 = spool.FactsInMemory.
	FactsInMemory int
}

// Result is what a check found. Close it.
type Result struct {
	Files      []engine.FileStats
	Entries    Entries
	Rules      []*lint.Rule // that ran, in the order of the catalogue
	Findings   *spool.Spool // those that are shown
	Suppressed *spool.Spool // those of the severities that are shown; empty unless they are wanted
	Summary    triage.Summary
	Hidden     int     // findings beyond the number that is shown
	Failed     bool    // a finding fails the run
	Problems   []error // what could not be finished

	job   *job
	facts *spool.Facts
}

// Close removes what findings and entries are stored in.
func (r *Result) Close() error {
	return errors.Join(r.Findings.Close(), r.Suppressed.Close(), r.facts.Close())
}

// Check checks a submission. An error means that the check could not be done;
// what is wrong with the submission is found, and what could not be finished of it
// stands in the result.
func Check(ctx context.Context, plan *settings.Plan, source Source, o Options) (r *Result, err error) {
	j, err := newJob(plan)
	if err != nil {
		return nil, err
	}
	set, err := j.open(ctx, source, plan.Against != "")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, set.Close()) }()
	earlier, err := j.openEarlier(ctx, set)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, earlier.close()) }()
	if err := guardOutputs(plan, set, earlier.set); err != nil {
		return nil, err
	}
	if plan.Fixes() {
		if err := j.fix(ctx, set.Inputs, o); err != nil {
			return nil, err
		}
	}
	if err := earlier.compare(ctx, set, o.Note); err != nil {
		return nil, err
	}
	r = &Result{Findings: spool.New(), Suppressed: spool.New(), job: j, facts: spool.NewFacts(cmp.Or(o.FactsInMemory, spool.FactsInMemory))}
	if err := r.check(ctx, set.Inputs, earlier, o); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

func (r *Result) check(ctx context.Context, inputs []input.Input, earlier *earlier, o Options) error {
	j := r.job
	config := j.config(r.Findings.Add)
	config.PerEntry = j.plan.Limits.PerEntry
	config.Earlier = earlier.comparison
	config.DeliverSuppressed = func(input int, f *finding.Finding) error {
		if !o.Suppressed || f.Severity < j.plan.Show.Severity() {
			return nil
		}
		return r.Suppressed.Add(input, f)
	}
	if o.Entries || j.suppressions.NamesEntries() {
		config.Summarise = summarise
	}
	var end func()
	if o.Begin != nil {
		config.Progress, end = o.Begin(inputs)
	}
	outcome, err := runEngine(ctx, inputs, config, r.facts)
	if end != nil {
		end()
	}
	if err != nil {
		return fmt.Errorf("the check was ended: %w", err)
	}
	known, err := earlier.known(ctx)
	if err != nil {
		return err
	}
	return r.triage(outcome, config, known, o, len(inputs))
}

// triage passes all findings through triage, in order, and keeps those that are
// shown. Those about the settings are the last, behind all inputs.
func (r *Result) triage(outcome *engine.Outcome, config engine.Config, known map[string]int, o Options, inputs int) error {
	options := r.job.triageOptions(r.job.plan.Limits.Violations)
	options.CountEntries, options.Known = o.Entries, known
	judged := triage.New(options)
	reported := map[string]bool{} // rules
	show := func(f *finding.Finding) {
		reported[f.Rule] = true
		if o.Shown != nil {
			o.Shown(f)
		}
	}
	var failed error
	err := r.Findings.Keep(func(input int, f *finding.Finding) bool {
		shown := judged.Keep(f)
		if shown {
			show(f)
		} else if f.SuppressedBy != nil && failed == nil {
			failed = config.DeliverSuppressed(input, f)
		}
		return shown
	})
	if err = errors.Join(err, failed); err != nil {
		return err
	}
	r.Problems = outcome.Problems
	problem := r.job.judgeSuppressions(outcome, config, func(f *finding.Finding) {
		if judged.Count(f) {
			show(f)
			err = errors.Join(err, r.Findings.Add(inputs, f))
		}
	})
	if problem != nil {
		r.Problems = append(r.Problems, problem)
	}
	r.Files, r.Entries = outcome.Files, Entries{outcome.Entries, judged}
	r.Hidden, r.Failed = judged.Hidden(), judged.Failed()
	r.Summary = judged.Summary()
	r.Summary.Suppressed += outcome.Suppressed
	for _, f := range outcome.Files {
		if r.Summary.Entries += f.Entries; f.Format == schema.NoFormat {
			r.Summary.NotChecked++
		} else {
			r.Summary.Files++
		}
	}
	for _, e := range r.job.rules {
		if !e.UnreadOnly || reported[e.Rule.ID] {
			r.Rules = append(r.Rules, e.Rule)
		}
	}
	return err
}

// runEngine runs the rules over inputs. What they keep of the entries is in facts, and
// so are the entries of the outcome.
func runEngine(ctx context.Context, inputs []input.Input, config engine.Config, facts *spool.Facts) (*engine.Outcome, error) {
	config.NewLog = facts.NewLog
	var list []engine.Input
	for _, in := range inputs {
		list = append(list, engine.Input{Path: in.Path, Open: in.Open})
	}
	return engine.Run(ctx, list, config)
}

// runAside is runEngine for a run beside the one that is reported.
func runAside(ctx context.Context, inputs []input.Input, config engine.Config) (outcome *engine.Outcome, err error) {
	facts := spool.NewFacts(spool.FactsInMemory)
	defer func() { err = errors.Join(err, facts.Close()) }()
	return runEngine(ctx, inputs, config, facts)
}

// earlier is the submission that the current one is compared with.
type earlier struct {
	job        *job
	set        *input.Set          // nil = none is asked for
	comparison *compare.Comparison // nil = there is none
}

// openEarlier opens the earlier submission, if the plan names it.
func (j *job) openEarlier(ctx context.Context, current *input.Set) (e *earlier, err error) {
	e = &earlier{job: j}
	if j.plan.Against == "" {
		return e, nil
	}
	if e.set, err = input.OpenEarlier(ctx, string(j.plan.Against), current.Names, j.readEarlier()); err != nil {
		return nil, err
	}
	if len(e.set.Inputs) == 0 && j.plan.RequireAgainst {
		return nil, errors.Join(errors.New(e.set.Note), e.close())
	}
	return e, nil
}

// compare compares the current submission with the earlier one, if there is one.
func (e *earlier) compare(ctx context.Context, current *input.Set, note func(string)) (err error) {
	if e.set == nil {
		return nil
	}
	if note == nil {
		note = func(string) {}
	}
	if e.set.Note != "" {
		note(e.set.Note)
	}
	if len(e.set.Inputs) == 0 {
		return nil
	}
	readable := slices.DeleteFunc(slices.Clone(current.Inputs), unreadable) // the check reports why
	plan := e.job.plan
	if e.comparison, err = compare.Submissions(ctx, compareInputs(e.set.Inputs), compareInputs(readable), plan.Aliases, plan.Limits.Jobs); err != nil {
		return fmt.Errorf("could not compare with the earlier submission %s: %w", plan.Against, err)
	}
	for _, text := range e.comparison.Notes() {
		note(text)
	}
	return nil
}

// known counts the findings in the earlier submission by fingerprint, with
// --new-only. Rules on changes find none there.
func (e *earlier) known(ctx context.Context) (map[string]int, error) {
	if !e.job.plan.NewOnly || e.comparison == nil {
		return nil, nil
	}
	counts := map[string]int{}
	config := e.job.config(func(_ int, f *finding.Finding) error {
		counts[f.Fingerprint] += f.Count()
		return nil
	})
	config.PerEntry = e.job.plan.Limits.PerEntry
	outcome, err := runAside(ctx, e.set.Inputs, config)
	if err != nil {
		return nil, fmt.Errorf("the check of the earlier submission was ended: %w", err)
	}
	if len(outcome.Problems) > 0 {
		return nil, fmt.Errorf("could not check the earlier submission: %w", outcome.Problems[0])
	}
	return counts, nil
}

func (e *earlier) close() error {
	var errs []error
	if e.comparison != nil {
		errs = append(errs, e.comparison.Close())
	}
	if e.set != nil {
		errs = append(errs, e.set.Close())
	}
	return errors.Join(errs...)
}
