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
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules/lint"
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
	options, err := readingOf(plan)
	if err != nil {
		return err
	}
	write := func(w io.Writer) (err error) {
		set := &input.Set{Inputs: []input.Input{input.File(in[0], options.Options)}}
		if info, err := os.Stat(in[0]); len(in) > 1 || err == nil && info.IsDir() {
			if set, err = input.Open(c.Context, in, input.Options{Read: options.Options, Reopen: true}); err != nil {
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
		if err := encoding(plan)(w, r, tell); err != nil {
			return fmt.Errorf("could not convert %s: %w", strings.Join(in, ", "), shortError{err})
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
	case !plan.Force:
		return fmt.Errorf("%s is there already; --force replaces it", out)
	}
	return atomicfile.Write(out, 0o644, write)
}

// encoding returns how to write a submission: as the plan says, or as the name of the
// file does.
func encoding(p *config.Plan) func(io.Writer, convert.Reader, func(string)) error {
	ending := strings.ToLower(filepath.Ext(p.Output))
	if p.Encoding == "yaml" || p.Encoding == "" && (ending == ".yaml" || ending == ".yml") {
		return convert.YAML
	}
	return convert.JSON
}

// shortError shortens the message of an error, which may quote a whole text of a file.
type shortError struct{ error }

func (e shortError) Error() string { return lint.ShortMessage(e.error.Error()) }
func (e shortError) Unwrap() error { return e.error }

func sameFile(name string, other os.FileInfo) bool {
	info, err := os.Stat(name)
	return err == nil && os.SameFile(info, other)
}
