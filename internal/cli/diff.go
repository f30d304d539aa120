package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/report"
)

func diffCommand() *cli.Command {
	return &cli.Command{
		Name:  "diff",
		Usage: "shows what changed between two submissions, entry by entry, word by word",
		Description: "Each is a file, a folder, a zip or tar archive, git:REF, git:REF:PATH, or '-' for standard input.\n" +
			"The exit code is 0 without and 1 with differences.",
		ArgsUsage: "OLD NEW",
		Flags:     settingFlags("diff"),
		Action:    diff,
	}
}

// diff is the comparison in one line: both submissions are indexed and their
// entries matched, each pair becomes a change, every report takes it in turn.
func diff(c *cli.Context) (err error) {
	d, err := newDiff(c)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	old, current := c.Args().Get(0), c.Args().Get(1)
	before, err := d.open(ctx, old, current)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, before.Close()) }()
	after, err := d.open(ctx, current, old)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, after.Close()) }()
	inputs := compareInputs(after.Inputs)
	comparison, err := compare.Submissions(ctx, compareInputs(before.Inputs), inputs, d.config.Aliases, d.config.Limits.Jobs)
	if err != nil {
		return err
	}
	defer func() { _ = comparison.Close() }() // it was only read
	about := report.Compared{Version: version(), Before: filepath.ToSlash(before.Names[0]), After: filepath.ToSlash(after.Names[0])}
	if err := comparison.Unread(about.Before, about.After); err != nil {
		return err
	}
	totals, err := d.write(c.App.Writer, about, d.output, func(yield func(*compare.EntryChange) error) (compare.Totals, error) {
		return comparison.Changes(ctx, inputs, d.config.Limits.Jobs, yield)
	})
	if err != nil {
		return err
	}
	if !d.told {
		fmt.Fprintln(c.App.ErrWriter, report.ChangeTotals(totals))
	}
	if totals.Different() && !d.config.ExitZero {
		return errViolationsFound
	}
	return nil
}

// differ is a comparison of two submissions.
type differ struct {
	settings
	stdin  io.Reader
	output []output[report.ChangesFormat]
	told   bool // the totals stand in a report on standard output
}

func newDiff(c *cli.Context) (*differ, error) {
	if c.NArg() != 2 {
		return nil, fmt.Errorf("diff needs two submissions, the old one and the new one; %d given", c.NArg())
	}
	if c.Args().Get(0) == "-" && c.Args().Get(1) == "-" {
		return nil, errors.New("only one of the two submissions can come from standard input")
	}
	plan, err := resolve(c, "diff")
	if err != nil {
		return nil, err
	}
	d := &differ{stdin: c.App.Reader, output: outputsOf(plan, report.ChangesFormatFor), told: plan.Quiet}
	d.config, d.style = plan, styleOf(plan, terminalWidth(c.App.Writer))
	for _, o := range d.output {
		d.told = d.told || o.file == "" && o.format.Summary
	}
	d.read, err = readingOf(plan)
	return d, err
}

// open opens one side: a file, a folder, an archive, a git commit, or standard
// input. other is the opposite side.
func (d *differ) open(ctx context.Context, path, other string) (*input.Set, error) {
	return input.OpenSide(ctx, path, other, input.Options{Read: d.read.Options, Stdin: d.stdin, StdinName: cmp.Or(d.read.stdinName, input.Stdin), Reopen: true})
}

// write writes every output that was asked for in one go through the changes:
// each report reads the stream of the one around it. Files are written whole or
// not at all.
func (d *differ) write(stdout io.Writer, about report.Compared, outputs []output[report.ChangesFormat], stream report.Changes) (compare.Totals, error) {
	if len(outputs) == 0 {
		return stream(func(*compare.EntryChange) error { return nil })
	}
	o, others := outputs[0], outputs[1:]
	var totals compare.Totals
	with := func(w io.Writer, style report.Style) error {
		var err error
		totals, err = o.format.Write(w, about, style, func(yield func(*compare.EntryChange) error) (compare.Totals, error) {
			return d.write(stdout, about, others, func(inner func(*compare.EntryChange) error) (compare.Totals, error) {
				return stream(func(e *compare.EntryChange) error {
					if err := yield(e); err != nil {
						return err
					}
					return inner(e)
				})
			})
		})
		return err
	}
	if o.file == "" {
		err := with(stdout, d.style)
		return totals, err
	}
	style := d.style
	style.Color, style.Width = false, 0
	err := atomicfile.Write(o.file, 0o644, func(w io.Writer) error { return with(w, style) })
	return totals, err
}
