package finding

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// written is the text of an edit as it must stand in the file; false where it
// can't be written there.
func written(m *markup, format schema.Format, source *schema.Source, e lint.Edit) (string, bool) {
	at := e.At
	if !at.Known() || int(at.End) > len(source.Text) {
		return "", false
	}
	switch before, old := source.Text[:at.Start], source.At(at); format {
	case schema.XML:
		return writtenXML(m.at(source, int(at.Start)), before, old, source.Text[at.End:], e.Text)
	case schema.JSON:
		return writtenJSON(before, old, e)
	case schema.YAML:
		old = yamlEscape.ReplaceAllString(old, "")
		return e.Text, harmless(e.Text, before, source.Text[at.End:]) && !strings.ContainsAny(old, "\n\r\"'\\")
	case schema.CSV:
		// The new text means itself with quotes and without, and the old one is no
		// longer than it looks: a comma in it stands between quotes that stay.
		return e.Text, !strings.ContainsAny(e.Text, "\",;\t|\r\n") && !strings.ContainsAny(old, "\"\r\n")
	case schema.Portal, schema.DOCX:
		return e.Text, !strings.ContainsAny(e.Text, "\r\n")
	}
	return e.Text, true // a cell: it is shown what to write there, and never written
}

var (
	escapeText  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	escapeValue = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;",
		"\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
)

// writtenXML escapes a text for the region that it goes into: a CDATA section, the
// value of an attribute or the text of an element. An edit over the border of one
// is none.
func writtenXML(in region, before, old, after, s string) (string, bool) {
	switch {
	case in.cdata:
		if strings.Contains(old, cdataEnd) {
			return "", false
		}
	case strings.Contains(old, "<"):
		return "", false
	case in.end > 0:
		return escapeValue.Replace(s), true
	default:
		s = escapeText.Replace(s)
	}
	// What an edit brings together must not end a CDATA section.
	joint := before[max(0, len(before)-len(cdataEnd)+1):] + s + after[:min(len(after), len(cdataEnd)-1)]
	return s, !strings.Contains(joint, cdataEnd)
}

// references returns a text written for XML with the codes of all characters beyond
// ASCII.
func references(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r > unicode.MaxASCII {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// writtenJSON escapes a text for a string. A number that stands without quotes
// can become another number only.
func writtenJSON(before, old string, e lint.Edit) (string, bool) {
	if bare := json.Valid([]byte(old)) && !strings.HasSuffix(before, `"`); bare && !e.In.Known() {
		return e.Text, json.Valid([]byte(e.Text))
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(e.Text); err != nil {
		return "", false
	}
	quoted := strings.TrimSuffix(b.String(), "\n")
	return quoted[1 : len(quoted)-1], true
}

// yamlEscape is the escape of one character in a text in double quotes. What is
// replaced is written so only where it is one: in plain text it is several.
var yamlEscape = regexp.MustCompile(`\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[NLP_])`)

// harmless reports whether a text means the same in every style of YAML, between
// these two.
func harmless(s, before, after string) bool {
	if s == " " {
		return endsInWord(before) && beginsWithWord(after)
	}
	for i, r := range s {
		inside := i > 0 && i < len(s)-1
		if !plainSign(r) && !(inside && strings.ContainsRune(" -_.", r)) {
			return false
		}
	}
	return true
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, ".,;!?)"))
	return plainSign(r)
}

func beginsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return plainSign(r)
}

// plainSign reports whether a character never has a meaning of its own in YAML.
func plainSign(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r > unicode.MaxASCII && unicode.IsPrint(r)
}
