package report

import (
	"errors"
	"fmt"
	"io"
)

// ErrUnfinished ends a run in which something could not be finished.
var ErrUnfinished = errors.New("not everything could be checked")

// Problems writes what could not be finished, a line each, and returns
// ErrUnfinished if there was anything.
func Problems(w io.Writer, problems []error) error {
	for _, problem := range problems {
		fmt.Fprintf(w, "iatilint: %s\n", Visible(problem.Error()))
	}
	if len(problems) > 0 {
		return ErrUnfinished
	}
	return nil
}
