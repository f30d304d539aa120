package charset

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// ways are readers that give the same bytes in different portions.
var ways = map[string]func(io.Reader) io.Reader{
	"whole":         func(r io.Reader) io.Reader { return r },
	"byte by byte":  iotest.OneByteReader,
	"data with EOF": iotest.DataErrReader,
	"half":          iotest.HalfReader,
}

func TestReader(t *testing.T) {
	for _, c := range []struct {
		encoding, in, out string
		at                int64 // of the InvalidError; -1: none
		bad               string
	}{
		{"UTF-8", "", "", -1, ""},
		{"UTF-8", "a", "a", -1, ""},
		{"UTF-8", "\xEF\xBB\xBF", "", -1, ""},
		{"UTF-8", "\xEF\xBB\xBFé", "é", -1, ""},
		{"UTF-8", "\xEF\xBB\xBF\xEF\xBB\xBFé", "\uFEFFé", -1, ""},
		{"UTF-8", "日本語 😀", "日本語 😀", -1, ""},
		{"UTF-8", "caf\xe9 x", "caf", 3, "\xe9"},
		{"UTF-8", "\xEF\xBB\xBFcaf\xff", "caf", 6, "\xff"},
		{"UTF-8", "\xff", "", 0, "\xff"},
		{"UTF-16LE", "\xff\xfea\x00\xac\x20\x3d\xd8\x00\xde", "a€😀", -1, ""},
		{"UTF-16BE", "\x00a\xff\xfd", "a\uFFFD", -1, ""},
		{"UTF-16LE", "a\x00b", "a", 2, "b"},
		{"UTF-16LE", "\xff\xfea\x00\x00\xdcb\x00", "a", 4, "\x00\xdc"},
		{"UTF-16LE", "a\x00\x3d\xd8b\x00", "a", 2, "\x3d\xd8"},
		{"UTF-16LE", "a\x00\x3d\xd8", "a", 2, "\x3d\xd8"},
		{"ISO-8859-1", "caf\xe9 \x93", "café \u0093", -1, ""},
		{"ISO-8859-1", "\xEF\xBB\xBFcaf\xe9", "café", -1, ""},
		{"windows-1252", "\x93ok\x94 \x81", "“ok” ", 5, "\x81"},
		{"US-ASCII", "abc\x80", "abc", 3, "\x80"},
		{"Shift_JIS", "\x93\xfa\x96\x7b a", "日本 a", -1, ""},
		{"Shift_JIS", "a\x93\xfa\x81\xff", "a日", 3, "\x81\xff"},
		{"Shift_JIS", "a\x93", "a", 1, "\x93"},
		{"GB18030", "\x84\x31\xa4\x37\x81\x30\x81\x30", "\uFFFD\u0080", -1, ""},
		{"ISO-2022-JP", "a\x1b$BF|K\\\x1b(Bb", "a日本b", -1, ""},
	} {
		enc, ok := Lookup(c.encoding)
		if !ok {
			t.Fatal(c.encoding)
		}
		for way, portions := range ways {
			got, err := io.ReadAll(NewReader(portions(strings.NewReader(c.in)), enc))
			var invalid *InvalidError
			errors.As(err, &invalid)
			switch {
			case c.at < 0 && (err != nil || string(got) != c.out):
				t.Errorf("%s %q %s: %q, %v", c.encoding, c.in, way, got, err)
			case c.at >= 0 && (invalid == nil || invalid.Offset != c.at || string(invalid.Bytes) != c.bad):
				t.Errorf("%s %q %s: %q, %v, want byte %d % X", c.encoding, c.in, way, got, err, c.at, c.bad)
			case c.at >= 0 && string(got) != c.out && !(c.encoding == "UTF-8" && strings.HasPrefix(string(got), c.out)):
				t.Errorf("%s %q %s: %q before the error, want %q", c.encoding, c.in, way, got, c.out)
			}
		}
	}
}

func TestReaderPassesErrorsOn(t *testing.T) {
	broken := errors.New("disk on fire")
	for _, name := range []string{"UTF-8", "UTF-16LE", "ISO-8859-1", "Shift_JIS"} {
		enc, _ := Lookup(name)
		in, _ := enc.Encode("text before it")
		got, err := io.ReadAll(NewReader(io.MultiReader(bytes.NewReader(in), iotest.ErrReader(broken)), enc))
		if string(got) != "text before it" || !errors.Is(err, broken) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestReaderLong(t *testing.T) {
	text := strings.Repeat("Éducation à l’égalité, 日本. ", 20_000)
	for _, name := range []string{"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "EUC-JP"} {
		enc, _ := Lookup(name)
		want := text
		if name == "EUC-JP" {
			want = strings.NewReplacer("É", "", "à", "", "é", "").Replace(text)
		}
		in, err := enc.Encode(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(NewReader(iotest.HalfReader(bytes.NewReader(in)), enc))
		if err != nil || string(got) != want {
			t.Errorf("%s: %d bytes of %d, %v", name, len(got), len(want), err)
		}
	}
}

func FuzzRoundTrip(f *testing.F) {
	names := []string{"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252", "Shift_JIS", "GB18030", "Big5", "EUC-KR", "EUC-JP", "koi8-r", "gbk"}
	for i := range names {
		f.Add("plain é “quoted” 日本 한국 Привет 😀", uint8(i))
		f.Add("", uint8(i))
	}
	f.Fuzz(func(t *testing.T, text string, pick uint8) {
		name := names[int(pick)%len(names)]
		enc, _ := Lookup(name)
		written, err := enc.Encode(text)
		if err != nil {
			return
		}
		if n := enc.EncodedLen([]byte(text)); n != int64(len(written)) {
			t.Fatalf("%s: EncodedLen %d, Encode gives %d bytes", name, n, len(written))
		}
		if bytes.HasPrefix(written, enc.mark()) {
			return
		}
		got, err := io.ReadAll(NewReader(iotest.HalfReader(bytes.NewReader(written)), enc))
		if err != nil || string(got) != text {
			t.Fatalf("%s: %q comes back as %q, %v", name, text, got, err)
		}
	})
}

// FuzzReader: arbitrary bytes never panic, give valid UTF-8, and an error
// whose place lies in the file.
func FuzzReader(f *testing.F) {
	for i, in := range []string{"caf\xe9", "\xff\xfea\x00", "\x93\xfa\x81", "\xEF\xBB\xBFx", "\x1b$BF|"} {
		f.Add([]byte(in), uint8(i))
	}
	names := []string{"UTF-8", "UTF-16LE", "UTF-16BE", "Shift_JIS", "ISO-2022-JP", "GB18030", "US-ASCII"}
	f.Fuzz(func(t *testing.T, in []byte, pick uint8) {
		enc, _ := Lookup(names[int(pick)%len(names)])
		SniffXML(in)
		SniffText(in)
		var first string
		var firstErr string
		for i, way := range []string{"whole", "byte by byte", "half"} {
			got, err := io.ReadAll(NewReader(ways[way](bytes.NewReader(in)), enc))
			var invalid *InvalidError
			if errors.As(err, &invalid) {
				if end := invalid.Offset + int64(len(invalid.Bytes)); invalid.Offset < 0 || end > int64(len(in)) || len(invalid.Bytes) == 0 {
					t.Fatalf("%v of %d bytes", invalid, len(in))
				}
			} else if err != nil {
				t.Fatal(err)
			}
			text, fault := strings.ToValidUTF8(string(got), ""), ""
			if invalid != nil {
				fault = invalid.Error()
			}
			if i == 0 {
				first, firstErr = text, fault
			} else if first != text || firstErr != fault {
				t.Fatalf("%s %s: %q %s, whole: %q %s", enc.Name(), way, text, fault, first, firstErr)
			}
		}
	})
}

func BenchmarkReadUTF8(b *testing.B) {
	in := bytes.Repeat([]byte("<narrative>Éducation, plain text and more of it</narrative>\n"), 20_000)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	buf := make([]byte, 256<<10)
	for b.Loop() {
		r := NewReader(bytes.NewReader(in), UTF8())
		for {
			if _, err := r.Read(buf); err != nil {
				break
			}
		}
	}
}
