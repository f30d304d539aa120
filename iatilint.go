// Package iatilint checks IATI results submissions before they are published, and
// says what changed between two of them. It is the command iatilint for other Go
// programs: both run the same rules and find the same.
//
// Everything happens on the machine that it runs on: nothing is sent, and nothing is
// written but temporary files, which are removed.
package iatilint

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"strconv"
	"time"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/run"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/schema"
)

// Submission is where a results submission lies. Make one with Paths, FS or Reader.
type Submission struct{ source run.Source }

// Paths returns the submission of some files and folders. Of a folder those files are
// read that look like a submission.
func Paths(paths ...string) Submission { return Submission{run.Source{Paths: paths}} }

// FS returns the submission of some files and folders in a file system, by their
// paths in it; "." is all of it. It must be safe for concurrent use.
func FS(fsys fs.FS, paths ...string) Submission {
	return Submission{run.Source{Paths: paths, FS: fsys}}
}

// Reader returns the submission that r reads. It goes by name, whose extension is a
// hint at its format. It can be checked or compared once.
func Reader(name string, r io.Reader) Submission {
	return Submission{run.Source{Paths: []string{"-"}, Stdin: r, Name: name}}
}

// Options say how to check or compare. The zero Options are those of the command
// without a settings file.
type Options struct {
	// Profiles are sets of expectations on top of the standard, as in
	// `iatilint check --profile`; nil = those of the settings file.
	Profiles []string
	// Settings is the path of a settings file (.iatilint.yaml); "" = none. What the
	// file .iatilint-accepted.json beside it accepts is not found; without a
	// settings file, that in the working directory.
	Settings string
	// Select and Ignore are rules and families to check and not to check; a nil
	// Select is all. A fault that left a part of a file unread is always found.
	Select, Ignore []string
	// Earlier is the earlier submission that rules on changes compare with: the
	// path of a file, a folder or an archive, git:REF or git:REF:PATH; "" = that
	// of the settings file.
	Earlier string
	// Day is the day to judge by; the zero schema.Date is today.
	Day schema.Date
	// Jobs is how many entries are checked at a time; 0 = one for each processor.
	Jobs int
}

// Finding is a violation of a rule in one place. Lines and columns count from 1,
// columns in code points, offsets in bytes of the file as it is; ends are exclusive.
// Its JSON is that of the report, which `iatilint schema report` describes.
type Finding = finding.Finding

// Change is how an entry changed. Its JSON is that of the report of `iatilint diff`,
// which `iatilint schema diff` describes.
type Change = compare.EntryChange

// Check checks a submission and returns its findings in the order of the files, then
// of their places. The check begins with the range over them and ends before the first
// finding is returned. What is wrong with the submission is a finding, a file that
// can't be read included; an error says that something could not be done, in
// place of a finding or after the last one. It ends with ctx.
//
// Several goroutines may check at a time. Findings must not be changed.
func Check(ctx context.Context, submission Submission, o Options) iter.Seq2[*Finding, error] {
	return func(yield func(*Finding, error) bool) {
		plan, err := o.plan()
		if err != nil {
			yield(nil, err)
			return
		}
		result, err := run.Check(ctx, plan, submission.source, run.Options{})
		if err != nil {
			yield(nil, err)
			return
		}
		defer func() { _ = result.Close() }() // it was only read
		for i := range result.Findings.Len() {
			f, err := result.Findings.At(i)
			if !yield(f, err) || err != nil {
				return
			}
		}
		if err := errors.Join(result.Problems...); err != nil {
			yield(nil, err)
		}
	}
}

// Compare returns what changed from one submission to another, entry by entry: in
// the order of the later one, followed by what was removed. An error ends it. A
// submission of Paths is a single path here.
func Compare(ctx context.Context, before, after Submission, o Options) iter.Seq2[*Change, error] {
	return func(yield func(*Change, error) bool) {
		if err := compareTo(ctx, before, after, o, yield); err != nil && !errors.Is(err, errStopped) {
			yield(nil, err)
		}
	}
}

// errStopped ends a comparison of which nothing more is wanted.
var errStopped = errors.New("stopped")

func compareTo(ctx context.Context, before, after Submission, o Options, yield func(*Change, error) bool) (err error) {
	for _, side := range []Submission{before, after} {
		if len(side.source.Paths) != 1 {
			return errors.New("a submission that is compared is a single path")
		}
	}
	plan, err := o.plan()
	if err != nil {
		return err
	}
	comparison, err := run.Compare(ctx, plan, before.source, after.source)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, comparison.Close()) }()
	_, err = comparison.Changes(ctx, func(c *Change) error {
		if !yield(c, nil) {
			return errStopped
		}
		return nil
	})
	return err
}

// plan returns the settings that the options stand for.
func (o Options) plan() (*settings.Plan, error) {
	flags := settings.Flags{"no-config": {"true"}, "profile": o.Profiles, "select": o.Select, "ignore": o.Ignore}
	if o.Settings != "" {
		flags["config"] = []string{o.Settings}
		delete(flags, "no-config")
	}
	if o.Earlier != "" {
		flags["against"] = []string{o.Earlier}
	}
	if !o.Day.IsZero() {
		flags["as-of"] = []string{o.Day.String()}
	}
	if o.Jobs != 0 {
		flags["jobs"] = []string{strconv.Itoa(o.Jobs)}
	}
	today := schema.DateOf(time.Now())
	return settings.Resolve(flags, settings.Environment{Today: today}, settings.Known{Catalogue: rules.All()})
}
