package charset

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func wide(e Encoding, s string) string {
	b, err := e.Encode(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func decl(name string) string {
	if name == "" {
		return "<a>x</a>"
	}
	return `<?xml version="1.0" encoding="` + name + `"?><a>x</a>`
}

type sniffCase struct {
	head     string
	encoding string
	conflict Conflict
	refused  bool
}

func xmlCases() []sniffCase {
	le, be := UTF16LE(), UTF16BE()
	const bom8, bomLE, bomBE = "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"
	return []sniffCase{
		{decl(""), "UTF-8", NoConflict, false},
		{decl("UTF-8"), "UTF-8", NoConflict, false},
		{decl("utf8"), "UTF-8", NoConflict, false},
		{"<?xml version='1.0'\n encoding = 'iso-8859-1' ?><a>\xe9</a>", "ISO-8859-1", NoConflict, false},
		{decl("latin1"), "ISO-8859-1", NoConflict, false},
		{decl("US-ASCII"), "US-ASCII", NoConflict, false},
		{decl("windows-1252"), "windows-1252", NoConflict, false},
		{decl("Shift_JIS"), "Shift_JIS", NoConflict, false},
		{decl("nonsense"), "UTF-8", UnknownName, true},
		{decl("UTF-16"), "UTF-8", DeclaredUTF16, true},
		{decl("utf-16"), "UTF-8", DeclaredUTF16, true},
		{decl("UTF-16BE"), "UTF-8", DeclaredUTF16, true},
		{decl("UTF-32"), "UTF-8", DeclaredUTF16, true},
		{decl("UCS-2"), "UTF-8", DeclaredUTF16, true},
		{bom8 + decl(""), "UTF-8", NoConflict, false},
		{bom8 + decl("UTF-8"), "UTF-8", NoConflict, false},
		{bom8 + decl("UTF-16"), "UTF-8", DeclaredUTF16, true},
		{bom8 + decl("ISO-8859-1"), "UTF-8", BOMWins, false},
		{bom8 + decl("ISO-8859-1") + "<!-- \xe9 -->", "ISO-8859-1", DeclarationWins, false},
		{bom8 + decl("nonsense"), "UTF-8", UnknownName, true},
		{bomLE + wide(le, decl("")), "UTF-16LE", NoConflict, false},
		{bomLE + wide(le, decl("UTF-16")), "UTF-16LE", NoConflict, false},
		{bomLE + wide(le, decl("UTF-16LE")), "UTF-16LE", NoConflict, false},
		{bomLE + wide(le, decl("UTF-16BE")), "UTF-16LE", OtherByteOrder, true},
		{bomLE + wide(le, decl("UTF-8")), "UTF-16LE", DeclaredOther, false},
		{bomLE + wide(le, decl("ISO-8859-1")), "UTF-16LE", DeclaredOther, true},
		{bomLE + wide(le, decl("nonsense")), "UTF-16LE", UnknownName, true},
		{bomBE + wide(be, decl("")), "UTF-16BE", NoConflict, false},
		{bomBE + wide(be, decl("UTF-16")), "UTF-16BE", NoConflict, false},
		{bomBE + wide(be, decl("UTF-16LE")), "UTF-16BE", OtherByteOrder, true},
		{wide(le, decl("UTF-16")), "UTF-16LE", NoConflict, false},
		{wide(be, decl("UTF-16")), "UTF-16BE", NoConflict, false},
		{wide(be, decl("UTF-8")), "UTF-16BE", DeclaredOther, false},
		{"\xFF\xFE\x00\x00<\x00\x00\x00", "UTF-8", Unsupported, true},
		{"\x4C\x6F\xA7\x94", "UTF-8", Unsupported, true},
	}
}

func TestSniffXML(t *testing.T) {
	for _, c := range xmlCases() {
		got := SniffXML([]byte(c.head))
		if got.Encoding.Name() != c.encoding || got.Conflict != c.conflict || got.Refused != c.refused {
			t.Errorf("%.60q:\n got %s, %v, refused %v\nwant %s, %v, refused %v", c.head,
				got.Encoding.Name(), got.Conflict, got.Refused, c.encoding, c.conflict, c.refused)
		}
	}
}

// TestSniffXMLAgainstXmllint asks libxml2 whether it refuses the same heads.
func TestSniffXMLAgainstXmllint(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	for _, c := range xmlCases() {
		path := filepath.Join(t.TempDir(), "a.xml")
		if err := os.WriteFile(path, []byte(c.head), 0o600); err != nil {
			t.Fatal(err)
		}
		if refused := exec.Command(xmllint, "--stream", "--noout", path).Run() != nil; refused != c.refused {
			t.Errorf("%.60q: xmllint refuses: %v", c.head, refused)
		}
	}
}

func TestSniffText(t *testing.T) {
	for _, c := range []struct {
		head, encoding string
		bom            int
	}{
		{"", "UTF-8", 0},
		{"outcome A", "UTF-8", 0},
		{"caf\xc3\xa9", "UTF-8", 0},
		{"cut in a character \xe2\x82", "UTF-8", 0},
		{"caf\xe9 \x93quoted\x94", "windows-1252", 0},
		{"cut caf\xe9", "UTF-8", 0}, // one byte that might begin a character: the end of the head, not a fault
		{"\xEF\xBB\xBFx", "UTF-8", 3},
		{"\xFF\xFEx\x00", "UTF-16LE", 2},
		{"\xFE\xFF\x00x", "UTF-16BE", 2},
		{"o\x00u\x00t\x00", "UTF-16LE", 0},
		{"\x00o\x00u\x00t", "UTF-16BE", 0},
		{`<?xml encoding="ISO-8859-1"?>`, "UTF-8", 0},
	} {
		got := SniffText([]byte(c.head))
		if got.Encoding.Name() != c.encoding || got.BOM != c.bom {
			t.Errorf("%q: %s, BOM %d, want %s, %d", c.head, got.Encoding.Name(), got.BOM, c.encoding, c.bom)
		}
	}
}
