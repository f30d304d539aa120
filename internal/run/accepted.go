package run

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/rules"
)

// loadAccepted reads the violations that were accepted earlier.
func (j *job) loadAccepted() (err error) {
	name := j.plan.AcceptedFile()
	j.accepted, err = settings.LoadAccepted(name, settings.Known{Catalogue: rules.All()})
	if err == nil && j.accepted == nil && j.plan.Accepted != "" && !j.plan.WriteAccepted {
		err = fmt.Errorf("there is no file %s of accepted violations; --write-accepted makes it", name)
	}
	return err
}

// newSuppressions returns the suppressions that stand outside of the submission,
// none of which is used.
func (j *job) newSuppressions() *suppress.Set {
	set := suppress.NewSet(suppress.NewResolver(settings.Names(rules.All()), j.env.AsOf), j.relativeToAccepted)
	for i := range j.plan.Ignore {
		ignored := &j.plan.Ignore[i]
		set.Add(ignored.Suppression(), ignored.In)
	}
	approved := j.plan.Approved
	if j.accepted != nil {
		approved = slices.Concat(approved, j.accepted.Approved)
		for i := range j.accepted.Violations {
			v := &j.accepted.Violations[i]
			set.Accept(v.Suppression(), v.File, v.Fingerprint, v.Message, v.Count)
		}
	}
	for i := range approved {
		set.Add(approved[i].Suppression(), nil)
	}
	if j.plan.WriteAccepted {
		set.Rewrite()
	}
	return set
}

// relativeToAccepted returns the path of a file relative to the folder of the
// accepted violations.
func (j *job) relativeToAccepted(file string) string {
	folder, err1 := filepath.Abs(filepath.Dir(j.plan.AcceptedFile()))
	absolute, err2 := filepath.Abs(file)
	relative, err := filepath.Rel(folder, absolute)
	if errors.Join(err1, err2, err) != nil {
		return file
	}
	return filepath.ToSlash(relative)
}

// WriteAccepted writes the file of accepted violations anew: all that was found is
// accepted from now on. It returns how many violations it lists.
func (r *Result) WriteAccepted() (n int, err error) {
	var list []settings.Accepted
	for _, a := range r.job.suppressions.Rewritten() {
		list = append(list, settings.Accepted{
			Fingerprint: a.Fingerprint, Rule: a.Rules[0], Entry: a.Entry, File: a.About, Message: a.Message,
			Count: a.Count, Reason: a.Reason, Until: a.Until,
		})
	}
	return len(list), atomicfile.Write(r.job.plan.AcceptedFile(), 0o644, func(w io.Writer) error {
		return settings.WriteAccepted(w, list, r.job.accepted)
	})
}

// judgeSuppressions runs the rules on suppressions over those that stand outside
// of the submission.
func (j *job) judgeSuppressions(outcome *engine.Outcome, config engine.Config, deliver func(*finding.Finding)) error {
	var files []string
	for _, f := range outcome.Files {
		files = append(files, f.Path)
	}
	entries := func(yield func(string, error) bool) {
		for e, err := range outcome.Entries.All() {
			if !yield(e.Identifier, err) {
				return
			}
		}
	}
	var problems []error
	err := j.suppressions.Each(files, entries, func(one *suppress.Suppression, checked bool) {
		problems = append(problems, config.JudgeSuppression(one, checked, deliver)...)
	})
	return errors.Join(append(problems, err)...)
}
