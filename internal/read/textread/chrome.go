package textread

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// chromeLines are labels and navigation of portal pages that come along when a
// page is copied as text, in lower case.
var chromeLines = [...]string{
	"planned budget (total)",
	"other resources (non-core)",
	"regular resources (core)",
	"country indexes",
	"skip to main content",
	"skip to main navigation",
	"back to top",
	"share this page",
	"download data",
	"complementary indicators are identified as",
}

// chrome reports whether a line is part of a portal's page, not of an entry.
func chrome(line string) bool {
	for _, known := range chromeLines {
		if len(line) >= len(known) && strings.EqualFold(line[:len(known)], known) {
			return len(line) == len(known) || known == chromeLines[len(chromeLines)-1]
		}
	}
	return false
}

func chromeFault(at schema.Range, line string) schema.Fault {
	return schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		At:      at,
		Message: "\"" + line + "\" belongs to the portal's page, not to this entry: it came along when the page was copied",
		Fix:     &schema.Replacement{Title: "remove the line", At: at},
	}
}
