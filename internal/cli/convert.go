package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/read"
)

func convertCommand() *cli.Command {
	return &cli.Command{
		Name:      "convert",
		Usage:     "writes a submission in our JSON form (see 'iatilint schema submission')",
		ArgsUsage: "IN",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "the file to write; '-' is standard output"},
			&cli.BoolFlag{Name: "force", Usage: "replace the file if it is there"},
		},
		Action: runConvert,
	}
}

func runConvert(c *cli.Context) error {
	if c.NArg() != 1 {
		return errors.New("convert needs one file to read")
	}
	in, out := c.Args().First(), c.String("output")
	write := func(w io.Writer) error {
		r, err := read.Open(in, read.Options{})
		if err != nil {
			return err
		}
		defer func() { _ = r.Close() }() // it was only read
		if err := convert.JSON(w, r); err != nil {
			return fmt.Errorf("could not convert %s: %w", in, err)
		}
		return nil
	}
	if out == "-" {
		return write(c.App.Writer)
	}
	switch info, err := os.Stat(out); {
	case err != nil:
	case sameFile(in, info):
		return fmt.Errorf("%s is the file to read; name another one to write", out)
	case !c.Bool("force"):
		return fmt.Errorf("%s is there already; --force replaces it", out)
	}
	return atomicfile.Write(out, 0o644, write)
}

func sameFile(name string, other os.FileInfo) bool {
	info, err := os.Stat(name)
	return err == nil && os.SameFile(info, other)
}
