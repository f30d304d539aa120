package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/rules"
)

func acceptedFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "accepted", Usage: "the file of violations accepted earlier; default: " + config.AcceptedName + ", if it is there"},
		&cli.BoolFlag{Name: "write-accepted", Usage: "write what is found to that file: it is accepted from now on"},
	}
}

// accepted is the file of violations accepted earlier.
type accepted struct {
	name   string
	before *config.AcceptedFile // nil = there was none
	write  bool
}

// setAccepted reads the suppressions of the settings, and the violations that
// were accepted earlier.
func (s *settings) setAccepted(c *cli.Context) error {
	s.accepted = accepted{name: s.acceptedName(c), write: c.Bool("write-accepted")}
	before, err := config.LoadAccepted(s.accepted.name, rules.All())
	if err != nil {
		return err
	}
	named := c.IsSet("accepted") || s.config.Accepted != ""
	if before == nil && named && !s.accepted.write {
		return fmt.Errorf("there is no file %s of accepted violations; --write-accepted makes it", s.accepted.name)
	}
	set := suppress.NewSet(suppress.NewResolver(s.engine.Names, s.engine.Env.AsOf), s.accepted.relative)
	for i := range s.config.Ignore {
		ignored := &s.config.Ignore[i]
		set.Add(ignored.Suppression(), ignored.In)
	}
	approved := s.config.Approved
	if before != nil {
		approved = append(approved, before.Approved...)
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

// acceptedName returns the name of the file: of the flag, of the configuration, or
// the usual one beside the configuration.
func (s *settings) acceptedName(c *cli.Context) string {
	if name := setting(c, "accepted", string(s.config.Accepted)); name != "" {
		return name
	}
	return filepath.Join(filepath.Dir(s.config.File), config.AcceptedName)
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
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.ErrWriter, "%d accepted in %s\n", len(list), filepath.ToSlash(s.accepted.name))
	}
	return nil
}
