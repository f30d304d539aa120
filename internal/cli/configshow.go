package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/report"
	config "github.com/iatilint/iatilint/internal/settings"
)

// flagOf is the flags that win over a setting, by its key.
func flagOf() map[string]string {
	return map[string]string{
		"profile": "profile", "expected": "framework", "vocabulary.files": "vocabulary", "fail-on": "fail-on", "show": "show",
		"codelists": "codelists", "limits.violations": "max-violations", "limits.per-entry": "max-per-entry", "limits.jobs": "jobs",
	}
}

// ownFlags are the flags about how a report looks or what is read: they are no
// settings of a file, but `config show` tells of those that are given.
func ownFlags() []string {
	return []string{"select", "ignore", "severity", "as-of", "format", "input-format", "iati-version", "force-exclude"}
}

// showConfig prints the settings in effect, one a line, with their origins.
func showConfig(c *cli.Context) error {
	s, err := newSettings(c)
	if err != nil {
		return err
	}
	profiles, err := s.profiles(c)
	if err != nil {
		return err
	}
	list := s.config.Settings()
	for key, flag := range flagOf() {
		list = withFlag(c, list, key, flag)
	}
	for _, flag := range ownFlags() {
		list = withFlag(c, list, flag, flag)
	}
	list = config.WithProfiles(list, profiles)
	config.SortSettings(list)
	return printSettings(c, list)
}

// withFlag replaces a setting by the flag that wins over it, or adds the flag's
// default where nothing else is said. Words of a vocabulary are added to.
func withFlag(c *cli.Context, list []config.Setting, key, flag string) []config.Setting {
	i := slices.IndexFunc(list, func(s config.Setting) bool { return s.Key == key })
	value := flagText(c, flag)
	switch {
	case c.IsSet(flag) && i >= 0 && flag == "vocabulary":
		list[i].Value += ", " + value
		list[i].Origin += ", --" + flag
	case c.IsSet(flag) && i >= 0:
		list[i].Value, list[i].Origin = value, "--"+flag
	case c.IsSet(flag):
		list = append(list, config.Setting{Key: key, Value: value, Origin: "--" + flag})
	case i < 0 && value != "" && value != "0" && value != "false":
		list = append(list, config.Setting{Key: key, Value: value, Origin: "default"})
	}
	return list
}

func flagText(c *cli.Context, flag string) string {
	switch c.Value(flag).(type) {
	case cli.StringSlice, []string:
		return strings.Join(c.StringSlice(flag), ", ")
	}
	if v := c.Value(flag); v != nil {
		return fmt.Sprint(v)
	}
	return ""
}

func printSettings(c *cli.Context, list []config.Setting) error {
	key, value := 0, 0
	for i := range list {
		list[i].Value = report.Visible(list[i].Value)
		key = max(key, displaywidth.String(list[i].Key))
		value = max(value, min(displaywidth.String(list[i].Value), 50))
	}
	for _, s := range list {
		_, err := fmt.Fprintf(c.App.Writer, "%s%s  %s%s  %s\n",
			s.Key, strings.Repeat(" ", key-displaywidth.String(s.Key)),
			s.Value, strings.Repeat(" ", max(value-displaywidth.String(s.Value), 0)), s.Origin)
		if err != nil {
			return fmt.Errorf("could not print the settings: %w", err)
		}
	}
	return nil
}
