package cli

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/schema"
)

func completionCommand() *cli.Command {
	shells := shellNames()
	return &cli.Command{
		Name:      "completion",
		Usage:     "prints a script that completes commands and flags: " + strings.Join(shells, ", "),
		ArgsUsage: "SHELL",
		Action: func(c *cli.Context) error {
			for _, s := range completionShells() {
				if s.name == c.Args().First() {
					text, err := s.script(completable(c.App))
					if err != nil {
						return fmt.Errorf("could not make the completion for %s: %w", s.name, err)
					}
					_, err = fmt.Fprint(c.App.Writer, text)
					return err
				}
			}
			return fmt.Errorf("there is no completion for %q%s", c.Args().First(), nearest.Hint(c.Args().First(), shells))
		},
	}
}

// completionShell is a shell that a script can be made for.
type completionShell struct {
	name   string
	script func([]completed) (string, error)
}

func completionShells() []completionShell {
	return []completionShell{{"bash", bashCompletion}, {"zsh", zshCompletion}, {"fish", fishCompletion}, {"powershell", powershellCompletion}}
}

func shellNames() []string {
	var names []string
	for _, s := range completionShells() {
		names = append(names, s.name)
	}
	return names
}

// completed is a command as a shell completes it.
type completed struct {
	name, usage string
	words       []string // what its first argument may be; nil = a file
	flags       []completedFlag
}

type completedFlag struct {
	name, usage string
	value       bool     // it takes one
	words       []string // what that may be; nil = anything, or a file
}

// completable returns the commands of the program.
func completable(app *cli.App) []completed {
	var list []completed
	for _, command := range app.Commands {
		if command.Hidden {
			continue
		}
		one := completed{name: command.Name, usage: command.Usage, words: argumentWords(command.Name)}
		words := flagWords(command.Name)
		for _, f := range command.Flags {
			name := f.Names()[0]
			if documented, ok := f.(cli.DocGenerationFlag); ok && name != "help" {
				one.flags = append(one.flags, completedFlag{name, documented.GetUsage(), documented.TakesValue(), words[name]})
			}
		}
		list = append(list, one)
	}
	return list
}

// argumentWords returns what the first argument of a command can be; nil = a file.
func argumentWords(command string) []string {
	switch command {
	case "explain":
		return ruleIDs()
	case "schema":
		return schema.DocumentNames()
	case "config":
		return []string{"show"}
	case "completion":
		return shellNames()
	}
	return nil
}

// flagWords returns what the flags of a command can be, by name; without those that can
// be anything.
func flagWords(command string) map[string][]string {
	words := map[string][]string{}
	switch command {
	case "rules":
		words["format"] = rulesFormats()
	case "config":
		command = "check" // whose settings it shows
	}
	for _, s := range settings.CommandFlags(command, known(command)) {
		words[s.Flag] = s.Words
	}
	return words
}

func ruleIDs() []string {
	var ids []string
	for _, r := range rules.All() {
		ids = append(ids, r.ID)
	}
	return ids
}
