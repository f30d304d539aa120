package run

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/fix"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules"
)

// fix finds the fixes that the plan asks for. fixed writes them, before the check
// that is reported.
func (j *job) fix(ctx context.Context, inputs []input.Input, o Options) error {
	noteUnfixable(inputs, o.Note)
	checker, fixed := j.newFixChecker(ctx, inputs), o.Fixed
	refused, err := fix.All(checker, checker.files, fix.Options{Unsafe: j.plan.FixUnsafe})
	if err != nil || fixed == nil {
		return err
	}
	return fixed(checker.files, refused)
}

// noteUnfixable says which inputs are not the files that were named: what is in an
// archive, and standard input.
func noteUnfixable(inputs []input.Input, note func(string)) {
	var names []string
	for _, in := range inputs {
		if !in.Own && !in.Unread {
			names = append(names, in.Path)
		}
	}
	switch {
	case len(names) == 0 || note == nil:
	case len(names) == 1:
		note(names[0] + " can't be fixed where it is; give the path of a file")
	default:
		note(fmt.Sprintf("%s and %d others can't be fixed where they are; give the paths of files", names[0], len(names)-1))
	}
}

// fixChecker checks the inputs as the run would, with the edits made so far. It is a
// fix.Checker.
type fixChecker struct {
	ctx   context.Context // of the run that it is a part of
	job   *job
	files []*fix.File
}

// newFixChecker returns a checker of those inputs that are files which can be
// written. What can't be opened is left to the check, which reports it.
func (j *job) newFixChecker(ctx context.Context, inputs []input.Input) *fixChecker {
	k := &fixChecker{ctx: ctx, job: j}
	for _, in := range inputs {
		f, err := fix.Stat(in.Path, in.Local)
		if err != nil || !in.Own || in.Unread || !f.Writable() || slices.ContainsFunc(k.files, f.Same) {
			continue
		}
		if f.Encode, err = j.encoder(f); err != nil {
			continue
		}
		k.files = append(k.files, f)
	}
	return k
}

// encoder returns a function that writes text in the encoding that a file is read in.
func (j *job) encoder(f *fix.File) (func(string) ([]byte, error), error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }() // it was only read
	encoding, err := read.EncodingOf(r, f.Name, j.reading)
	if err != nil {
		return nil, err
	}
	if !encoding.IsExact() {
		return func(string) ([]byte, error) {
			return nil, fmt.Errorf("places in %s are not exact enough to write to", encoding.Name())
		}, nil
	}
	return encoding.Encode, nil
}

// inputs returns the files with their edits; one of them may be opened otherwise.
func (k *fixChecker) inputs(other *fix.File, open func() (io.ReadCloser, error)) []input.Input {
	var list []input.Input
	for _, f := range k.files {
		content := f.Open
		if f == other {
			content = open
		}
		list = append(list, input.New(f.Name, content, k.job.reading))
	}
	return input.Join(k.ctx, list, k.job.reading)
}

// Submission delivers what may be fixed: what the report would show of all files.
func (k *fixChecker) Submission(deliver func(*finding.Finding)) error {
	options := k.job.triageOptions(0)
	options.Suppressions = k.job.newSuppressions()
	judged := triage.New(options)
	_, err := k.run(k.inputs(nil, nil), k.job.config(func(_ int, f *finding.Finding) error {
		if judged.Keep(f) {
			deliver(f)
		}
		return nil
	}))
	return err
}

// Alone delivers everything that is found in one file, with those that hold its
// entries too.
func (k *fixChecker) Alone(f *fix.File, open func() (io.ReadCloser, error), deliver func(*finding.Finding)) (entries int, err error) {
	inputs := []input.Input{input.New(f.Name, open, k.job.reading)}
	if read.IsTable(f.Name, k.job.reading) {
		inputs = slices.DeleteFunc(k.inputs(f, open), func(in input.Input) bool { return in.Path != f.Name && !slices.Contains(in.Joined, f.Name) })
	}
	outcome, err := k.run(inputs, guarded(k.job.config(func(_ int, v *finding.Finding) error {
		if v.File == f.Name {
			deliver(v)
		}
		return nil
	})))
	if err != nil {
		return 0, err
	}
	for _, file := range outcome.Files {
		entries += file.Entries
	}
	return entries, errors.Join(outcome.Problems...)
}

func (k *fixChecker) run(inputs []input.Input, config engine.Config) (*engine.Outcome, error) {
	outcome, err := runAside(k.ctx, inputs, config)
	if err != nil {
		return nil, fmt.Errorf("the search for fixes was ended: %w", err)
	}
	return outcome, nil
}

// guarded returns the configuration with the rules that guard against harmful fixes
// on, for every file.
func guarded(config engine.Config) engine.Config {
	list, replaced := slices.Clone(config.Rules), map[int]bool{}
	for _, r := range rules.Guards() {
		i := slices.IndexFunc(list, func(e engine.Enabled) bool { return e.Rule == r })
		switch {
		case i < 0:
			i = len(list)
			list = append(list, engine.Enabled{})
		case !list[i].UnreadOnly:
			continue
		}
		list[i], replaced[i] = engine.Enabled{Rule: r, Options: r.Options}, true
	}
	config.Rules = list
	if forFile := config.ForFile; forFile != nil {
		config.ForFile = func(path string) *engine.FileConfig {
			f := forFile(path)
			if f == nil {
				return nil
			}
			own := slices.Clone(list)
			for i, e := range f.Rules {
				if !replaced[i] {
					own[i] = e
				}
			}
			return &engine.FileConfig{Rules: own, Language: f.Language}
		}
	}
	return config
}
