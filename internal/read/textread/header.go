package textread

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// heading is a line that begins an entry: "outcome XM-DAC-41146-MLI_D_1.1".
type heading struct {
	kind       schema.EntryKind
	identifier schema.Range // in the line
	fused      schema.Range // a short identifier glued before the whole one
}

var kinds = [...]schema.EntryKind{schema.OutcomeEntry, schema.OutputEntry, schema.IndicatorEntry}

// header reads a line that begins an entry. The keyword stands alone before an
// identifier: a sentence that begins with "Outcome" is no header.
func header(line string) (heading, bool) {
	at := trim(line, schema.Range{End: int32(len(line))})
	content := line[at.Start:at.End]
	for _, kind := range kinds {
		n := len(kind)
		if len(content) < n || !strings.EqualFold(content[:n], string(kind)) {
			continue
		}
		if len(content) == n {
			return heading{kind: kind}, content == string(kind)
		}
		if content[n] != ' ' && content[n] != '\t' {
			continue
		}
		id := trim(line, schema.Range{Start: at.Start + int32(n), End: at.End})
		if !identifierLike(line[id.Start:id.End]) {
			return heading{}, false
		}
		h := heading{kind: kind, identifier: id}
		if i := fusedAt(line[id.Start:id.End]); i > 0 {
			h.fused = id.Sub(0, i)
			h.identifier.Start += int32(i)
		}
		return h, true
	}
	return heading{}, false
}

// identifierLike distinguishes an identifier, be it malformed, from the rest of a
// sentence: it has a digit, and white space only beside a separator.
func identifierLike(s string) bool {
	if len(s) > 100 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	words := strings.Fields(s)
	for i, word := range words[1:] {
		if !separator(word[0]) && !separator(words[i][len(words[i])-1]) {
			return false
		}
	}
	return len(words) <= 3 && strings.ContainsAny(s, "_-.–")
}

func separator(c byte) bool { return c == '_' || c == '-' || c == '.' }

// fusedAt finds where a portal's second page type glued the short identifier
// to the whole one: "MLI_D_1.1XM-DAC-41146-MLI_D_1.1".
func fusedAt(s string) int {
	for i := len(s)/2 - 1; i > 0; i-- {
		rest := s[i:]
		if strings.HasSuffix(rest, s[:i]) && len(rest) > i+1 && rest[len(rest)-i-1] == '-' {
			return i
		}
	}
	return 0
}

func fusedFault(e *schema.Entry, h heading) schema.Fault {
	short := e.Source.At(h.fused)
	return schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		At:      h.fused,
		Message: "the short identifier \"" + short + "\" is glued to the whole one \"" + e.Identifier.Value + "\", as when two cells of a portal page are copied together",
		Fix:     &schema.Replacement{Title: "keep the whole identifier only", At: h.fused},
	}
}
