package docgen

import (
	"fmt"
	"io"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
)

// Explain prints the section of the README that is about a rule, for a
// terminal.
func Explain(w io.Writer, readme string, r *lint.Rule) error {
	_, text, ok := strings.Cut(readme, "\n### "+r.ID+"\n")
	if !ok {
		return fmt.Errorf("rule %s has no documentation", r.ID)
	}
	for _, next := range []string{"\n### ", "\n## "} {
		text, _, _ = strings.Cut(text, next)
	}
	var b strings.Builder
	b.WriteString(r.ID + "\n")
	code := false
	for line := range strings.Lines(strings.TrimRight(text, "\n")) {
		switch {
		case strings.HasPrefix(line, "```"):
			code = !code
		case code:
			b.WriteString("    " + line)
		default:
			b.WriteString(strings.ReplaceAll(line, "`", ""))
		}
	}
	_, err := io.WriteString(w, strings.TrimRight(b.String(), "\n")+"\n")
	return err
}
