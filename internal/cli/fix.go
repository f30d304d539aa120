package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/fix"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
)

// errUnwritten ends a run in which a file could not be fixed.
var errUnwritten = errors.New("not every fix could be written")

// fixing is what came of --fix, --fix-unsafe and --diff.
type fixing struct {
	unwritten bool
}

// fix makes the fixes that were asked for, before the check that is reported:
// what is reported is what remains.
func (s *settings) fix(ctx context.Context, c *cli.Context, inputs []input.Input) (fixing, error) {
	if !s.config.Fixes() {
		return fixing{}, nil
	}
	checker := s.newFixChecker(ctx, inputs)
	refused, err := fix.All(checker, checker.files, fix.Options{Unsafe: s.config.FixUnsafe})
	if err != nil {
		return fixing{}, err
	}
	for _, r := range refused {
		fmt.Fprintf(c.App.ErrWriter, "iatilint: %s\n", report.Visible(r.String()))
	}
	if s.config.Diff {
		return fixing{}, printDiffs(c, checker.files)
	}
	return s.writeFixes(c, checker.files), nil
}

// writeFixes writes the files. One that can't be written keeps the others from
// nothing.
func (s *settings) writeFixes(c *cli.Context, files []*fix.File) (done fixing) {
	for _, f := range files {
		n, err := f.Fixed()
		if n == 0 && err == nil {
			continue
		}
		if err == nil {
			err = f.Write()
		}
		switch {
		case err != nil:
			done.unwritten = true
			fmt.Fprintf(c.App.ErrWriter, "iatilint: %s\n", report.Visible(err.Error()))
		case !s.style.Quiet:
			fmt.Fprintf(s.notes(c), "fixed %s in %s\n", violations(n), report.Visible(f.Name))
		}
	}
	return done
}

func violations(n int) string {
	if n == 1 {
		return "1 violation"
	}
	return fmt.Sprintf("%d violations", n)
}

// notes is where people look for a word on what was done: the text report, if
// there is one.
func (s *settings) notes(c *cli.Context) io.Writer {
	for _, o := range s.output {
		if o.file == "" && o.format.Name == "text" {
			return c.App.Writer
		}
	}
	return c.App.ErrWriter
}

func printDiffs(c *cli.Context, files []*fix.File) error {
	out := c.App.Writer
	if terminalWidth(out) > 0 {
		visible := &visibleLines{out: out}
		defer visible.end()
		out = visible
	}
	for _, f := range files {
		if _, err := f.Fixed(); err != nil {
			return err
		}
		if err := f.Diff(out); err != nil {
			return err
		}
	}
	return nil
}

// visibleLines keeps what a file holds from acting on the terminal.
type visibleLines struct {
	out  io.Writer
	rest string
}

func (v *visibleLines) Write(p []byte) (int, error) {
	v.rest += string(p)
	for {
		line, rest, ok := strings.Cut(v.rest, "\n")
		if !ok {
			return len(p), nil
		}
		v.rest = rest
		if _, err := io.WriteString(v.out, report.Visible(strings.TrimSuffix(line, "\r"))+"\n"); err != nil {
			return 0, err
		}
	}
}

func (v *visibleLines) end() { _, _ = io.WriteString(v.out, report.Visible(v.rest)) }

// watchers are the rules that watch over fixes even where they were not asked
// for: a fix must leave the file as sound as it was.
var watchers = []string{"file", "schema", "narrative/empty", "identifier/missing"}

// fixChecker checks the inputs as the run would, with the edits made so far.
type fixChecker struct {
	ctx      context.Context // of the run that it is a part of
	settings *settings
	files    []*fix.File
	watched  []engine.Enabled // the rules of the run, and the watchers
}

// newFixChecker takes those of the inputs that are files which can be written.
// Standard input and pipes can't be read twice; what can't be opened is left to
// the check, which says so.
func (s *settings) newFixChecker(ctx context.Context, inputs []input.Input) *fixChecker {
	k := &fixChecker{ctx: ctx, settings: s, watched: watched(s.engine.Rules)}
	for _, in := range inputs {
		f, err := fix.Stat(in.Path, in.Local)
		if err != nil || !in.Own || !f.Writable() || slices.ContainsFunc(k.files, f.Same) {
			continue
		}
		if f.Encode, err = s.encoder(f); err != nil {
			continue
		}
		k.files = append(k.files, f)
	}
	return k
}

func watched(enabled []engine.Enabled) []engine.Enabled {
	list := slices.Clone(enabled)
	for _, r := range rules.All() {
		asked := slices.ContainsFunc(enabled, func(e engine.Enabled) bool { return e.Rule.ID == r.ID })
		if !asked && (slices.Contains(watchers, r.Family()) || slices.Contains(watchers, r.ID)) {
			list = append(list, engine.Enabled{Rule: r, Options: r.Options})
		}
	}
	return list
}

// encoder writes text in the encoding that a file is read in.
func (s *settings) encoder(f *fix.File) (func(string) ([]byte, error), error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }() // it was only read
	encoding, err := read.EncodingOf(r, f.Name, s.read.Options)
	if err != nil {
		return nil, err
	}
	if !encoding.IsExact() {
		return func(string) ([]byte, error) {
			return nil, fmt.Errorf("places in %s are not exact enough to write to", encoding.Name())
		}, nil
	}
	return encoding.Encode, nil
}

// inputs returns the files with their edits; one of them may be opened otherwise.
func (k *fixChecker) inputs(other *fix.File, open func() (io.ReadCloser, error)) []input.Input {
	var list []input.Input
	for _, f := range k.files {
		content := f.Open
		if f == other {
			content = open
		}
		list = append(list, input.New(f.Name, content, k.settings.read.Options))
	}
	return input.Join(k.ctx, list, k.settings.read.Options)
}

// Submission delivers what may be fixed: what the report would show of all
// files.
func (k *fixChecker) Submission(deliver func(*lint.Violation)) error {
	options := k.settings.triage.Again()
	options.MaxViolations = 0
	judged := triage.New(options)
	_, err := k.run(k.inputs(nil, nil), k.settings.engine.Rules, func(v *lint.Violation) {
		if judged.Keep(v) {
			deliver(v)
		}
	})
	return err
}

// Alone delivers everything that is found in one file, with those that hold its
// entries too.
func (k *fixChecker) Alone(f *fix.File, open func() (io.ReadCloser, error), deliver func(*lint.Violation)) (entries int, err error) {
	inputs := []input.Input{input.New(f.Name, open, k.settings.read.Options)}
	if read.IsTable(f.Name, k.settings.read.Options) {
		inputs = slices.DeleteFunc(k.inputs(f, open), func(in input.Input) bool { return in.Path != f.Name && !slices.Contains(in.Joined, f.Name) })
	}
	outcome, err := k.run(inputs, k.watched, func(v *lint.Violation) {
		if v.File == f.Name {
			deliver(v)
		}
	})
	if err != nil {
		return 0, err
	}
	for _, file := range outcome.Files {
		entries += file.Entries
	}
	return entries, errors.Join(outcome.Problems...)
}

func (k *fixChecker) run(inputs []input.Input, enabled []engine.Enabled, deliver func(*lint.Violation)) (outcome *engine.Outcome, err error) {
	facts := spool.NewFacts(spool.FactsInMemory)
	defer func() { err = errors.Join(err, facts.Close()) }()
	config := k.settings.engine
	config.NewLog = facts.NewLog
	config.Rules = enabled
	config.Summarise = nil
	config.PerEntry = 0  // or a fix would seem to add what it only lets be listed
	config.Earlier = nil // what changed since then can't be fixed
	config.Waived = nil
	config.Deliver = func(_ int, v *lint.Violation) error {
		deliver(v)
		return nil
	}
	outcome, err = engine.Run(k.ctx, engineInputs(inputs), config)
	if err != nil {
		return nil, fmt.Errorf("the search for fixes was ended: %w", err)
	}
	return outcome, nil
}
