package cli

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/nearest"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
)

func configFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "config", Usage: "the configuration file; default: the nearest " + config.FileName + " upwards"},
		&cli.BoolFlag{Name: "no-config", Usage: "read no configuration file"},
	}
}

// setConfig reads the configuration file, if there is one. It comes before all
// that flags set: those win.
func (s *settings) setConfig(c *cli.Context) error {
	s.config = &config.Config{}
	name := c.String("config")
	switch {
	case name != "" && c.Bool("no-config"):
		return errors.New("--config and --no-config exclude each other; give one of them")
	case c.Bool("no-config"):
		return nil
	case name == "":
		dir, err := os.Getwd()
		if err != nil {
			return fmt.Errorf("could not look for a config file: %w", err)
		}
		if name, err = config.Find(dir); err != nil || name == "" {
			return err
		}
	}
	var err error
	s.config, err = config.Load(name, rules.All())
	return err
}

// setting is a flag's value, or what the configuration file says where the
// flag is not given.
func setting(c *cli.Context, flag, configured string) string {
	if c.IsSet(flag) || configured == "" {
		return c.String(flag)
	}
	return configured
}

// number is setting for whole numbers.
func number(c *cli.Context, flag string, configured int) int {
	if c.IsSet(flag) || configured == 0 {
		return c.Int(flag)
	}
	return configured
}

// profiles are those of the flag, else those of the configuration.
func (s *settings) profiles(c *cli.Context) ([]config.Profile, error) {
	if c.IsSet("profile") {
		return config.FindProfiles(listFlag(c, "profile"))
	}
	return s.config.Profile, nil
}

// setEnvironment gives the rules what profiles, configuration and flags say of
// the submission.
func (s *settings) setEnvironment(c *cli.Context, profiles []config.Profile) error {
	env := config.Environment(profiles)
	s.config.Describe(env)
	env.AsOf = s.asOf
	words, err := config.Vocabulary(c.StringSlice("vocabulary"))
	if err != nil {
		return err
	}
	own, err := s.config.Words.All()
	if err != nil {
		return err
	}
	env.Vocabulary = slices.Concat(own, words)
	env.Expected = s.config.Expected.Identifiers
	if file := setting(c, "framework", string(s.config.Expected.File)); file != "" {
		if env.Expected, err = config.Framework(file); err != nil {
			return err
		}
	}
	s.engine.Env = env
	return nil
}

func configCommand() *cli.Command {
	return &cli.Command{
		Name:      "config",
		Usage:     "'config show' prints the settings of a check and where each comes from",
		ArgsUsage: "show",
		Flags:     checkCommand().Flags,
		Action: func(c *cli.Context) error {
			if name := c.Args().First(); name != "show" || c.NArg() > 1 {
				return fmt.Errorf("config has no action %q%s", name, nearest.Hint(name, []string{"show"}))
			}
			return showConfig(c)
		},
	}
}
