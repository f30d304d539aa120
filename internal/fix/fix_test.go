package fix

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/schema"
)

// words is a checker that dislikes words: each is a violation of the rule of
// its name, and what it should become is its fix.
type words struct {
	fixes map[string]string
	files []*File
	fail  error
}

func (w words) Submission(deliver func(*finding.Finding)) error {
	for _, f := range w.files {
		if _, err := w.Alone(f, f.Open, deliver); err != nil {
			return err
		}
	}
	return nil
}

func (w words) Alone(f *File, open func() (io.ReadCloser, error), deliver func(*finding.Finding)) (int, error) {
	in, err := open()
	if err != nil {
		return 0, err
	}
	defer in.Close()
	text, err := io.ReadAll(in)
	if err != nil {
		return 0, err
	}
	at := 0
	for _, word := range strings.Fields(string(text)) {
		at += strings.Index(string(text[at:]), word)
		if to, ok := w.fixes[word]; ok {
			v := finding.Finding{Rule: word, File: f.Name, Span: schema.Span{Start: schema.Position{Line: 1, Column: at + 1}}}
			v.Fixes = []finding.Fix{{Title: "write " + to, Safe: !strings.HasPrefix(word, "?"), Edits: []finding.Edit{
				{File: f.Name, Start: int64(at), End: int64(at + len(word)), Text: to},
			}}}
			deliver(&v)
		}
		at += len(word)
	}
	return 1, w.fail
}

func fixed(t *testing.T, text string, w words, o Options) (string, []Refused, *File) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Stat("a.txt", path)
	if err != nil {
		t.Fatal(err)
	}
	f.Encode = func(s string) ([]byte, error) {
		if strings.Contains(s, "€") {
			return nil, errors.New("no euro here")
		}
		return []byte(s), nil
	}
	w.files = []*File{f}
	refused, err := All(w, w.files, o)
	if err != nil {
		t.Fatal(err)
	}
	in, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	got, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(got), refused, f
}

func TestAll(t *testing.T) {
	fixes := map[string]string{
		"teh": "the", "one": "two", "two": "three", // one thing leads to another
		"?no": "yes", "loop": "pool", "pool": "loop", "same": "same", "bad": "teh teh", "euro": "€",
	}
	for _, c := range []struct {
		text, want string
		unsafe     bool
		refused    string // rules, and words of the reason
	}{
		{text: "all is well", want: "all is well"},
		{text: "teh cat and teh dog", want: "the cat and the dog"},
		{text: "?no teh", want: "?no the"},
		{text: "?no teh", want: "yes the", unsafe: true},
		{text: "euro teh", want: "euro the"},
		{text: "teh a bad b teh", want: "the a bad b the", refused: "bad: one more violation of teh"},
		{text: "teh a same b teh", want: "the a same b the", refused: "same: would still be there"},
		{text: "one teh", want: "one the", refused: "one: one more violation of two"},
		{text: "loop", want: "loop", refused: "loop: one more violation of pool"},
	} {
		got, refused, f := fixed(t, c.text, words{fixes: fixes}, Options{Unsafe: c.unsafe})
		if got != c.want {
			t.Errorf("%q becomes %q, want %q", c.text, got, c.want)
		}
		rule, why, _ := strings.Cut(c.refused, ": ")
		switch {
		case c.refused == "" && len(refused) > 0:
			t.Errorf("%q: %v", c.text, refused)
		case c.refused != "" && (len(refused) != 1 || refused[0].Rule != rule || !strings.Contains(refused[0].String(), why)):
			t.Errorf("%q: refused are %v, want %s", c.text, refused, c.refused)
		}
		if n, err := f.Fixed(); err != nil || (n > 0) != (c.text != c.want) {
			t.Errorf("%q: %d fixed, %v", c.text, n, err)
		}
	}
}

// TestHarmIsFoundAmongMany: one harmful fix keeps no other from being made.
func TestHarmIsFoundAmongMany(t *testing.T) {
	text := strings.Repeat("teh ", 40) + "bad " + strings.Repeat("teh ", 23)
	got, refused, _ := fixed(t, text, words{fixes: map[string]string{"teh": "the", "bad": "teh teh teh"}}, Options{})
	if want := strings.ReplaceAll(text, "teh", "the"); got != want || len(refused) != 1 {
		t.Errorf("got %q, refused %v", got, refused)
	}
}

// TestTheNextRoundFixesWhatTouches: two fixes side by side are made one after
// the other.
func TestTheNextRoundFixesWhatTouches(t *testing.T) {
	got, _, f := fixed(t, "x teh\nteh y", words{fixes: map[string]string{"teh": "the"}}, Options{})
	if n, _ := f.Fixed(); got != "x the\nthe y" || n != 2 {
		t.Errorf("%d fixed: %q", n, got)
	}
}

// TestAFileThatCannotBeFinishedIsNotFixed: what could not be checked to its end
// can't be known to be sound.
func TestAFileThatCannotBeFinishedIsNotFixed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("teh"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Stat("a.txt", path)
	if err != nil {
		t.Fatal(err)
	}
	f.Encode = func(s string) ([]byte, error) { return []byte(s), nil }
	whole := words{fixes: map[string]string{"teh": "the"}, files: []*File{f}}
	broken := words{fixes: whole.fixes, fail: errors.New("a rule failed")}
	if _, err := All(half{whole, broken}, whole.files, Options{}); err != nil {
		t.Fatal(err)
	}
	if n, err := f.Fixed(); n != 0 || err == nil {
		t.Errorf("%d fixed, error %v", n, err)
	}
	var diff bytes.Buffer
	if err := f.Diff(&diff); err != nil || diff.Len() > 0 {
		t.Errorf("its diff is %q (%v)", diff.String(), err)
	}
}

// half is a checker whose trials fail.
type half struct {
	Checker
	alone words
}

func (h half) Alone(f *File, open func() (io.ReadCloser, error), deliver func(*finding.Finding)) (int, error) {
	return h.alone.Alone(f, open, deliver)
}
