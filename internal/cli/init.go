package cli

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/atomicfile"
	"github.com/iatilint/iatilint/internal/settings"
)

//go:embed templates/*.yaml
var templates embed.FS

// startedFile is a file that init writes.
type startedFile struct{ flag, name, template string }

// startedFiles lists what init writes: the configuration always, the rest on
// request.
func startedFiles() []startedFile {
	return []startedFile{
		{"", settings.FileName, "templates/iatilint.yaml"},
		{"pre-commit", ".pre-commit-config.yaml", "templates/pre-commit.yaml"},
		{"github", filepath.FromSlash(".github/workflows/iatilint.yml"), "templates/workflow.yaml"},
	}
}

func initCommand() *cli.Command {
	return &cli.Command{
		Name:  "init",
		Usage: "writes a commented " + settings.FileName + " to start from",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "pre-commit", Usage: "write .pre-commit-config.yaml too"},
			&cli.BoolFlag{Name: "github", Usage: "write .github/workflows/iatilint.yml too"},
		},
		Action: runInit,
	}
}

// runInit writes the files that the flags name, or none of them: what is there
// already is never touched. A configuration that is there is no obstacle to
// the others.
func runInit(c *cli.Context) error {
	if c.NArg() > 0 {
		return errors.New("init writes into the working directory and takes no path")
	}
	var wanted []startedFile
	for _, f := range startedFiles() {
		if f.flag != "" && !c.Bool(f.flag) {
			continue
		}
		_, err := os.Lstat(f.name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			wanted = append(wanted, f)
		case err != nil:
			return fmt.Errorf("could not look for %s: %w", f.name, err)
		case f.flag == "" && (c.Bool("pre-commit") || c.Bool("github")):
		default:
			return fmt.Errorf("%s is there already; nothing was written", filepath.ToSlash(f.name))
		}
	}
	for _, f := range wanted {
		if err := f.write(); err != nil {
			return err
		}
		fmt.Fprintf(c.App.Writer, "wrote %s\n", filepath.ToSlash(f.name))
	}
	return nil
}

func (f startedFile) write() error {
	text, err := templates.ReadFile(f.template)
	if err != nil {
		return fmt.Errorf("could not read the template of %s: %w", f.name, err)
	}
	if err := os.MkdirAll(filepath.Dir(f.name), 0o755); err != nil { //nolint:gosec // a folder of a repository, for everyone who may read that
		return fmt.Errorf("could not make the folder of %s: %w", f.name, err)
	}
	return atomicfile.Write(f.name, 0o644, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}
