package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/earlier"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/history"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func againstFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "against", Usage: "the earlier submission: a file, folder, zip or tar archive, git:REF, git:REF:PATH, or git: for where the branch began"},
		&cli.BoolFlag{Name: "require-against", Usage: "fail if there is no earlier submission"},
		&cli.BoolFlag{Name: "new-only", Usage: "show and judge only what the earlier submission did not have"},
	}
}

// against is the earlier submission of a check, and what belongs to it.
type against struct {
	name       string // as given; "" = none
	required   bool
	newOnly    bool
	aliases    map[string]string // new identifier -> old one
	folder     string            // private, for what can be read only once
	local      map[string]string
	source     *earlier.Source
	comparison *history.Comparison
}

// newAgainst reads the flags.
func newAgainst(c *cli.Context, file *config.Config) (*against, error) {
	a := &against{name: setting(c, "against", string(file.Against)), aliases: file.Aliases, required: c.Bool("require-against"), newOnly: c.Bool("new-only"), local: map[string]string{}}
	for _, flag := range []string{"require-against", "new-only"} {
		if a.name == "" && c.Bool(flag) {
			return nil, fmt.Errorf("--%s needs --against, which names the earlier submission", flag)
		}
	}
	if a.name == "-" {
		return nil, errors.New("--against cannot be standard input; write it to a file")
	}
	return a, nil
}

// close removes all that was put on disk.
func (a *against) close(problems io.Writer) {
	var errs []error
	if a.comparison != nil {
		errs = append(errs, a.comparison.Close())
	}
	if a.source != nil {
		errs = append(errs, a.source.Close())
	}
	if a.folder != "" {
		errs = append(errs, os.RemoveAll(a.folder))
	}
	if err := errors.Join(errs...); err != nil {
		fmt.Fprintf(problems, "iatilint: %s\n", report.Visible(err.Error()))
	}
}

// stdin gives standard input, which can be read but once, unless a comparison
// reads the current submission before it is checked, or it may belong to another
// file.
func (a *against) stdin(c *cli.Context, s *settings) (func() (io.ReadCloser, error), error) {
	if paths := c.Args().Slice(); !slices.Contains(paths, "-") || a.name == "" && !s.mayBeBook(paths) {
		return func() (io.ReadCloser, error) { return io.NopCloser(c.App.Reader), nil }, nil
	}
	local, err := a.keep(read.Until(s.ctx, c.App.Reader))
	if err != nil {
		return nil, fmt.Errorf("could not keep standard input to read it again: %w", err)
	}
	a.local[s.stdinName()] = local
	return func() (io.ReadCloser, error) { return os.Open(local) }, nil
}

// twice does the same for pipes and devices. Files lie where they are.
func (a *against) twice(ctx context.Context, inputs []engine.Input, o read.Options) error {
	for i := range inputs {
		input := &inputs[i]
		if a.local[input.Path] != "" {
			continue
		}
		a.local[input.Path] = input.Path
		info, err := os.Stat(input.Path)
		if err != nil || info.Mode().IsRegular() {
			continue // what is wrong with it is for the check to say
		}
		local, err := a.keepFile(ctx, input.Path)
		if err != nil {
			return fmt.Errorf("could not keep %s to read it again: %w", input.Path, err)
		}
		a.local[input.Path] = local
		again := earlier.Input(filepath.ToSlash(input.Path), local, "", o)
		input.Open = func() (engine.Reader, error) { return again.Open() }
	}
	return nil
}

func (a *against) keepFile(ctx context.Context, name string) (string, error) {
	f, err := read.OpenUntil(ctx, name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	return a.keep(read.Until(ctx, f))
}

// keep writes what can be read only once to a private file.
func (a *against) keep(in io.Reader) (local string, err error) {
	if a.folder == "" {
		if a.folder, err = os.MkdirTemp("", "iatilint-*"); err != nil {
			return "", err
		}
	}
	f, err := os.CreateTemp(a.folder, "") // readable by its owner only
	if err != nil {
		return "", err
	}
	_, err = io.Copy(f, in)
	return f.Name(), errors.Join(err, f.Close())
}

// open finds the earlier submission and compares the current one with it.
func (a *against) open(ctx context.Context, s *settings, c *cli.Context, inputs []engine.Input) (err error) {
	if a.name == "" {
		return nil
	}
	if err := a.twice(ctx, inputs, s.read.Options); err != nil {
		return err
	}
	o := s.read.Options
	o.Format = schema.NoFormat // the earlier one may be of another
	if a.source, err = earlier.Open(ctx, a.name, a.current(c, s), earlier.Options{Read: o}); err != nil {
		return err
	}
	if len(a.source.Inputs) == 0 && a.required {
		return errors.New(a.source.Note)
	}
	a.note(c, s, a.source.Note)
	if len(a.source.Inputs) == 0 {
		return nil
	}
	if a.comparison, err = history.Compare(ctx, a.source.Inputs, a.now(ctx, inputs, s.read.Options), a.aliases, s.engine.Jobs); err != nil {
		return fmt.Errorf("could not compare with the earlier submission %s: %w", a.name, err)
	}
	for _, note := range a.comparison.Notes() {
		a.note(c, s, note)
	}
	s.engine.Earlier = a.comparison
	return nil
}

// current are the files and folders that are checked, standard input by the
// name that it goes by.
func (a *against) current(c *cli.Context, s *settings) []string {
	var paths []string
	for _, path := range c.Args().Slice() {
		if path == "-" {
			path = s.stdinName()
		}
		paths = append(paths, path)
	}
	return paths
}

// now are the current files as a side of the comparison. Those that can't be
// opened are left to the check.
func (a *against) now(ctx context.Context, inputs []engine.Input, o read.Options) []history.Input {
	var list []history.Input
	for _, input := range inputs {
		local := a.local[input.Path]
		f, err := os.Open(local)
		if err != nil {
			continue
		}
		_ = f.Close() // it was only tried
		list = append(list, earlier.Input(filepath.ToSlash(input.Path), local, "", o))
	}
	return earlier.JoinBooks(ctx, list, o)
}

func (a *against) note(c *cli.Context, s *settings, note string) {
	if note != "" && !s.style.Quiet {
		fmt.Fprintf(c.App.ErrWriter, "iatilint: %s\n", report.Visible(note))
	}
}

// known counts the violations of the earlier submission by fingerprint, found
// by the same rules. Rules on changes see none there.
func (a *against) known(ctx context.Context, config engine.Config) (map[string]int, error) {
	if !a.newOnly || a.comparison == nil {
		return nil, nil
	}
	counts := map[string]int{}
	config.Earlier, config.Summarise, config.Progress, config.DeliverSuppressed = nil, nil, nil, nil
	config.Deliver = func(_ int, v *lint.Violation) error {
		counts[v.Fingerprint] += v.Count()
		return nil
	}
	var inputs []engine.Input
	for _, input := range a.source.Inputs {
		inputs = append(inputs, engine.Input{Path: input.Path, Open: func() (engine.Reader, error) { return input.Open() }})
	}
	outcome, err := engine.Run(ctx, inputs, config)
	if err != nil {
		return nil, fmt.Errorf("the check of the earlier submission was ended: %w", err)
	}
	if len(outcome.Problems) > 0 {
		return nil, fmt.Errorf("could not check the earlier submission: %w", outcome.Problems[0])
	}
	return counts, nil
}
