package report

import (
	"errors"
	"fmt"
	"io"
)

// ErrUnfinished ends a run in which something could not be finished.
var ErrUnfinished = errors.New("not everything could be checked")

// Problems writes what could not be finished, a line each, and returns
// ErrUnfinished if there was anything. What keeps many violations from being
// shown is written once.
func Problems(w io.Writer, problems []error) error {
	written := map[string]bool{}
	for _, problem := range problems {
		line := Visible(problem.Error())
		if !written[line] {
			fmt.Fprintf(w, "iatilint: %s\n", line)
		}
		written[line] = true
	}
	if len(problems) > 0 {
		return ErrUnfinished
	}
	return nil
}
