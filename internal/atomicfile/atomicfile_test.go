package atomicfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestWrite(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "out.json")
	say := func(s string, err error) func(io.Writer) error {
		return func(w io.Writer) error {
			_, _ = io.WriteString(w, s)
			return err
		}
	}
	if err := Write(name, 0o644, say("first", nil)); err != nil {
		t.Fatal(err)
	}
	cause := errors.New("the source broke off")
	if err := Write(name, 0o644, say("half of the sec", cause)); !errors.Is(err, cause) {
		t.Errorf("error %v, want the cause", err)
	}
	if got, _ := os.ReadFile(name); string(got) != "first" {
		t.Errorf("after a failure the file holds %q", got)
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("%d files are left", len(left))
	}
	if err := Write(filepath.Join(folder, "nowhere", "out"), 0o644, say("", nil)); err == nil {
		t.Error("a folder that is not there is no error")
	}
}

// A link is written through, and a device behind one is never replaced. The
// links stand in a folder of the test, so that a mistake costs only them.
func TestLinksAndDevices(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for target, want := range map[string]string{file: "new", os.DevNull: ""} {
		link := filepath.Join(folder, "link to "+filepath.Base(target))
		if err := os.Symlink(target, link); err != nil {
			t.Skip("no links here: ", err)
		}
		err := Write(link, 0o644, func(w io.Writer) error {
			_, err := io.WriteString(w, "new")
			return err
		})
		if err != nil {
			t.Error(err)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("the link to %s is replaced", target)
		}
		if got, err := os.ReadFile(target); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v", target, got, err)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) != 3 {
		t.Errorf("%d files are left", len(left))
	}
}
