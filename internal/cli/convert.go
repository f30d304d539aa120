package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
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
	in, out := c.Args().Slice(), plan.Output
	write := func(w io.Writer) error {
		return run.Convert(c.Context, plan, in, w, func(note string) {
			fmt.Fprintf(c.App.ErrWriter, "iatilint: %s\n", report.Visible(excerpt.Message(note)))
		})
	}
	if out == "-" {
		return write(c.App.Writer)
	}
	switch info, err := os.Stat(out); {
	case err != nil:
	case slices.ContainsFunc(in, func(name string) bool { return sameFile(name, info) }):
		return fmt.Errorf("%s is the file to read; name another one to write", out)
	case !plan.Force:
		return fmt.Errorf("%s is there already; --force replaces it", out)
	}
	return atomicfile.Write(out, 0o644, write)
}

func sameFile(name string, other os.FileInfo) bool {
	info, err := os.Stat(name)
	return err == nil && os.SameFile(info, other)
}
