package cli

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/nearest"
)

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

// listFlag reads a flag that may be repeated and may hold several values,
// separated by commas.
func listFlag(c *cli.Context, name string) []string {
	var list []string
	for _, value := range c.StringSlice(name) {
		for item := range strings.SplitSeq(value, ",") {
			if item = strings.TrimSpace(item); item != "" {
				list = append(list, item)
			}
		}
	}
	return list
}

// oneOf is the value of a flag that is one of a few words.
func oneOf(name, value string, allowed ...string) (string, error) {
	for _, a := range allowed {
		if value == a {
			return value, nil
		}
	}
	return "", fmt.Errorf("--%s cannot be %q%s", name, value, nearest.Hint(value, allowed))
}
