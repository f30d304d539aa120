package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Change is what a span of a text should become.
type Change struct {
	text.Span
	To string
}

// Rewrite returns the fix that makes changes, in order of their place, in a
// narrative. There is none where no word would be left: what to do about a text
// that holds nothing else is for the author to decide.
func Rewrite(p *lint.Pass, n *schema.Narrative, title string, safe bool, changes ...Change) []lint.Fix {
	if emptied(n.Value, changes) {
		return nil
	}
	fix := lint.Fix{Title: title, Safe: safe}
	for _, c := range changes {
		fix.Edits = append(fix.Edits, lint.Edit{At: At(p, n, c.Span), In: n.Text.At, Text: c.To})
	}
	return []lint.Fix{fix}
}

// emptied reports whether changes leave no word of a text. It does not make them: a
// long text may have many.
func emptied(s string, changes []Change) bool {
	end := 0
	for _, c := range changes {
		if !Wordless(s[end:c.Start]) || !Wordless(c.To) {
			return false
		}
		end = c.End
	}
	return Wordless(s[end:])
}
