package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/fix"
	"github.com/iatilint/iatilint/internal/report"
)

// errUnwritten ends a run in which a file could not be fixed.
var errUnwritten = errors.New("not every fix could be written")

// fixed writes the fixes that were found, or prints them with --diff.
func (v *view) fixed(files []*fix.File, refused []fix.Refused) error {
	for _, r := range refused {
		fmt.Fprintf(v.errOut, "iatilint: %s\n", report.Visible(r.String()))
	}
	if v.plan.Diff {
		return printDiffs(v.out, files)
	}
	for _, f := range files {
		v.writeFixes(f)
	}
	return nil
}

// writeFixes writes a file with its fixes. One that can't be written does not keep
// the others from being written.
func (v *view) writeFixes(f *fix.File) {
	n, err := f.Fixed()
	if n == 0 && err == nil {
		return
	}
	if err == nil {
		err = f.Write()
	}
	switch {
	case err != nil:
		v.unwritten = true
		fmt.Fprintf(v.errOut, "iatilint: %s\n", report.Visible(err.Error()))
	case !v.plan.Quiet:
		what := "violations"
		if n == 1 {
			what = "violation"
		}
		fmt.Fprintf(v.notes(), "fixed %d %s in %s\n", n, what, report.Visible(f.Name))
	}
}

// notes returns where the text report goes, if there is one on standard output,
// else standard error.
func (v *view) notes() io.Writer {
	if slices.ContainsFunc(v.outputs, func(o output[report.Format]) bool { return o.file == "" && o.format.Name == "text" }) {
		return v.out
	}
	return v.errOut
}

func printDiffs(out io.Writer, files []*fix.File) error {
	if terminalWidth(out) > 0 {
		visible := &visibleLines{out: out}
		defer visible.flush()
		out = visible
	}
	for _, f := range files {
		if _, err := f.Fixed(); err != nil {
			return err
		}
		if err := f.Diff(out); err != nil {
			return err
		}
	}
	return nil
}

// visibleLines makes the control characters of a file visible, so that they do not
// act on the terminal.
type visibleLines struct {
	out  io.Writer
	line string // that is not ended yet
}

func (v *visibleLines) Write(p []byte) (int, error) {
	v.line += string(p)
	for {
		line, rest, ok := strings.Cut(v.line, "\n")
		if !ok {
			return len(p), nil
		}
		v.line = rest
		if _, err := io.WriteString(v.out, report.Visible(strings.TrimSuffix(line, "\r"))+"\n"); err != nil {
			return 0, err
		}
	}
}

func (v *visibleLines) flush() { _, _ = io.WriteString(v.out, report.Visible(v.line)) }
