package xmltoken

import (
	"bytes"
	"fmt"
	"testing"
	"unicode/utf16"

	"github.com/iatilint/iatilint/internal/charset"
)

// written are the ways to write a document's characters, which its declaration
// may contradict.
var written = map[string]func(string) []byte{
	"UTF-8":                 func(s string) []byte { return []byte(s) },
	"UTF-8 with a mark":     func(s string) []byte { return []byte("\uFEFF" + s) },
	"UTF-16LE":              func(s string) []byte { return wide(s, 0) },
	"UTF-16BE":              func(s string) []byte { return wide(s, 1) },
	"UTF-16LE with a mark":  func(s string) []byte { return wide("\uFEFF"+s, 0) },
	"UTF-16BE with a mark":  func(s string) []byte { return wide("\uFEFF"+s, 1) },
	"UTF-16LE cut in half":  func(s string) []byte { b := wide("\uFEFF"+s, 0); return b[:len(b)-1] },
	"ISO-8859-1":            narrow,
	"ISO-8859-1 and a mark": func(s string) []byte { return append([]byte("\uFEFF"), narrow(s)...) },
}

// wide writes UTF-16; low is where in a pair the low byte stands.
func wide(s string, low int) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		pair := [2]byte{}
		pair[low], pair[1-low] = byte(unit), byte(unit>>8)
		out = append(out, pair[:]...)
	}
	return out
}

func narrow(s string) []byte {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r))
	}
	return out
}

// TestWrongEncodingsAgainstXmllint declares every encoding for documents in
// every other: what libxml2 refuses is refused, and what it reads is read.
func TestWrongEncodingsAgainstXmllint(t *testing.T) {
	declared := []string{
		"", "UTF-8", "utf8", "UTF-16", "UTF-16LE", "utf-16be", "UTF-32", "UCS-4", "ISO-10646-UCS-2", "ISO-8859-1", "latin1", "ISO-8859-15", "windows-1252", "cp1252",
		"US-ASCII", "Shift_JIS", "GB18030", "KOI8-R", "IBM037", "none-such", "UTF-7",
	}
	var names []string
	var docs [][]byte
	for _, text := range []string{"plain", "café", "caf\u00c3\u00a9", "\u0081\u009f", "\u00ff\u00fe"} {
		for how, write := range written {
			for _, name := range declared {
				declaration := "<?xml version='1.0'?>"
				if name != "" {
					declaration = fmt.Sprintf("<?xml version='1.0' encoding='%s'?>", name)
				}
				for _, from := range []string{declaration + "<r a='%s'>%s</r>", declaration + "\n<r><!--%s-->%s<b/></r>"} {
					names = append(names, fmt.Sprintf("%q in %s, declared as %q", text, how, name))
					docs = append(docs, write(fmt.Sprintf(from, text, text)))
				}
			}
		}
	}
	reasons, accepted := compareWithXmllint(t, names, docs)
	t.Logf("%d documents, %d accepted; differences: %v", len(docs), accepted, reasons)
	if accepted < len(docs)/10 || accepted > len(docs)*9/10 {
		t.Errorf("%d of %d accepted: the documents try nothing", accepted, len(docs))
	}
}

// TestEveryByteAgainstXmllint puts every byte beyond ASCII into a document of
// every encoding of one byte a character.
func TestEveryByteAgainstXmllint(t *testing.T) {
	var names []string
	var docs [][]byte
	encodings := []string{"US-ASCII", "KOI8-R", "KOI8-U", "macintosh", "IBM437", "IBM850", "IBM852", "IBM855", "IBM860", "IBM862", "IBM863", "IBM865", "IBM866", "windows-874"}
	for part := 1; part <= 16; part++ {
		encodings = append(encodings, fmt.Sprintf("ISO-8859-%d", part))
	}
	for page := 1250; page <= 1258; page++ {
		encodings = append(encodings, fmt.Sprintf("windows-%d", page))
	}
	for _, encoding := range encodings {
		for b := 0x80; b <= 0xFF; b++ {
			names = append(names, fmt.Sprintf("%s, byte %#x", encoding, b))
			docs = append(docs, append(fmt.Appendf(nil, "<?xml version='1.0' encoding='%s'?><r>", encoding), byte(b), '<', '/', 'r', '>'))
		}
	}
	reasons, accepted := compareWithXmllint(t, names, docs)
	t.Logf("%d documents, %d accepted; differences: %v", len(docs), accepted, reasons)
}

// compareWithXmllint counts what is accepted, and why what differs does.
func compareWithXmllint(t *testing.T, names []string, docs [][]byte) (reasons map[string]int, accepted int) {
	t.Helper()
	answers := xmllint(t, docs)
	reasons = map[string]int{}
	for i, doc := range docs {
		ours := verdict(doc)
		if ours == nil {
			accepted++
		}
		if (ours != nil) == (answers[i] != "") {
			continue
		}
		if reason := explainedEncoding(doc, ours, answers[i]); reason != "" {
			reasons[reason]++
			continue
		}
		t.Errorf("%s: %.100q\n  we: %v\n  xmllint: %s", names[i], doc, ours, answers[i])
	}
	return reasons, accepted
}

// explainedEncoding says why libxml2 and this package may differ on how a
// document is written.
func explainedEncoding(doc []byte, ours error, theirs string) string {
	found := charset.SniffXML(doc)
	switch {
	case ours == nil && found.Conflict == charset.BOMWins:
		return "a mark of UTF-8 contradicts the declaration: it is reported by the conflict, and read by the mark"
	case ours != nil && found.Conflict == charset.DeclaredOther && found.Declared == "windows-1252":
		return "libxml2 minds every other name that is wrong for UTF-16, section 4.3.3 this one too"
	case ours != nil && found.Conflict == charset.UnknownName && found.Declared == "UTF-7":
		return "iconv knows UTF-7, which hides mark-up"
	case ours != nil && found.Declared == "ISO-8859-11" && found.Encoding.Name() == "windows-874":
		return "the Thai part of ISO 8859 is read as its superset, without the C1 controls"
	case ours == nil && found.Declared == "windows-1255" && bytes.IndexByte(doc, 0xCA) > 0:
		return "iconv lacks U+05BA, which windows-1255 got later"
	}
	return ""
}
