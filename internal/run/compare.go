package run

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/schema"
)

// Comparison is the comparison of two submissions. Close it.
type Comparison struct {
	Before, After string // names of the submissions

	plan    *settings.Plan
	sets    []*input.Set
	current []compare.Input
	compare *compare.Comparison
}

// Compare matches the entries of two submissions, before they are compared one by
// one. A side is one path: a file, a folder, an archive, git:REF, git:REF:PATH, or
// "-", or what is in a file system.
func Compare(ctx context.Context, plan *settings.Plan, before, after Source) (c *Comparison, err error) {
	reading, err := readOptions(plan)
	if err != nil {
		return nil, err
	}
	c = &Comparison{plan: plan}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.Close())
		}
	}()
	if err := c.open(ctx, reading, before, after); err != nil {
		return c, err
	}
	if err := c.open(ctx, reading, after, before); err != nil {
		return c, err
	}
	if err := guardOutputs(plan, c.sets...); err != nil {
		return c, err
	}
	c.Before, c.After = filepath.ToSlash(c.sets[0].Names[0]), filepath.ToSlash(c.sets[1].Names[0])
	c.current = compareInputs(c.sets[1].Inputs)
	if c.compare, err = compare.Submissions(ctx, compareInputs(c.sets[0].Inputs), c.current, plan.Aliases, plan.Limits.Jobs); err != nil {
		return c, err
	}
	return c, c.compare.Unread(c.Before, c.After)
}

func (c *Comparison) open(ctx context.Context, reading read.Options, side, other Source) (err error) {
	o := input.Options{Read: reading, Stdin: side.Stdin, StdinName: cmp.Or(side.Name, c.plan.StdinName, input.Stdin), Reopen: true}
	var set *input.Set
	if side.FS != nil {
		set, err = input.OpenFS(ctx, side.FS, side.Paths, o)
	} else {
		set, err = input.OpenSide(ctx, side.Paths[0], other.Paths[0], o)
	}
	if err == nil {
		c.sets = append(c.sets, set)
	}
	return err
}

// Changes calls yield for each entry that changed, in the order of the current
// submission, followed by those that were removed. It may be called once.
func (c *Comparison) Changes(ctx context.Context, yield func(*compare.EntryChange) error) (compare.Totals, error) {
	return c.compare.Changes(ctx, c.current, c.plan.Limits.Jobs, yield)
}

// Close closes the files of both submissions.
func (c *Comparison) Close() error {
	var errs []error
	if c.compare != nil {
		errs = append(errs, c.compare.Close())
	}
	for _, set := range c.sets {
		errs = append(errs, set.Close())
	}
	return errors.Join(errs...)
}

// Convert writes a submission in our own form, as JSON or YAML, to the plan's file or
// to stdout. The paths are those of a file, or of several that hold their entries
// together. note takes what can't be carried over.
func Convert(ctx context.Context, plan *settings.Plan, paths []string, stdout io.Writer, note func(string)) (err error) {
	reading, err := readOptions(plan)
	if err != nil {
		return err
	}
	set, err := input.Open(ctx, paths, input.Options{Read: reading, Reopen: len(paths) > 1})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, set.Close()) }()
	set.Inputs = slices.DeleteFunc(set.Inputs, func(in input.Input) bool {
		if in.Unread {
			note(in.Path + " is of a kind that is not read, and is left out")
		}
		return in.Unread
	})
	if err := guardOutputs(plan, set); err != nil {
		return err
	}
	write := func(w io.Writer) error { return convertTo(w, plan, set, note) }
	if plan.Output == "-" {
		return write(stdout)
	}
	if _, err := os.Stat(plan.Output); err == nil && !plan.Force {
		return fmt.Errorf("%s is there already; --force replaces it", plan.Output)
	}
	return atomicfile.Write(plan.Output, 0o644, write)
}

func convertTo(w io.Writer, plan *settings.Plan, set *input.Set, note func(string)) error {
	r, err := input.OpenChain(set.Inputs)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // it was only read
	if err := encoding(plan)(w, r, note); err != nil {
		return fmt.Errorf("could not convert %s: %w", strings.Join(set.Names, ", "), shortError{err})
	}
	return nil
}

// encoding returns how to write a submission: as the plan says, or as the name of the
// file does.
func encoding(p *settings.Plan) func(io.Writer, schema.Reader, func(string)) error {
	ending := strings.ToLower(filepath.Ext(p.Output))
	if p.Encoding == "yaml" || p.Encoding == "" && (ending == ".yaml" || ending == ".yml") {
		return convert.YAML
	}
	return convert.JSON
}

// shortError shortens the message of an error, which may quote a whole text of a file.
type shortError struct{ error }

func (e shortError) Error() string { return excerpt.Message(e.error.Error()) }
func (e shortError) Unwrap() error { return e.error }
