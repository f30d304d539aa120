package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/run"
	"github.com/iatilint/iatilint/internal/settings"
)

func configCommand() *cli.Command {
	return &cli.Command{
		Name:      "config",
		Usage:     "'config show' prints the settings of a check and where each comes from",
		ArgsUsage: "show",
		Flags:     settingFlags("check"),
		Action: func(c *cli.Context) error {
			if name := c.Args().First(); name != "show" || c.NArg() > 1 {
				return fmt.Errorf("config has no action %q%s", name, nearest.Hint(name, []string{"show"}))
			}
			plan, err := resolve(c, "check")
			if err != nil {
				return err
			}
			if err := run.Validate(plan); err != nil {
				return err // a file that a setting names
			}
			return printSettings(c.App.Writer, plan.Effective())
		},
	}
}

// printSettings prints the settings in effect, one a line, with their origins.
func printSettings(w io.Writer, list []settings.Effective) error {
	key, value := 0, 0
	for i := range list {
		list[i].Value = report.Visible(list[i].Value)
		key = max(key, displaywidth.String(list[i].Key))
		value = max(value, min(displaywidth.String(list[i].Value), 50))
	}
	for _, s := range list {
		_, err := fmt.Fprintf(w, "%s%s  %s%s  %s\n",
			s.Key, strings.Repeat(" ", key-displaywidth.String(s.Key)),
			s.Value, strings.Repeat(" ", max(value-displaywidth.String(s.Value), 0)), s.Origin)
		if err != nil {
			return fmt.Errorf("could not print the settings: %w", err)
		}
	}
	return nil
}
