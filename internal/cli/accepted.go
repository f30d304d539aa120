package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/suppress"
)

// accepted is the file of violations accepted earlier.
type accepted struct {
	name   string
	before *config.AcceptedFile // nil = there was none
	write  bool
}

// setAccepted reads the suppressions of the settings, and the violations that
// were accepted earlier.
func (s *settings) setAccepted() error {
	s.accepted = accepted{name: s.config.AcceptedFile(), write: s.config.WriteAccepted}
	before, err := config.LoadAccepted(s.accepted.name, known("check"))
	if err != nil {
		return err
	}
	if before == nil && s.config.Accepted != "" && !s.accepted.write {
		return fmt.Errorf("there is no file %s of accepted violations; --write-accepted makes it", s.accepted.name)
	}
	set := suppress.NewSet(suppress.NewResolver(s.engine.Names, s.engine.Env.AsOf), s.accepted.relative)
	for i := range s.config.Ignore {
		ignored := &s.config.Ignore[i]
		set.Add(ignored.Suppression(), ignored.In)
	}
	approved := s.config.Approved
	if before != nil {
		approved = slices.Concat(approved, before.Approved)
		for i := range before.Violations {
			v := &before.Violations[i]
			set.Accept(v.Suppression(), v.File, v.Fingerprint, v.Message, v.Count)
		}
	}
	for i := range approved {
		set.Add(approved[i].Suppression(), nil)
	}
	if s.accepted.write {
		set.Rewrite()
	}
	s.accepted.before, s.triage.Suppressions = before, set
	return nil
}

// relative returns the path of a file relative to the folder of the accepted violations.
func (a *accepted) relative(file string) string {
	folder, err1 := filepath.Abs(filepath.Dir(a.name))
	absolute, err2 := filepath.Abs(file)
	relative, err := filepath.Rel(folder, absolute)
	if errors.Join(err1, err2, err) != nil {
		return file
	}
	return filepath.ToSlash(relative)
}

// writeAccepted writes the violations that are accepted from now on, with
// --write-accepted.
func (s *settings) writeAccepted(c *cli.Context) error {
	if !s.accepted.write {
		return nil
	}
	var list []config.Accepted
	for _, a := range s.triage.Suppressions.Rewritten() {
		list = append(list, config.Accepted{
			Fingerprint: a.Fingerprint, Rule: a.Rules[0], Entry: a.Entry, File: a.About, Message: a.Message,
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
