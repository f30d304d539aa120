package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/engine"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/lint"
)

// accepted is the file of violations accepted earlier.
type accepted struct {
	name   string
	before *config.AcceptedFile // nil = there was none
	write  bool
}

// setAccepted reads what is let pass: approvals and ignored violations of the
// configuration, and violations accepted earlier.
func (s *settings) setAccepted() error {
	s.accepted = accepted{name: s.config.AcceptedFile(), write: s.config.WriteAccepted}
	var err error
	if s.accepted.before, err = config.LoadAccepted(s.accepted.name, known("check")); err != nil {
		return err
	}
	if s.accepted.before == nil && s.config.Accepted != "" && !s.accepted.write {
		return fmt.Errorf("there is no file %s of accepted violations; --write-accepted makes it", s.accepted.name)
	}
	var list []triage.Acceptance
	approved := s.config.Approved
	if before := s.accepted.before; before != nil {
		approved = slices.Concat(approved, before.Approved)
		for i := range before.Violations {
			list = append(list, s.acceptance(&before.Violations[i]))
		}
	}
	s.triage.Accepted = triage.NewAccepted(list, s.accepted.relative)
	if s.accepted.write {
		s.triage.Accepted.Rewrite()
	}
	for i := range s.config.Ignore {
		g := &s.config.Ignore[i]
		s.waive(g.Silence(), g.In)
	}
	for i := range approved {
		s.waive(approved[i].Silence(), nil)
	}
	return nil
}

func (s *settings) acceptance(a *config.Accepted) triage.Acceptance {
	return triage.Acceptance{
		Fingerprint: a.Fingerprint, Rule: a.Rule, Entry: a.Entry, File: a.File, Message: a.Message,
		Count: a.Count, Reason: a.Reason, Until: a.Until, Silence: s.engine.NewSilence(a.Silence()),
	}
}

func (s *settings) waive(silence lint.Silence, in func(string) bool) {
	w := &triage.Waiver{Silence: s.engine.NewSilence(silence), Entry: lint.EntryName(silence.Entry), In: in, Rules: map[string][]int{}}
	for i, name := range silence.Rules {
		for _, id := range s.engine.Names[name] {
			w.Rules[id] = append(w.Rules[id], i)
		}
	}
	s.triage.Waivers = append(s.triage.Waivers, w)
}

// relative names a file as seen from the folder of the accepted violations.
func (a *accepted) relative(file string) string {
	folder, err := filepath.Abs(filepath.Dir(a.name))
	if err != nil {
		return file
	}
	absolute, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	relative, err := filepath.Rel(folder, absolute)
	if err != nil {
		return file
	}
	return filepath.ToSlash(relative)
}

// judgeSilences runs the rules on silences over what was let pass, as far as
// the run would have found what there is to let pass.
func (s *settings) judgeSilences(outcome *engine.Outcome, deliver func(*lint.Violation)) error {
	entries, files := map[string]bool{}, map[string]bool{}
	for _, w := range s.triage.Waivers {
		entries[w.Entry] = false
	}
	for e, err := range outcome.Entries.All() {
		if err != nil {
			return err
		}
		if _, named := entries[e.Identifier]; named {
			entries[e.Identifier] = true
		}
	}
	for _, f := range outcome.Files {
		files[s.accepted.relative(f.Path)] = true
	}
	var problems []error
	for _, w := range s.triage.Waivers {
		about := w.Entry == "" || entries[w.Entry]
		if w.In != nil && about {
			about = false
			for _, f := range outcome.Files {
				about = about || w.In(f.Path)
			}
		}
		if about {
			w.Silence.Unused = s.engine.Ran(w.Unused(), "")
		}
		problems = append(problems, s.engine.JudgeSilence(&w.Silence, deliver)...)
	}
	for _, a := range s.triage.Accepted.Unmatched() {
		if files[a.File] {
			a.Silence.Unused = s.engine.Ran([]string{a.Rule}, a.File)
		}
		problems = append(problems, s.engine.JudgeSilence(&a.Silence, deliver)...)
	}
	return errors.Join(problems...)
}

// writeAccepted writes what was found, if that is asked for.
func (s *settings) writeAccepted(c *cli.Context) error {
	if !s.accepted.write {
		return nil
	}
	var list []config.Accepted
	for _, a := range s.triage.Accepted.Found() {
		list = append(list, config.Accepted{
			Fingerprint: a.Fingerprint, Rule: a.Rule, Entry: a.Entry, File: a.File, Message: a.Message,
			Count: a.Count, Reason: a.Reason, Until: a.Until,
		})
	}
	err := atomicfile.Write(s.accepted.name, 0o644, func(w io.Writer) error {
		return config.WriteAccepted(w, list, s.accepted.before)
	})
	if err != nil {
		return err
	}
	if !s.config.Quiet {
		fmt.Fprintf(c.App.ErrWriter, "%d accepted in %s\n", len(list), filepath.ToSlash(s.accepted.name))
	}
	return nil
}
