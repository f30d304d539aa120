package settings

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Error is a mistake in a settings file or on the command line, with its place.
type Error struct {
	at      place
	Message string
}

// maxLine is the number of characters of a line shown around a mistake.
const maxLine = 120

// Error returns the place, the message, the line and a caret below the mistake; of a
// flag the message alone.
func (e *Error) Error() string {
	if e.at.src.flag {
		return e.Message
	}
	head := fmt.Sprintf("%s:%d:%d: %s", e.at.src.name, e.at.line, e.at.column, e.Message)
	if e.at.line > len(e.at.src.lines) {
		return head
	}
	line := []rune(strings.TrimRight(e.at.src.lines[e.at.line-1], "\r"))
	from := 0
	if len(line) > maxLine {
		from = max(min(e.at.column-maxLine/2, len(line)-maxLine), 0)
		line = line[from:min(from+maxLine, len(line))]
	}
	column := min(max(e.at.column-1-from, 0), len(line))
	width := max(min(e.at.width, len(line)-column), 1)
	number := fmt.Sprint(e.at.line)
	return fmt.Sprintf("%s\n  %s | %s\n  %s | %s%s", head, number, visible(line),
		strings.Repeat(" ", len(number)), strings.Repeat(" ", column), strings.Repeat("^", width))
}

// visible keeps control characters from the terminal; each character stays one.
func visible(line []rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case !unicode.IsPrint(r):
			return unicode.ReplacementChar
		}
		return r
	}, string(line))
}

// maxErrors is the number of mistakes reported at a time.
const maxErrors = 10

// joinErrors joins errors, without the later ones if there are many.
func joinErrors(errs []error) error {
	if len(errs) > maxErrors {
		rest := len(errs) - maxErrors
		errs = append(errs[:maxErrors:maxErrors], fmt.Errorf("… and %d more", rest))
	}
	return errors.Join(errs...)
}
