package cli

import (
	"io"
	"os"

	"golang.org/x/term"
)

// terminalWidth is the number of columns of the terminal behind w, 0 where
// there is none.
func terminalWidth(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}
