package input

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/read"
)

// member is a file to put into an archive.
type member struct {
	name, content string
	link          bool
}

const text = "outcome A_1.1\nWomen have a say\nIn 12 counties.\n"

func zipOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate}
		h.SetMode(0o644)
		if m.link {
			h.SetMode(os.ModeSymlink | 0o777)
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, m.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		h := &tar.Header{Name: m.name, Mode: 0o644, Size: int64(len(m.content)), Typeflag: tar.TypeReg}
		if m.link {
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, m.content, 0
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if !m.link {
			if _, err := io.WriteString(w, m.content); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// forms are the archives that members can be in.
func forms(t testing.TB, members ...member) map[string][]byte {
	t.Helper()
	return map[string][]byte{
		"a.zip": zipOf(t, members...), "a.tar": tarOf(t, members...), "a.tgz": gzipOf(t, tarOf(t, members...)),
	}
}

// found opens an archive and lists its files with what they became.
func found(t testing.TB, src string, current ...string) ([]string, error) {
	t.Helper()
	s, err := OpenEarlier(context.Background(), src, current, read.Options{})
	if err != nil {
		return nil, err
	}
	var list []string
	for _, i := range s.Inputs {
		content, err := os.ReadFile(i.Local)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprintf("%s (%s) %d", strings.TrimPrefix(i.Path, filepath.ToSlash(src)), i.Current, len(content)))
	}
	if s.Note != "" {
		list = append(list, s.Note)
	}
	folder := s.spool.dir
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(folder); folder != "" && err == nil {
		t.Errorf("%s is left behind", folder)
	}
	return list, nil
}

func save(t testing.TB, name string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestArchives(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll("reports/sub", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"reports/a.txt", "reports/sub/b.txt"} {
		save(t, name, []byte(text))
	}
	size := fmt.Sprint(len(text))
	for _, c := range []struct {
		name    string
		members []member
		current []string
		want    []string
	}{
		{"the folder itself", []member{{"reports/a.txt", text, false}, {"reports/sub/b.txt", text, false}, {"other/c.txt", text, false}}, []string{"reports"},
			[]string{":reports/a.txt (reports/a.txt) " + size, ":reports/sub/b.txt (reports/sub/b.txt) " + size}},
		{"its content", []member{{"sub/b.txt", text, false}, {"a.txt", text, false}, {"gone.txt", text, false}, {"readme.txt", "nothing", false}}, []string{"reports"},
			[]string{":a.txt (reports/a.txt) " + size, ":gone.txt () " + size, ":sub/b.txt (reports/sub/b.txt) " + size}},
		{"a folder around it", []member{{"2023/sub/b.txt", text, false}, {"2023/a.txt", text, false}}, []string{"reports/a.txt"},
			[]string{":2023/a.txt (reports/a.txt) " + size}},
		{"the nearest of one name", []member{{"x/a.txt", "x", false}, {"reports/a.txt", text, false}}, []string{"reports/a.txt"},
			[]string{":reports/a.txt (reports/a.txt) " + size}},
		{"another name", []member{{"old.txt", text, false}, {"readme.txt", "nothing", false}}, []string{"reports/a.txt"},
			[]string{":old.txt (reports/a.txt) " + size}},
		{"two of another name", []member{{"old.txt", text, false}, {"older.txt", text, false}}, []string{"reports/a.txt"},
			[]string{"there is no earlier submission to compare with: SRC has no file for reports/a.txt"}},
		{"paths that lead out", []member{{"../a.txt", text, false}, {"/a.txt", text, false}, {"x/../../a.txt", text, false}, {`..\a.txt`, text, false}, {".hidden/a.txt", text, false}, {"__MACOSX/a.txt", text, false}}, []string{"reports"},
			[]string{"there is no earlier submission to compare with: SRC has no file for reports"}},
		{"links", []member{{"a.txt", "/etc/passwd", true}, {"b.txt", text, false}}, []string{"reports"},
			[]string{":b.txt (reports/sub/b.txt) " + size}},
		{"backslashes", []member{{`sub\b.txt`, text, false}}, []string{"reports"},
			[]string{":sub/b.txt (reports/sub/b.txt) " + size}},
		{"one name twice", []member{{"a.txt", "outcome A", false}, {"a.txt", text, false}}, []string{"reports/a.txt"},
			[]string{":a.txt (reports/a.txt) " + size}},
		{"nothing", nil, []string{"reports"},
			[]string{"there is no earlier submission to compare with: SRC has no file for reports"}},
	} {
		for name, content := range forms(t, c.members...) {
			got, err := found(t, save(t, name, content), c.current...)
			if err != nil {
				t.Errorf("%s as %s: %v", c.name, name, err)
			}
			for i := range c.want {
				c.want[i] = strings.ReplaceAll(c.want[i], "SRC", name)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s as %s (-want +got):\n%s", c.name, name, diff)
			}
			for i := range c.want {
				c.want[i] = strings.ReplaceAll(c.want[i], name, "SRC")
			}
		}
	}
}

func TestDocumentsAreNoArchives(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, mark := range []string{"[Content_Types].xml", "mimetype"} {
		src := save(t, "a.xlsx", zipOf(t, member{"xl/a.txt", text, false}, member{mark, "x", false}))
		got, err := found(t, src, "now.xlsx")
		if err != nil || len(got) != 1 || !strings.HasPrefix(got[0], " (now.xlsx) ") {
			t.Errorf("with %s: %q, %v", mark, got, err)
		}
	}
}

func TestDamagedArchives(t *testing.T) {
	t.Chdir(t.TempDir())
	noise := member{"a.txt", text + strings.Repeat("0123456789abcdefghijklmnopqrstuvwxyz", 100), false}
	for name, content := range forms(t, noise) {
		for _, cut := range []int{len(content) / 2, len(content) - 30} {
			if name != "a.zip" && cut == len(content)-30 {
				continue // only padding is gone
			}
			if _, err := found(t, save(t, name, content[:cut]), "a.txt"); err == nil || !strings.Contains(err.Error(), "damaged") {
				t.Errorf("%s cut at %d: error %v", name, cut, err)
			}
		}
	}
}

// TestLimits has archives that unpack to more than they may.
func TestLimits(t *testing.T) {
	t.Chdir(t.TempDir())
	var many []member
	for i := range 20 {
		many = append(many, member{fmt.Sprintf("%d.txt", i), text, false})
	}
	zeros := member{"a.txt", strings.Repeat("\x00", 1<<20), false}
	for _, c := range []struct {
		name    string
		most    limits
		members []member
		want    string
	}{
		{"files", limits{files: 19, bytes: 1 << 30, ratio: 500, free: 1 << 30}, many, "more than 19 files"},
		{"bytes", limits{files: 20, bytes: 1 << 19, ratio: 500, free: 1 << 30}, []member{zeros}, "more than 0 MB"},
		{"ratio", limits{files: 20, bytes: 1 << 30, ratio: 100, free: 1 << 18}, []member{zeros}, "more than 100 times its size"},
	} {
		for name, content := range forms(t, c.members...) {
			if c.name == "ratio" && name == "a.tar" {
				continue // not compressed
			}
			f, err := os.Open(save(t, name, content))
			if err != nil {
				t.Fatal(err)
			}
			a, err := sniffArchive(context.Background(), f, c.most)
			if err != nil {
				t.Fatal(err)
			}
			s := &Set{}
			err = s.addArchive(t.Context(), name, a, []string{"."})
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), instead) {
				t.Errorf("%s of %s: error %v, want %q", c.name, name, err, c.want)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestUnpackingCanBeEnded(t *testing.T) {
	t.Chdir(t.TempDir())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, content := range forms(t, member{"a.txt", text, false}) {
		if _, err := OpenEarlier(ctx, save(t, name, content), []string{"a.txt"}, read.Options{}); err == nil {
			t.Errorf("%s was unpacked", name)
		}
	}
}

// FuzzArchive holds any archive to the laws: no panic, nothing outside of the
// private folder, nothing left of it.
func FuzzArchive(f *testing.F) {
	for _, content := range forms(f, member{"a.txt", text, false}, member{"x/../../b.txt", text, false}, member{"c.xml", "/etc/passwd", true}) {
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file, err := os.Open(save(t, filepath.Join(t.TempDir(), "a"), content))
		if err != nil {
			t.Fatal(err)
		}
		a, err := sniffArchive(context.Background(), file, limits{files: 100, bytes: 1 << 20, ratio: 1000, free: 1 << 16})
		if err != nil || a == nil {
			_ = file.Close()
			return
		}
		s := &Set{}
		if err := s.addArchive(t.Context(), "a", a, []string{t.TempDir(), "a.txt"}); err != nil && len(s.Inputs) > 0 {
			t.Errorf("%d inputs in spite of %v", len(s.Inputs), err)
		}
		for _, i := range s.Inputs {
			if filepath.Dir(i.Local) != s.spool.dir {
				t.Errorf("%s is outside of %s", i.Local, s.spool.dir)
			}
			if info, err := os.Lstat(i.Local); err != nil || !info.Mode().IsRegular() {
				t.Errorf("%s is no file: %v", i.Local, err)
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}
