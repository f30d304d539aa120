package cli

import (
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/schema"
)

// known returns what the settings of a command can name.
func known(command string) settings.Known {
	k := settings.Known{Catalogue: rules.All(), Formats: report.FormatNames(), Tables: report.Tables()}
	if command == "diff" {
		k.Formats = report.ChangesFormatNames()
	}
	return k
}

// settingFlags returns the settings that are flags of a command.
func settingFlags(command string) []cli.Flag {
	var flags []cli.Flag
	for _, s := range settings.CommandFlags(command, known(command)) {
		var flag cli.Flag
		switch s.Kind {
		case reflect.Bool:
			flag = &cli.BoolFlag{Name: s.Flag, Aliases: s.Short, Usage: s.Usage}
		case reflect.Int:
			value, _ := strconv.Atoi(s.Default) // "" is 0
			flag = &cli.IntFlag{Name: s.Flag, Aliases: s.Short, Usage: s.Usage, Value: value}
		case reflect.Slice:
			flag = &cli.StringSliceFlag{Name: s.Flag, Aliases: s.Short, Usage: s.Usage}
		default:
			flag = &cli.StringFlag{Name: s.Flag, Aliases: s.Short, Usage: s.Usage, Value: s.Default}
		}
		flags = append(flags, flag)
	}
	return flags
}

// resolve makes the plan of a command of the flags that are given and the settings
// file.
func resolve(c *cli.Context, command string) (*settings.Plan, error) {
	flags := settings.Flags{}
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		if !c.IsSet(name) {
			continue
		}
		if flags[name] = c.StringSlice(name); flags[name] == nil {
			flags[name] = []string{fmt.Sprint(c.Value(name))}
		}
	}
	env := settings.Environment{Today: schema.DateOf(time.Now()), Getenv: os.Getenv}
	return settings.Resolve(flags, env, known(command))
}

// flagsFirst moves a command's flags before its other arguments, because
// urfave/cli takes everything after the first path for paths, and refuses
// unknown flags with the name that may be meant.
func flagsFirst(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	command := app.Command(args[1])
	if command == nil {
		return args, nil
	}
	takesValue := map[string]bool{"help": false, "h": false}
	var known []string
	for _, f := range command.Flags {
		_, boolean := f.(*cli.BoolFlag)
		for _, name := range f.Names() {
			takesValue[name] = !boolean
		}
		known = append(known, "--"+f.Names()[0])
	}
	var flags, rest []string
	for i := 2; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if arg == "-" || !strings.HasPrefix(arg, "-") {
			rest = append(rest, arg)
			continue
		}
		name, _, valued := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		value, ok := takesValue[name]
		if !ok {
			return nil, fmt.Errorf("%s has no flag %q%s", command.Name, "--"+name, nearest.Hint("--"+name, known))
		}
		flags = append(flags, arg)
		if value && !valued {
			if i+1 == len(args) {
				return nil, fmt.Errorf("the flag %s needs a value", arg)
			}
			i++
			flags = append(flags, args[i])
		}
	}
	out := append([]string{args[0], args[1]}, flags...)
	return append(append(out, "--"), rest...), nil
}
