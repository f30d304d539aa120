package cli

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/run"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "checks files and folders, '-' for standard input",
		ArgsUsage: "PATH...",
		Flags:     settingFlags("check"),
		Action:    check,
	}
}

// check makes a plan of flags and settings file, checks the paths by it, writes the
// reports, and returns what the exit code follows from.
func check(c *cli.Context) (err error) {
	plan, err := resolve(c, "check")
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	v := newView(ctx, c, plan)
	result, err := run.Check(ctx, plan, run.Source{Paths: c.Args().Slice(), Stdin: c.App.Reader}, v.options())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, result.Close()) }()
	if plan.WriteAccepted {
		n, err := result.WriteAccepted()
		if err != nil {
			return err
		}
		if !plan.Quiet {
			fmt.Fprintf(c.App.ErrWriter, "%d accepted in %s\n", n, filepath.ToSlash(plan.AcceptedFile()))
		}
	}
	if err := v.report(result); err != nil {
		return err
	}
	if err := report.Problems(c.App.ErrWriter, result.Problems); err != nil {
		return err
	}
	switch {
	case v.unwritten:
		return errUnwritten
	case result.Failed:
		return errViolationsFound
	}
	return nil
}
