package prose

import (
	"encoding/json"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Change is what a span of a text should become.
type Change struct {
	text.Span
	To string
}

// Rewrite is the fix that makes changes in a narrative. It has no edits, and
// must not be offered, where the file's format can't be written piece by piece.
func Rewrite(p *lint.Pass, n *schema.Narrative, title string, safe bool, changes ...Change) []lint.Fix {
	fix := lint.Fix{Title: title, Safe: safe}
	for _, c := range changes {
		at := At(p, n, c.Span)
		raw, ok := escape(p, n, at, c.To)
		if !ok {
			return nil
		}
		fix.Edits = append(fix.Edits, lint.Edit{At: at, Text: raw})
	}
	return []lint.Fix{fix}
}

// escape writes a text as it must stand in the file at a place of a narrative.
func escape(p *lint.Pass, n *schema.Narrative, at schema.Range, s string) (string, bool) {
	switch p.File.Format {
	case schema.XML:
		before := p.Entry.Source.At(schema.Range{Start: n.Text.At.Start, End: at.Start})
		if strings.LastIndex(before, "<![CDATA[") > strings.LastIndex(before, "]]>") {
			return s, !strings.Contains(s, ">")
		}
		return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s), true
	case schema.JSON:
		quoted, err := json.Marshal(s)
		return strings.Trim(string(quoted), `"`), err == nil && !strings.Contains(s, `"`)
	case schema.Portal, schema.DOCX:
		return s, !strings.Contains(s, "\n")
	}
	return s, s == "" || p.File.Format == schema.YAML && harmless(s)
}

// harmless tells words that mean the same in every style of YAML, wherever they
// stand in a text.
func harmless(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (r != ' ' && r != '-' || i == 0 || i == len(s)-1) {
			return false
		}
	}
	return true
}
