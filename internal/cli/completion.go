package cli

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/internal/report"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func completionCommand() *cli.Command {
	var shells []string
	for _, s := range completionShells() {
		shells = append(shells, s.name)
	}
	return &cli.Command{
		Name:      "completion",
		Usage:     "prints a script that completes commands and flags: " + listed(shells),
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

// completable is the commands of the program.
func completable(app *cli.App) []completed {
	var list []completed
	for _, command := range app.Commands {
		if command.Hidden {
			continue
		}
		one := completed{name: command.Name, usage: command.Usage, words: argumentWords(command.Name)}
		for _, f := range command.Flags {
			_, boolean := f.(*cli.BoolFlag)
			flag := completedFlag{name: f.Names()[0], value: !boolean}
			if documented, ok := f.(cli.DocGenerationFlag); ok {
				flag.usage = documented.GetUsage()
			}
			if flag.name == "help" {
				continue
			}
			flag.words = flagWords(command.Name, flag.name)
			one.flags = append(one.flags, flag)
		}
		list = append(list, one)
	}
	return list
}

// argumentWords is what the first argument of a command may be; nil = a file.
func argumentWords(command string) []string {
	switch command {
	case "explain":
		return ruleIDs()
	case "schema":
		return schema.DocumentNames()
	case "config":
		return []string{"show"}
	case "completion":
		var names []string
		for _, s := range completionShells() {
			names = append(names, s.name)
		}
		return names
	}
	return nil
}

// flagWords is what a flag may be set to.
func flagWords(command, flag string) []string {
	switch flag {
	case "format":
		if command == "rules" {
			return []string{"text", "json", "markdown"}
		}
		return report.FormatNames()
	case "profile":
		var names []string
		for _, p := range config.Profiles() {
			names = append(names, p.Name)
		}
		return names
	case "select", "ignore":
		return ruleIDs()
	case "fail-on":
		return append(lint.Severities(), lint.Never.String())
	case "show":
		return lint.Severities()
	case "color", "progress":
		return []string{"auto", "always", "never"}
	case "iati-version":
		return []string{"2.01", "2.02", "2.03"}
	case "summary":
		return report.Tables()
	}
	return nil
}

func ruleIDs() []string {
	var ids []string
	for _, r := range rules.All() {
		ids = append(ids, r.ID)
	}
	return ids
}
