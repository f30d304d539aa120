package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/report"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/evidence"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "checks files and folders, '-' for standard input",
		ArgsUsage: "PATH...",
		Flags:     settingFlags("check"),
		Action:    check,
	}
}

// check resolves the plan, reads the inputs, runs the rules and reports the violations
// that triage keeps.
func check(c *cli.Context) (err error) {
	plan, err := resolve(c, "check")
	if err != nil {
		return err
	}
	s, err := newSettings(c, plan)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	s.ctx = ctx
	earlier := newAgainst(plan)
	defer earlier.close(c.App.ErrWriter)
	if c.NArg() == 0 {
		return errors.New("no path given: name a file or folder to check, or '-' for standard input")
	}
	set, err := input.Open(ctx, c.Args().Slice(), s.inputOptions(c, earlier.name != ""))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, set.Close()) }()
	facts := spool.NewFacts(spool.FactsInMemory)
	defer func() { err = errors.Join(err, facts.Close()) }()
	s.engine.NewLog = facts.NewLog
	fixes, err := s.fix(ctx, c, set.Inputs)
	if err != nil {
		return err
	}
	if err := earlier.open(ctx, s, c, set); err != nil {
		return err
	}
	found := spool.New()
	defer func() { err = errors.Join(err, found.Close()) }()
	s.engine.Deliver = found.Add
	passed := s.newWaived()
	defer func() { err = errors.Join(err, passed.close()) }()
	s.engine.Waived = passed.deliver()
	inputs := engineInputs(set.Inputs)
	progress := s.newProgress(c.App.ErrWriter, inputs)
	if progress != nil {
		s.engine.Progress = progress.tell
	}
	outcome, err := engine.Run(ctx, inputs, s.engine)
	progress.end()
	if err != nil {
		return fmt.Errorf("the check was ended: %w", err)
	}
	if s.triage.Known, err = earlier.known(ctx, s.engine); err != nil {
		return err
	}
	judged, err := s.judge(found, passed, outcome, len(inputs))
	if err != nil {
		return err
	}
	if err := s.writeAccepted(c); err != nil {
		return err
	}
	if err := s.report(c, s.data(outcome, judged)); err != nil {
		return err
	}
	if err := report.Problems(c.App.ErrWriter, outcome.Problems); err != nil {
		return err
	}
	if fixes.unwritten {
		return errUnwritten
	}
	if judged.triage.Failed() {
		return errViolationsFound
	}
	return nil
}

// verdict is what became of the violations that were found.
type verdict struct {
	triage *triage.Triage
	shown  *spool.Spool
	waived *waived
	counts report.Counts // of what is shown
}

// judge takes everything found through triage, in order, and leaves what is to
// be shown. What is found about the settings comes last, behind all inputs.
func (s *settings) judge(found *spool.Spool, passed *waived, outcome *engine.Outcome, inputs int) (*verdict, error) {
	judged := &verdict{triage: triage.New(s.triage), shown: found, waived: passed}
	var unkept error
	err := found.Keep(func(input int, v *lint.Violation) bool {
		shown := judged.triage.Keep(v)
		if shown {
			judged.counts.Add(v)
		} else if v.Waived != nil && unkept == nil {
			unkept = passed.add(input, v)
		}
		return shown
	})
	if err = errors.Join(err, unkept); err != nil {
		return nil, err
	}
	problem := s.judgeSilences(outcome, func(v *lint.Violation) {
		if judged.triage.Count(v) {
			judged.counts.Add(v)
			err = errors.Join(err, found.Add(inputs, v))
		}
	})
	if problem != nil {
		outcome.Problems = append(outcome.Problems, problem)
	}
	return judged, err
}

// settings are the objects that a run needs, derived from its plan.
type settings struct {
	config *config.Plan
	engine engine.Config
	triage triage.Options
	read   readOptions
	style  report.Style
	output []output[report.Format]
	ctx    context.Context //nolint:containedctx // of the one run that the settings are for

	accepted accepted
}

// newSettings returns the objects for the run of a plan. It reads the files that the
// plan names, except for the inputs.
func newSettings(c *cli.Context, plan *config.Plan) (*settings, error) {
	s := &settings{
		config: plan, triage: triageOptions(plan),
		style: styleOf(plan, terminalWidth(c.App.Writer)), output: outputsOf(plan, report.For),
	}
	var err error
	if s.read, err = readingOf(plan); err != nil {
		return nil, err
	}
	if s.engine, err = engineConfig(plan); err != nil {
		return nil, err
	}
	if err := s.setAccepted(); err != nil {
		return nil, err
	}
	s.triage.CountEntries = s.listsEntries()
	if s.triage.CountEntries || len(s.triage.Waivers) > 0 {
		s.engine.Summarise = summarise
	}
	return s, nil
}

func summarise(env *lint.Environment, e *schema.Entry) engine.EntrySummary {
	found := evidence.Assess(env, e)
	return engine.EntrySummary{
		File:       e.File.Path,
		Identifier: e.Identifier.Value,
		Evidence:   found.Level.String(),
		Words:      found.Words,
		Quantities: found.Quantities,
		Indicators: found.Indicators,
	}
}
