package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/rules/lint"
)

// listsEntries tells whether any output shows the entries: a submission may
// have millions.
func (s *settings) listsEntries() bool {
	for _, o := range s.output {
		if o.format.Entries {
			return true
		}
	}
	return slices.Contains(s.style.Tables, "entries")
}

// data is everything that the reports may show.
func (s *settings) data(outcome *engine.Outcome, judged *verdict) *report.Data {
	summary := judged.triage.Summary()
	summary.Files = len(outcome.Files)
	for _, f := range outcome.Files {
		summary.Entries += f.Entries
	}
	summary.Suppressed += outcome.Suppressed
	d := &report.Data{
		Version:    version(),
		AsOf:       s.config.AsOf,
		Rules:      ranRules(s.engine.Rules),
		Files:      outcome.Files,
		Entries:    entries{outcome.Entries, judged.triage},
		Violations: judged.shown,
		Waived:     judged.waived.list(),
		Counts:     &judged.counts,
		Hidden:     judged.triage.Hidden(),
		Summary:    summary,
		FailOn:     s.triage.FailOn,
		Problems:   outcome.Problems,
	}
	if dir, err := os.Getwd(); err == nil {
		d.Dir, d.Root = dir, repository(dir)
	}
	return d
}

func ranRules(enabled []engine.Enabled) []*lint.Rule {
	var list []*lint.Rule
	for _, e := range enabled {
		list = append(list, e.Rule)
	}
	return list
}

// repository is the folder around dir that holds .git, "" where there is none.
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

// report writes every output that was asked for. Where none of them is for
// people, they get a line on standard error.
func (s *settings) report(c *cli.Context, d *report.Data) error {
	told := s.style.Quiet
	for _, o := range s.output {
		write := func(w io.Writer) error { return o.format.Write(contextWriter{s.ctx, w}, d, s.style) }
		if o.file == "" {
			told = told || o.format.Summary
			if err := write(c.App.Writer); err != nil {
				return err
			}
		} else if err := s.toFile(o, d); err != nil {
			return err
		}
		if o.format.Name == "github" {
			if err := jobSummary(d); err != nil {
				return err
			}
		}
	}
	if !told {
		fmt.Fprintln(c.App.ErrWriter, report.Totals(d))
	}
	return nil
}

// toFile writes an output to its file, without the colours and the width of
// the terminal.
func (s *settings) toFile(o output[report.Format], d *report.Data) error {
	style := s.style
	style.Color, style.Width = false, 0
	return atomicfile.Write(o.file, 0o644, func(w io.Writer) error { return o.format.Write(contextWriter{s.ctx, w}, d, style) })
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
