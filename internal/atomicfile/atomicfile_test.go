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
