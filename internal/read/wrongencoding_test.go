package read_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// TestWronglyDeclaredEncodings writes an activity in one encoding and declares
// another: either the words are read as they are, or a fault says so. Only bytes
// that are declared as those of an encoding of one byte a character can't be
// told from such: the words look wrong, which file/mojibake is about.
func TestWronglyDeclaredEncodings(t *testing.T) {
	const title = "L'accès au  crédit \u2014 à Thiès"
	written := map[string]encoding.Encoding{
		"UTF-8":                   unicode.UTF8,
		"UTF-8 with a mark":       unicode.UTF8BOM,
		"UTF-16LE with a mark":    unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16BE with a mark":    unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16LE without a mark": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		"windows-1252":            charmap.Windows1252,
		"ISO-8859-1":              charmap.ISO8859_1,
		"IBM850":                  charmap.CodePage850,
	}
	single := []string{"windows-1252", "ISO-8859-1", "ISO-8859-15"}
	for how, e := range written {
		for _, declared := range append([]string{"UTF-8", "UTF-16", "UTF-16BE", "UTF-32", "US-ASCII", "Shift_JIS", "none-such"}, single...) {
			content, err := e.NewEncoder().Bytes([]byte(strings.Replace(activity, "%s", declared, 1)))
			must(t, err)
			entries, file := readAll(t, "a.xml", content)
			right := len(entries) == 1 && entries[0].Statement() != nil && entries[0].Statement().Text.Value == title
			faults := 0
			for _, f := range file.Faults {
				if strings.HasPrefix(ruleOf(f.Kind), "file/") {
					faults++
				}
			}
			for _, e := range entries {
				if e.Unusable {
					faults++
				}
			}
			named, _, _ := strings.Cut(how, " ")
			switch {
			case declared == named && !strings.Contains(how, "without") && (!right || faults > 0):
				t.Errorf("%s: not read as declared, %d faults", how, faults)
			case declared != named && !right && faults == 0 && (strings.Contains(how, "mark") || !slices.Contains(single, declared)):
				t.Errorf("%s, declared as %s: %q is read, and nothing said", how, declared, entries[0].Statement().Text.Value)
			}
		}
	}
}
