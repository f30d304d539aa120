// Package value holds the rules about the arithmetic of indicators.
package value

import "fmt"

// andOthers says that more of the same was found.
func andOthers(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "; so it is with 1 other value of the indicator"
	}
	return fmt.Sprintf("; so it is with %d other values of the indicator", n)
}
