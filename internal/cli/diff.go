package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/run"
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

// diff makes a plan, matches the entries of both submissions, and writes the reports
// while they are compared one by one.
func diff(c *cli.Context) (err error) {
	if c.NArg() != 2 {
		return fmt.Errorf("diff needs two submissions, the old one and the new one; %d given", c.NArg())
	}
	before, after := c.Args().Get(0), c.Args().Get(1)
	if before == "-" && after == "-" {
		return errors.New("only one of the two submissions can come from standard input")
	}
	plan, err := resolve(c, "diff")
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	side := func(path string) run.Source { return run.Source{Paths: []string{path}, Stdin: c.App.Reader} }
	comparison, err := run.Compare(ctx, plan, side(before), side(after))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, comparison.Close()) }()
	r := changesReport{
		out: c.App.Writer, style: styleOf(plan, terminalWidth(c.App.Writer)),
		about: report.Compared{Version: version(), Before: comparison.Before, After: comparison.After},
	}
	outputs := outputsOf(plan, report.ChangesFormatFor)
	totals, err := r.write(outputs, func(yield func(*compare.EntryChange) error) (compare.Totals, error) {
		return comparison.Changes(ctx, yield)
	})
	if err != nil {
		return err
	}
	summarised := func(o output[report.ChangesFormat]) bool { return o.file == "" && o.format.Summary }
	if !plan.Quiet && !slices.ContainsFunc(outputs, summarised) {
		fmt.Fprintln(c.App.ErrWriter, report.ChangeTotals(totals))
	}
	if totals.Different() && !plan.ExitZero {
		return errViolationsFound
	}
	return nil
}

// changesReport writes what changed.
type changesReport struct {
	out   io.Writer
	style report.Style
	about report.Compared
}

// write writes every output in one pass over the changes: each report reads the
// stream of the one around it. Files are written whole or not at all.
func (r *changesReport) write(outputs []output[report.ChangesFormat], stream report.Changes) (totals compare.Totals, err error) {
	if len(outputs) == 0 {
		return stream(func(*compare.EntryChange) error { return nil })
	}
	o, others := outputs[0], outputs[1:]
	tee := func(yield func(*compare.EntryChange) error) (compare.Totals, error) {
		return r.write(others, func(inner func(*compare.EntryChange) error) (compare.Totals, error) {
			return stream(func(e *compare.EntryChange) error {
				if err := yield(e); err != nil {
					return err
				}
				return inner(e)
			})
		})
	}
	if o.file == "" {
		return o.format.Write(r.out, r.about, r.style, tee)
	}
	style := r.style
	style.Color, style.Width = false, 0
	err = atomicfile.Write(o.file, 0o644, func(w io.Writer) error {
		totals, err = o.format.Write(w, r.about, style, tee)
		return err
	})
	return totals, err
}
