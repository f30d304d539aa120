package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/rules/lint"
)

func convertCommand() *cli.Command {
	return &cli.Command{
		Name:  "convert",
		Usage: "writes a submission in our form, as JSON or YAML (see 'iatilint schema submission')",
		Description: "Several files, or a folder, can be given where they hold their entries together: the books of\n" +
			"results, indicators and periods of IATI Publisher.",
		ArgsUsage: "IN...",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "the file to write; '-' is standard output"},
			&cli.StringFlag{Name: "to", Usage: "json or yaml; default: by the ending of the file to write, else json"},
			&cli.BoolFlag{Name: "force", Usage: "replace the file if it is there"},
		}, configFlags()...),
		Action: runConvert,
	}
}

func runConvert(c *cli.Context) error {
	if c.NArg() == 0 {
		return errors.New("convert needs a file to read")
	}
	in, out := c.Args().Slice(), c.String("output")
	encode, err := encoding(c, out)
	if err != nil {
		return err
	}
	s := &settings{}
	if err := s.setConfig(c); err != nil {
		return err
	}
	if err := s.setReading(c); err != nil {
		return err
	}
	write := func(w io.Writer) (err error) {
		set := &input.Set{Inputs: []input.Input{input.File(in[0], s.read.Options)}}
		if info, err := os.Stat(in[0]); len(in) > 1 || err == nil && info.IsDir() {
			if set, err = input.Open(c.Context, in, input.Options{Read: s.read.Options, Reopen: true}); err != nil {
				return err
			}
		}
		defer func() { err = errors.Join(err, set.Close()) }()
		r, err := input.OpenChain(set.Inputs)
		if err != nil {
			return err
		}
		defer func() { _ = r.Close() }() // it was only read
		tell := func(note string) {
			fmt.Fprintf(c.App.ErrWriter, "iatilint: %s\n", report.Visible(lint.ShortMessage(note)))
		}
		if err := encode(w, r, tell); err != nil {
			return fmt.Errorf("could not convert %s: %w", strings.Join(in, ", "), brief{err})
		}
		return nil
	}
	if out == "-" {
		return write(c.App.Writer)
	}
	switch info, err := os.Stat(out); {
	case err != nil:
	case slices.ContainsFunc(in, func(name string) bool { return sameFile(name, info) }):
		return fmt.Errorf("%s is the file to read; name another one to write", out)
	case !c.Bool("force"):
		return fmt.Errorf("%s is there already; --force replaces it", out)
	}
	return atomicfile.Write(out, 0o644, write)
}

// encoding tells how to write a submission: as is asked for, or as the name of
// the file says.
func encoding(c *cli.Context, out string) (func(io.Writer, convert.Reader, func(string)) error, error) {
	to := "json"
	if c.IsSet("to") {
		var err error
		if to, err = oneOf("to", c.String("to"), "json", "yaml"); err != nil {
			return nil, err
		}
	} else if ending := strings.ToLower(filepath.Ext(out)); ending == ".yaml" || ending == ".yml" {
		to = "yaml"
	}
	if to == "yaml" {
		return convert.YAML, nil
	}
	return convert.JSON, nil
}

// brief is an error whose message may quote what a file holds.
type brief struct{ error }

func (b brief) Error() string { return lint.ShortMessage(b.error.Error()) }
func (b brief) Unwrap() error { return b.error }

func sameFile(name string, other os.FileInfo) bool {
	info, err := os.Stat(name)
	return err == nil && os.SameFile(info, other)
}
