package xmltoken

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"testing/iotest"
)

// tokens reads s to its end and describes every token, with places moved by
// base.
func tokens(s *Scanner, base int) (list []string, err error) {
	for {
		kind, err := s.Next()
		if err != nil {
			return list, err.(*SyntaxError).Shift(base)
		}
		if kind == EOF {
			return list, nil
		}
		list = append(list, describe(s, base))
	}
}

func describe(s *Scanner, base int) string {
	start, end := s.Range()
	var b bytes.Buffer
	fmt.Fprintf(&b, "%v %d-%d depth %d", s.Kind(), start+base, end+base, s.Depth())
	switch s.Kind() {
	case StartTag, EndTag, XMLDecl:
		nameStart, nameEnd := s.NameRange()
		fmt.Fprintf(&b, " %q:%q %d-%d {%s}", s.Prefix(), s.Local(), nameStart+base, nameEnd+base, s.Space())
		if s.Kind() != XMLDecl {
			fmt.Fprintf(&b, " opened %d self %v", s.Opened()+base, s.SelfClosing())
		}
		for _, a := range s.Attrs() {
			fmt.Fprintf(&b, " [%q:%q {%s} %d-%d %d-%d %q %v]", a.Prefix, a.Local, a.Space, a.NameStart+base, a.NameEnd+base,
				a.ValueStart+base, a.ValueEnd+base, DecodeAttr(nil, a.Raw, s.Entities()), a.Coded)
		}
	default:
		rawStart, rawEnd := s.RawRange()
		fmt.Fprintf(&b, " %d-%d %q", rawStart+base, rawEnd+base, s.Raw())
		if s.Kind() == Text || s.Kind() == CData {
			fmt.Fprintf(&b, " %v %v", s.Coded(), s.Blank())
		}
	}
	return b.String()
}

// splitTokens reads r through a Splitter and one Scanner per piece. It checks
// that the pieces are the document and that their bases are right.
func splitTokens(t testing.TB, src []byte, r io.Reader, opts SplitOptions) (list []string, err error) {
	t.Helper()
	sp := NewSplitter(r, opts)
	offset := 0
	var s Scanner
	for {
		piece, err := sp.Next()
		if err == io.EOF {
			if offset != len(src) {
				t.Fatalf("pieces end at byte %d of %d", offset, len(src))
			}
			return list, nil
		}
		if err != nil {
			return list, err
		}
		if piece.Base.Offset != offset || !bytes.HasPrefix(src[offset:], piece.Bytes) {
			t.Fatalf("%v piece at %d: wrong bytes or base %+v", piece.Kind, offset, piece.Base)
		}
		if want := (Position{Line: 1, Column: 1}).After(src[:offset]); offset < 1<<16 && piece.Base != want {
			t.Fatalf("%v piece: base %+v, want %+v", piece.Kind, piece.Base, want)
		}
		offset += len(piece.Bytes)
		piece.Scan(&s)
		more, err := tokens(&s, piece.Base.Offset)
		list = append(list, more...)
		if err != nil {
			for { // whatever follows, the Splitter must come to an end
				if _, next := sp.Next(); next != nil {
					break
				}
			}
			return list, err
		}
	}
}

// checkSplit holds the law: pieces give the tokens and the error of the whole.
func checkSplit(t testing.TB, src []byte, readSizes ...int) {
	t.Helper()
	want, wantErr := tokens(NewDocument(src), 0)
	for _, size := range readSizes {
		got, gotErr := splitTokens(t, src, iotest.DataErrReader(bytes.NewReader(src)), SplitOptions{Child: "iati-activity", ReadSize: size})
		compare(t, fmt.Sprintf("read size %d", size), got, want, gotErr, wantErr)
	}
}

func compare(t testing.TB, what string, got, want []string, gotErr, wantErr error) {
	t.Helper()
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("%s: token %d:\n got %s\nwant %s", what, i, got[i], want[i])
		}
	}
	if !sameError(gotErr, wantErr) {
		t.Fatalf("%s: error %v, want %v", what, gotErr, wantErr)
	}
	if len(got) != len(want) {
		t.Fatalf("%s: %d tokens, want %d", what, len(got), len(want))
	}
}

func sameError(a, b error) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, ok := a.(*SyntaxError)
	y := b.(*SyntaxError)
	return ok && x.Code == y.Code && x.Offset == y.Offset && x.Open == y.Open && x.OpenOffset == y.OpenOffset && x.Detail == y.Detail
}

// samples are the project's own documents, good and bad.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/samples/*.xml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	list := make(map[string][]byte)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		list[filepath.Base(path)] = data
	}
	return list
}

// outside are the files under shared/data, absent where the project is
// checked out alone.
func outside(t testing.TB) []string {
	t.Helper()
	const root = "../../../shared/data"
	if _, err := os.Stat(root); err != nil {
		t.Skip("the shared sample data is not here: ", err)
	}
	var paths []string
	for _, folder := range []string{"real", "official"} {
		filepath.WalkDir(filepath.Join(root, folder), func(path string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() && filepath.Ext(path) == ".xml" {
				paths = append(paths, path)
			}
			return nil
		})
	}
	return paths
}
