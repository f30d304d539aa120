package phrase

import "fmt"

// Others returns the end of a message that holds for n other things too, "" for
// none: "; so it is with 2 other values of the indicator". thing is the singular
// of a noun whose plural ends in s.
func Others(n int, thing, of string) string {
	switch {
	case n < 1:
		return ""
	case n == 1:
		return fmt.Sprintf("; so it is with 1 other %s of %s", thing, of)
	}
	return fmt.Sprintf("; so it is with %d other %ss of %s", n, thing, of)
}
