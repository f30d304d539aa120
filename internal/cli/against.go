package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/report"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// against is the earlier submission of a check, and what belongs to it.
type against struct {
	name       string // as given; "" = none
	required   bool
	newOnly    bool
	aliases    map[string]string // new identifier -> old one
	set        *input.Set        // nil until it is opened
	comparison *compare.Comparison
}

func newAgainst(p *config.Plan) *against {
	return &against{name: string(p.Against), aliases: p.Aliases, required: p.RequireAgainst, newOnly: p.NewOnly}
}

// close removes the temporary files.
func (a *against) close(problems io.Writer) {
	var errs []error
	if a.comparison != nil {
		errs = append(errs, a.comparison.Close())
	}
	if a.set != nil {
		errs = append(errs, a.set.Close())
	}
	if err := errors.Join(errs...); err != nil {
		fmt.Fprintf(problems, "iatilint: %s\n", report.Visible(err.Error()))
	}
}

// open opens the earlier submission and compares the current one with it.
func (a *against) open(ctx context.Context, s *settings, c *cli.Context, current *input.Set) (err error) {
	if a.name == "" {
		return nil
	}
	o := s.read.Options
	o.Format = schema.NoFormat // the earlier one may be of another
	if a.set, err = input.OpenEarlier(ctx, a.name, current.Names, o); err != nil {
		return err
	}
	if len(a.set.Inputs) == 0 && a.required {
		return errors.New(a.set.Note)
	}
	a.note(c, s, a.set.Note)
	if len(a.set.Inputs) == 0 {
		return nil
	}
	unreadable := func(in input.Input) bool { // the check reports why
		f, err := os.Open(in.Local)
		return err != nil || f.Close() != nil
	}
	readable := slices.DeleteFunc(slices.Clone(current.Inputs), unreadable)
	if a.comparison, err = compare.Submissions(ctx, compareInputs(a.set.Inputs), compareInputs(readable), a.aliases, s.engine.Jobs); err != nil {
		return fmt.Errorf("could not compare with the earlier submission %s: %w", a.name, err)
	}
	for _, note := range a.comparison.Notes() {
		a.note(c, s, note)
	}
	s.engine.Earlier = a.comparison
	return nil
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
	config.Earlier, config.Summarise, config.Progress, config.Waived = nil, nil, nil, nil
	config.Deliver = func(_ int, v *lint.Violation) error {
		counts[v.Fingerprint] += v.Count()
		return nil
	}
	outcome, err := engine.Run(ctx, engineInputs(a.set.Inputs), config)
	if err != nil {
		return nil, fmt.Errorf("the check of the earlier submission was ended: %w", err)
	}
	if len(outcome.Problems) > 0 {
		return nil, fmt.Errorf("could not check the earlier submission: %w", outcome.Problems[0])
	}
	return counts, nil
}
