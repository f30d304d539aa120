// Package cli is the command line of iatilint, one file a command.
package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/nearest"
)

// The exit codes, a contract that scripts depend on.
const (
	exitOK         = 0 // nothing at or above --fail-on
	exitViolations = 1
	exitTrouble    = 2 // the command line, a missing path, or something that could not be finished
)

// violationsFound ends a run whose violations have been reported.
var errViolationsFound = errors.New("violations found")

// Main runs iatilint and returns its exit code.
func Main(args []string, in io.Reader, out, errOut io.Writer) int {
	boundMemory()
	app := newApp(in, out, errOut)
	args, err := flagsFirst(app, args)
	if err == nil {
		err = app.Run(args)
	}
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errViolationsFound):
		return exitViolations
	}
	fmt.Fprintf(errOut, "iatilint: %v\n", err)
	return exitTrouble
}

func newApp(in io.Reader, out, errOut io.Writer) *cli.App {
	return &cli.App{
		Name:                      "iatilint",
		Usage:                     "checks IATI results submissions before they are published",
		Version:                   version(),
		HideVersion:               true,
		Reader:                    in,
		Writer:                    out,
		ErrWriter:                 errOut,
		DisableSliceFlagSeparator: true,
		ExitErrHandler:            func(*cli.Context, error) {}, // Main decides
		OnUsageError:              func(_ *cli.Context, err error, _ bool) error { return err },
		Commands: []*cli.Command{
			checkCommand(),
			diffCommand(),
			convertCommand(),
			rulesCommand(),
			explainCommand(),
			schemaCommand(),
			configCommand(),
			initCommand(),
			completionCommand(),
			manCommand(),
			versionCommand(),
		},
		Action: func(c *cli.Context) error {
			if name := c.Args().First(); name != "" {
				return unknownCommand(c.App, name)
			}
			return cli.ShowAppHelp(c)
		},
	}
}

func unknownCommand(app *cli.App, name string) error {
	var known []string
	for _, c := range app.Commands {
		known = append(known, c.Name)
	}
	return fmt.Errorf("there is no command %q%s", name, nearest.Hint(name, known))
}
