package input

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ulikunitz/xz"
)

func xzOf(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := xz.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bzip2Of is submission("B_1.1") as bzip2 packs it.
const bzip2Of = "BZh91AY&SY\xc0u\xc2\x87\x00\x00\x13_\x80\x00\x10@\x010\x00\x10 \x00\x80\xaac\x8f  \x00!\xaazd\x13L#\xc9\xea\x85\x1a2\x06\x8d24,\xde\xe4VXzS7T\xb8\xf2[\xac+\x94\x85n\x07\xf8\x92\x9akN, ~.\xe4\x8ap\xa1!\x80\xeb\x85\x0e"

// TestArchivesAreSubmissions: what a path names is read as what it holds, whatever it
// is packed in; in a folder only single compressed files are.
func TestArchivesAreSubmissions(t *testing.T) {
	temporary := inFolder(t, map[string]string{"folder/plain.txt": submission("P_1.1"), "other/notes.txt": "nothing"})
	ods := "PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
	members := []member{{"in/a.txt", submission("A_1.1"), false}, {"in/b.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1Workbook", false}, {"in/c.ods", ods, false}, {"readme.txt", "nothing", false}, {"../x.txt", text, false}, {"logo.png", "\x89PNG", false}}
	for name, content := range forms(t, members...) {
		save(t, name, content)
	}
	save(t, "all.tar.xz", xzOf(t, tarOf(t, members...)))
	save(t, "folder/a.txt.gz", gzipOf(t, []byte(submission("G_1.1"))))
	save(t, "folder/plain.txt.gz", gzipOf(t, []byte(submission("P_1.1"))))
	save(t, "folder/x.txt.xz", xzOf(t, []byte(submission("X_1.1"))))
	save(t, "folder/notes.txt.xz", xzOf(t, []byte("nothing")))
	save(t, "folder/b.txt.bz2", []byte(bzip2Of))
	save(t, "folder/~$b.doc", []byte("the user who has b.doc open"))
	save(t, "folder/z.zip", zipOf(t, members...))
	save(t, "folder/t.tar.gz", gzipOf(t, tarOf(t, members...)))
	all := []string{"in/a.txt [A_1.1]", "in/b.xls unread", "in/c.ods unread"}
	for path, want := range map[string][]string{
		"a.zip": all, "a.tar": all, "a.tgz": all, "all.tar.xz": all,
		"folder/a.txt.gz":     {"a.txt [G_1.1]"},
		"folder/x.txt.xz":     {"x.txt [X_1.1]"},
		"folder/b.txt.bz2":    {"b.txt [B_1.1]"},
		"folder/notes.txt.xz": {"notes.txt []"},
		"folder":              {"plain.txt [P_1.1]", "a.txt [G_1.1]", "b.txt [B_1.1]", "x.txt [X_1.1]", "t.tar.gz unread", "z.zip unread"},
	} {
		set, err := Open(t.Context(), []string{path}, Options{Reopen: true})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		var got []string
		for _, in := range set.Inputs {
			name := in.Path[strings.LastIndexAny(in.Path, ":")+1:]
			if in.Path != path && !strings.HasPrefix(in.Path, path+":") && !strings.HasPrefix(in.Path, path+"/") {
				t.Errorf("%s of %s doesn't say what it is in", in.Path, path)
			}
			if found := identifiers(t, in); in.Unread {
				got = append(got, strings.TrimPrefix(name, "folder/")+" unread")
			} else {
				got = append(got, strings.TrimPrefix(name, "folder/")+" "+fmt.Sprint(found))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
		if err := set.Close(); err != nil {
			t.Error(err)
		}
	}
	for path, want := range map[string]string{
		"none.zip":     "there is no submission in the archive none.zip",
		"cut.xml.gz":   "could not unpack the archive cut.xml.gz: it is damaged or incomplete",
		"cut.xml.xz":   "could not unpack the archive cut.xml.xz: it is damaged or incomplete",
		"noise.xml.xz": "could not read the archive noise.xml.xz: it is damaged or incomplete",
		"cut.zip":      "it is damaged",
	} {
		noise := []byte(strings.Repeat(text, 300))
		save(t, "none.zip", zipOf(t, member{"a.txt", "nothing", false}))
		save(t, "cut.xml.gz", gzipOf(t, noise)[:70])
		save(t, "cut.xml.xz", xzOf(t, noise)[:90])
		save(t, "noise.xml.xz", []byte("\xFD7zXZ\x00"+strings.Repeat("noise", 20)))
		whole := zipOf(t, members...)
		save(t, "cut.zip", whole[:len(whole)/2])
		if _, err := Open(t.Context(), []string{path}, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", path, err, want)
		}
	}
	if left, _ := os.ReadDir(temporary); len(left) > 0 {
		t.Errorf("%v is left behind", left)
	}
}

// TestCompressedLimits: a compressed file that unpacks to more than it may is refused
// while it is unpacked.
func TestCompressedLimits(t *testing.T) {
	t.Chdir(t.TempDir())
	zeros := make([]byte, 1<<20)
	for name, content := range map[string][]byte{"a.xml.gz": gzipOf(t, zeros), "a.xml.xz": xzOf(t, zeros)} {
		f, err := os.Open(save(t, name, content))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		a, err := sniffArchive(t.Context(), f, limits{files: 1, bytes: 1 << 30, ratio: 100, free: 1 << 16})
		if err != nil {
			t.Fatal(err)
		}
		s := &Set{}
		if err := s.addMembers(name, a, false); err == nil || !strings.Contains(err.Error(), "more than 100 times its size") {
			t.Errorf("%s: error %v", name, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// FuzzCompressed: no file ends the program, or leaves anything behind.
func FuzzCompressed(f *testing.F) {
	f.Add(gzipOf(f, []byte(text)))
	f.Add(xzOf(f, []byte(text)))
	f.Add([]byte(bzip2Of))
	f.Add(gzipOf(f, tarOf(f, member{"a.txt", text, false})))
	f.Fuzz(func(t *testing.T, content []byte) {
		temporary := t.TempDir()
		for _, variable := range []string{"TMPDIR", "TMP"} {
			t.Setenv(variable, temporary)
		}
		name := filepath.Join(t.TempDir(), "a.txt.gz")
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
		set, err := Open(t.Context(), []string{name}, Options{})
		if err == nil {
			for _, in := range set.Inputs {
				if r, err := in.Open(); err == nil {
					_ = r.Close()
				}
			}
			err = set.Close()
		}
		if left, _ := os.ReadDir(temporary); len(left) > 0 {
			t.Errorf("%v is left behind: %v", left, err)
		}
	})
}
