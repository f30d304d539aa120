package prose

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Change is what a span of a text should become.
type Change struct {
	text.Span
	To string
}

// Rewrite is the fix that makes changes, in order of their place, in a
// narrative. It is none where no word would be left: what to do about a text
// that holds nothing else is the author's to say.
func Rewrite(p *lint.Pass, n *schema.Narrative, title string, safe bool, changes ...Change) []lint.Fix {
	if Wordless(changed(n.Value, changes)) {
		return nil
	}
	fix := lint.Fix{Title: title, Safe: safe}
	for _, c := range changes {
		fix.Edits = append(fix.Edits, lint.Edit{At: At(p, n, c.Span), In: n.Text.At, Text: c.To})
	}
	return []lint.Fix{fix}
}

// changed is a text with the changes made.
func changed(s string, changes []Change) string {
	var b strings.Builder
	end := 0
	for _, c := range changes {
		b.WriteString(s[end:c.Start])
		b.WriteString(c.To)
		end = c.End
	}
	return b.String() + s[end:]
}
