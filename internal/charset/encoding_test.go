package charset

import "testing"

func TestLookup(t *testing.T) {
	for name, want := range map[string]string{
		"UTF-8": "UTF-8", "utf8": "UTF-8", "UTF-16": "UTF-16LE", "UTF-16BE": "UTF-16BE",
		"ISO-8859-1": "ISO-8859-1", "l1": "ISO-8859-1", "iso-8859-15": "ISO-8859-15", "ISO_8859-2": "ISO-8859-2",
		"cp1252": "windows-1252", "Windows-1251": "windows-1251", "koi8-r": "KOI8-R", "macintosh": "macintosh",
		"gb2312": "gbk", "GB18030": "GB18030", "big5": "Big5", "EUC-JP": "EUC-JP", "shift_jis": "Shift_JIS",
		"euc-kr": "EUC-KR", "ISO-2022-JP": "ISO-2022-JP", "ascii": "US-ASCII", "IBM850": "IBM850",
	} {
		got, ok := Lookup(name)
		if !ok || got.Name() != want {
			t.Errorf("%s: %q, %v, want %s", name, got.Name(), ok, want)
		}
	}
	for _, name := range []string{"", "nonsense", "x-user-defined", "replacement", "utf-7", "hz-gb-2312-x"} {
		if got, ok := Lookup(name); ok {
			t.Errorf("%q is known as %s", name, got.Name())
		}
	}
}

func TestLatin1IsNotWindows1252(t *testing.T) {
	latin1, _ := Lookup("ISO-8859-1")
	if r := latin1.table.runes[0x93]; r != 0x93 {
		t.Errorf("ISO-8859-1 0x93 is %U", r)
	}
	if r := Windows1252().table.runes[0x93]; r != '“' {
		t.Errorf("windows-1252 0x93 is %U", r)
	}
	if r := Windows1252().table.runes[0x81]; r >= 0 {
		t.Errorf("windows-1252 0x81 is %U", r)
	}
}

// Every part of ISO 8859 has the C1 controls, as iconv and so libxml2 have it.
func TestPartsOfISO8859HaveControls(t *testing.T) {
	for _, name := range []string{"ISO-8859-1", "ISO-8859-2", "ISO-8859-15"} {
		enc, ok := Lookup(name)
		if !ok {
			t.Fatal(name)
		}
		if got, _, bad := enc.stepper()(nil, []byte("a\x81\x9f"), true); string(got) != "a\u0081\u009f" || bad != 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestEncode(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"UTF-8", "é€😀", "é€😀"},
		{"UTF-16LE", "a€😀", "a\x00\xac\x20\x3d\xd8\x00\xde"},
		{"UTF-16BE", "a€😀", "\x00a\x20\xac\xd8\x3d\xde\x00"},
		{"ISO-8859-1", "café", "caf\xe9"},
		{"windows-1252", "“é”", "\x93\xe9\x94"},
		{"Shift_JIS", "日本", "\x93\xfa\x96\x7b"},
		{"ISO-8859-1", "€", ""},
		{"US-ASCII", "é", ""},
		{"Shift_JIS", "😀", ""},
		{"UTF-8", "\xff", ""},
	} {
		enc, _ := Lookup(c.name)
		got, err := enc.Encode(c.text)
		if string(got) != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s %q: %q, %v", c.name, c.text, got, err)
		}
		if n := enc.EncodedLen([]byte(c.text)); err == nil && n != int64(len(c.want)) {
			t.Errorf("%s %q: length %d, want %d", c.name, c.text, n, len(c.want))
		}
	}
}
