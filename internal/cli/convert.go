package cli

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/run"
)

func convertCommand() *cli.Command {
	return &cli.Command{
		Name:  "convert",
		Usage: "writes a submission in our form, as JSON or YAML (see 'iatilint schema submission')",
		Description: "Several files, or a folder, can be given where they hold their entries together: the books of\n" +
			"results, indicators and periods of IATI Publisher.",
		ArgsUsage: "IN...",
		Flags:     settingFlags("convert"),
		Action:    runConvert,
	}
}

func runConvert(c *cli.Context) error {
	if c.NArg() == 0 {
		return errors.New("convert needs a file to read")
	}
	plan, err := resolve(c, "convert")
	if err != nil {
		return err
	}
	return run.Convert(c.Context, plan, c.Args().Slice(), c.App.Writer, func(note string) {
		fmt.Fprintf(c.App.ErrWriter, "iatilint: %s\n", report.Visible(excerpt.Message(note)))
	})
}
