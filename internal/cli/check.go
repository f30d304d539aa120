package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/report"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/evidence"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "checks files and folders, '-' for standard input",
		ArgsUsage: "PATH...",
		Flags: append([]cli.Flag{
			&cli.StringSliceFlag{Name: "format", Usage: "how to report, F or F=FILE, may be repeated: " + listed(report.FormatNames()) + " (default: text)"},
			&cli.StringFlag{Name: "input-format", Usage: "xml, text, json, yaml, csv, xlsx or docx; default: by content, then by name"},
			&cli.StringFlag{Name: "stdin-filename", Usage: "the name that standard input goes by"},
			&cli.StringFlag{Name: "iati-version", Usage: "version to assume where the file declares none"},
			&cli.StringSliceFlag{Name: "profile", Usage: "iati, un-women, strict; may be stacked"},
			&cli.StringSliceFlag{Name: "select", Usage: "check only these rules or families"},
			&cli.StringSliceFlag{Name: "ignore", Usage: "do not check these rules or families"},
			&cli.StringSliceFlag{Name: "severity", Usage: "RULE=LEVEL: report a rule or family at another level"},
			&cli.StringSliceFlag{Name: "vocabulary", Usage: "a file of words that are right: one a line, or a Hunspell .dic"},
			&cli.StringFlag{Name: "framework", Usage: "a file of the identifiers that the submission is to have, one a line"},
			&cli.StringFlag{Name: "codelists", Usage: "a folder of newer code lists, in the standard's own JSON or XML form"},
			&cli.StringFlag{Name: "fail-on", Value: "error", Usage: "lowest level that makes the exit code 1: error, warning, info, never"},
			&cli.StringFlag{Name: "show", Value: "info", Usage: "lowest level shown: error, warning, info"},
			&cli.StringFlag{Name: "as-of", Usage: "the day to judge by, YYYY-MM-DD; default today"},
			&cli.IntFlag{Name: "max-violations", Usage: "show at most so many; 0 = all"},
			&cli.IntFlag{Name: "max-per-entry", Value: 1000, Usage: "list at most so many violations of one rule in one entry, and one more that counts the rest; 0 = all"},
			&cli.IntFlag{Name: "jobs", Value: runtime.NumCPU(), Usage: "how many entries to check at a time"},
			&cli.StringFlag{Name: "color", Value: "auto", Usage: "auto, always, never"},
			&cli.StringFlag{Name: "progress", Value: "auto", Usage: "how far a long check has come, on standard error: auto, always, never"},
			&cli.BoolFlag{Name: "fix", Usage: "make the fixes that cannot change the meaning, then report what remains"},
			&cli.BoolFlag{Name: "fix-unsafe", Usage: "make the other fixes too; read the changes before you publish them"},
			&cli.BoolFlag{Name: "diff", Usage: "print what --fix (or --fix-unsafe) would change as a unified diff, and write nothing"},
			&cli.StringSliceFlag{Name: "summary", Usage: "tables at the end of the text: " + listed(report.Tables())},
			&cli.BoolFlag{Name: "force-exclude", Usage: "what the configuration excludes is not checked even if it is named"},
			&cli.BoolFlag{Name: "quiet", Usage: "print violations only, no notes"},
			&cli.BoolFlag{Name: "verbose", Usage: "name clean files too"},
		}, slices.Concat(againstFlags(), configFlags(), acceptedFlags())...),
		Action: check,
	}
}

// check is the whole tool in one line: files are read into entries, rules make
// violations of them, triage decides what becomes of those, a report shows it.
func check(c *cli.Context) (err error) {
	s, err := newSettings(c)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	s.ctx = ctx
	earlier, err := newAgainst(c, s.config)
	if err != nil {
		return err
	}
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
	progress, err := s.newProgress(c, inputs)
	if err != nil {
		return err
	}
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

// settings is what the flags of check come to.
type settings struct {
	config *config.Config
	engine engine.Config
	triage triage.Options
	read   readOptions
	style  report.Style
	output []output[report.Format]
	asOf   schema.Date
	ctx    context.Context //nolint:containedctx // of the one run that the settings are for

	accepted accepted
}

func newSettings(c *cli.Context) (*settings, error) {
	s := &settings{}
	for _, step := range []func(*cli.Context) error{s.setConfig, s.setReading, s.setRules, s.setTriage, s.setAccepted, s.setReport} {
		if err := step(c); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *settings) setRules(c *cli.Context) error {
	profiles, err := s.profiles(c)
	if err != nil {
		return err
	}
	severities, err := pairs(listFlag(c, "severity"))
	if err != nil {
		return err
	}
	selection := config.Selection{
		Select:     listFlag(c, "select"),
		Ignore:     listFlag(c, "ignore"),
		Severities: severities,
		Rules:      s.config.Rules,
		Overrides:  s.config.Override,
	}
	if s.engine.Rules, s.engine.ForFile, err = selection.Configure(rules.All(), profiles); err != nil {
		return err
	}
	s.asOf = schema.DateOf(time.Now())
	if day := c.String("as-of"); day != "" {
		var ok bool
		if s.asOf, ok = schema.ParseDate(day); !ok {
			return fmt.Errorf("--as-of cannot be %q; write a day as 2026-11-23", day)
		}
	}
	if err := s.setEnvironment(c, profiles); err != nil {
		return err
	}
	s.engine.Names = config.Names(rules.All())
	s.engine.Jobs = number(c, "jobs", s.config.Limits.Jobs)
	return nil
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

func (s *settings) setTriage(c *cli.Context) error {
	show, err := oneOf("show", setting(c, "show", string(s.config.Show)), lint.Severities()...)
	if err != nil {
		return err
	}
	failOn, err := oneOf("fail-on", setting(c, "fail-on", string(s.config.FailOn)), append(lint.Severities(), lint.Never.String())...)
	if err != nil {
		return err
	}
	s.triage.Show, _ = lint.ParseSeverity(show)
	if s.triage.FailOn = lint.Never; failOn != lint.Never.String() {
		s.triage.FailOn, _ = lint.ParseSeverity(failOn)
	}
	if s.triage.MaxViolations = number(c, "max-violations", s.config.Limits.Violations); s.triage.MaxViolations < 0 {
		return fmt.Errorf("--max-violations cannot be %d; 0 shows all", s.triage.MaxViolations)
	}
	if s.engine.PerEntry = number(c, "max-per-entry", s.config.Limits.PerEntry); s.engine.PerEntry < 0 {
		return fmt.Errorf("--max-per-entry cannot be %d; 0 lists all", s.engine.PerEntry)
	}
	return nil
}

// wantsColor decides on colour: the flag, then NO_COLOR, then whether the
// output is a terminal.
func wantsColor(c *cli.Context) (bool, error) {
	when, err := oneOf("color", c.String("color"), "auto", "always", "never")
	if err != nil {
		return false, err
	}
	if when == "auto" {
		return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && terminalWidth(c.App.Writer) > 0, nil
	}
	return when == "always", nil
}
