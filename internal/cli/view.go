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

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/run"
	"github.com/iatilint/iatilint/internal/settings"
)

// output is a report that is asked for: a format, and the file that it goes to;
// "" is standard output.
type output[F any] struct {
	format F
	file   string
}

// outputsOf returns the reports that a plan asks for.
func outputsOf[F any](p *settings.Plan, find func(name string) (F, bool)) []output[F] {
	var list []output[F]
	for _, o := range p.Outputs {
		if format, ok := find(o.Format); ok {
			list = append(list, output[F]{format, o.File})
		}
	}
	return list
}

// styleOf returns how reports look on standard output of a width; 0 is no terminal.
func styleOf(p *settings.Plan, width int) report.Style {
	style := report.Style{Verbose: p.Verbose, Quiet: p.Quiet, Width: width, Color: p.UsesColor(width > 0)}
	for _, name := range p.Tables {
		style.Tables = append(style.Tables, string(name))
	}
	return style
}

// view shows a check on standard output, on standard error and in files.
type view struct {
	ctx         context.Context //nolint:containedctx // of the one check that is shown
	out, errOut io.Writer
	plan        *settings.Plan
	style       report.Style
	outputs     []output[report.Format]
	counts      report.Counts // of the findings that are shown
	unwritten   bool          // a file could not be fixed
}

func newView(ctx context.Context, c *cli.Context, plan *settings.Plan) *view {
	return &view{
		ctx: ctx, out: c.App.Writer, errOut: c.App.ErrWriter, plan: plan,
		style: styleOf(plan, terminalWidth(c.App.Writer)), outputs: outputsOf(plan, report.For),
	}
}

// options returns what the view wants to know of the check.
func (v *view) options() run.Options {
	has := func(what func(report.Format) bool) bool {
		return slices.ContainsFunc(v.outputs, func(o output[report.Format]) bool { return what(o.format) })
	}
	return run.Options{
		Note:  v.note,
		Fixed: v.fixed,
		Begin: func(inputs []input.Input) (func(run.Progress), func()) {
			if p := newProgress(v.plan, v.errOut, inputs); p != nil {
				return p.update, p.end
			}
			return nil, nil
		},
		Shown:      func(f *finding.Finding) { v.counts.Add(f) },
		Entries:    has(func(f report.Format) bool { return f.Entries }) || slices.Contains(v.style.Tables, "entries"),
		Suppressed: has(func(f report.Format) bool { return f.Suppressed }),
	}
}

func (v *view) note(text string) {
	if !v.plan.Quiet {
		fmt.Fprintf(v.errOut, "iatilint: %s\n", report.Visible(text))
	}
}

// report writes every output that is asked for. If none of them is for people, they
// get a line on standard error.
func (v *view) report(r *run.Result) error {
	d := v.data(r)
	summarised := v.plan.Quiet
	for _, o := range v.outputs {
		if err := v.write(o, d); err != nil {
			return err
		}
		summarised = summarised || o.file == "" && o.format.Summary
		if o.format.Name == "github" {
			if err := jobSummary(d); err != nil {
				return err
			}
		}
	}
	if !summarised {
		fmt.Fprintln(v.errOut, report.Totals(d))
	}
	return nil
}

// write writes an output: to its file without the colours and the width of the
// terminal.
func (v *view) write(o output[report.Format], d *report.Data) error {
	if o.file == "" {
		return o.format.Write(contextWriter{v.ctx, v.out}, d, v.style)
	}
	style := v.style
	style.Color, style.Width = false, 0
	return atomicfile.Write(o.file, 0o644, func(w io.Writer) error { return o.format.Write(contextWriter{v.ctx, w}, d, style) })
}

// data returns everything that the reports may show.
func (v *view) data(r *run.Result) *report.Data {
	d := &report.Data{
		Version:    version(),
		AsOf:       v.plan.AsOf,
		Rules:      r.Rules,
		Files:      r.Files,
		Entries:    r.Entries,
		Violations: r.Findings,
		Suppressed: r.Suppressed,
		Counts:     &v.counts,
		Hidden:     r.Hidden,
		Summary:    r.Summary,
		FailOn:     v.plan.FailOn.Severity(),
		Problems:   r.Problems,
	}
	if dir, err := os.Getwd(); err == nil {
		d.Dir, d.Root = dir, repository(dir)
	}
	return d
}

// repository returns the folder around dir that holds .git; "" if there is none.
func repository(dir string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// jobSummary adds to the page that GitHub shows beside a job, if there is one.
func jobSummary(d *report.Data) error {
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644) //nolint:gosec // GitHub's own file, made readable by it
	if err != nil {
		return fmt.Errorf("could not open the job summary: %w", err)
	}
	return errors.Join(report.JobSummary(f, d), f.Close())
}
