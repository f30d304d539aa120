//go:build unix

package cli_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/iatilint/iatilint/internal/cli"
	"github.com/iatilint/iatilint/internal/report"
)

// attempt runs the command in the test's process.
func attempt(in io.Reader, args ...string) (exit int, out, errOut string) {
	var o, e bytes.Buffer
	exit = cli.Main(append([]string{"iatilint"}, args...), in, &o, &e)
	return exit, o.String(), e.String()
}

// A folder that can't be written to keeps the report that it has.
func TestReadOnlyFolder(t *testing.T) {
	folder := sharedFolder(t)
	old, file := filepath.Join(folder, "report.html"), filepath.Join(folder, "a.txt")
	if err := os.WriteFile(file, []byte("outcome XM-DAC-41146-KEN_D_1.1\nWomen lead\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(old, []byte("earlier"), 0o600); err != nil {
		t.Fatal(err)
	}
	allow(t, folder, 0o555)
	exit, _, errOut := attemptAsNobody(t, "check", file, "--format", "html="+old)
	if exit != 2 || !strings.Contains(errOut, "could not write "+old) || readFile(t, old) != "earlier" {
		t.Errorf("exit code %d: %s", exit, errOut)
	}
}

// A folder that can't be looked into is named: what is in it was not checked.
func TestFolderWithoutPermission(t *testing.T) {
	folder := sharedFolder(t)
	closed := filepath.Join(folder, "closed")
	if err := os.Mkdir(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	allow(t, closed, 0)
	exit, _, errOut := attemptAsNobody(t, "check", folder)
	if exit != 2 || !strings.Contains(errOut, "could not look through "+closed+": permission denied") {
		t.Errorf("exit code %d: %s", exit, errOut)
	}
}

func allow(t *testing.T, folder string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(folder, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
}

// A disk that fills up in the middle of a report leaves nothing behind; what is
// kept aside stays in memory then.
func TestSmallDisk(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can mount a disk")
	}
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", disk).Run() })
	file := manyFaults(t)
	for _, name := range report.FormatNames() {
		if name == "github" { // it is short
			continue
		}
		exit, _, errOut := attempt(nil, "check", file, "--quiet", "--format", name+"="+filepath.Join(disk, "report"))
		if left, _ := os.ReadDir(disk); exit != 2 || !strings.Contains(errOut, "no space left on device") || len(left) > 0 {
			t.Errorf("%s: exit code %d, %d files are left: %s", name, exit, len(left), errOut)
		}
	}
	_, want, _ := attempt(nil, "check", file)
	t.Setenv("TMPDIR", disk)
	exit, got, errOut := attempt(nil, "check", file)
	if left, _ := os.ReadDir(disk); exit != 1 || got != want || len(left) > 0 {
		t.Errorf("exit code %d, %d files are left, the same report: %v: %s", exit, len(left), got == want, errOut)
	}
}

// twice is a text whose entries are looked at again in the end: each stands
// there twice. Its identifiers show no number, so that the places stay the same.
func twice(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString("outcome XM-DAC-41146-KEN_D_1.1\nWomen lead in county assemblies\nIn 12 counties, 340 women sit on budget committees.\n")
	}
	return b.String()
}

// A file that is changed, cut off or removed between the first and the second
// look at an entry ends the run with exit code 2 and one sentence.
func TestFileChangesWhileRead(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"cut off":  func(path string) error { return os.Truncate(path, 10) },
		"emptied":  func(path string) error { return os.Truncate(path, 0) },
		"removed":  os.Remove,
		"replaced": func(path string) error { return os.WriteFile(path, []byte(strings.ToUpper(twice(40))), 0o600) },
		"a folder": func(path string) error {
			if err := os.Remove(path); err != nil {
				return err
			}
			return os.Mkdir(path, 0o700)
		},
	} {
		path := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(path, []byte(twice(40)), 0o600); err != nil {
			t.Fatal(err)
		}
		// Standard input is read after the file, and before the second look.
		in := &onRead{Reader: strings.NewReader("outcome XM-DAC-41146-KEN_D_1.2\n"), do: func() error {
			time.Sleep(20 * time.Millisecond) // or the time of the change may be that of the file
			return change(path)
		}}
		exit, _, errOut := attempt(in, "check", "--stdin-filename", "b.txt", "--jobs", "1", path, "-")
		if in.err != nil {
			t.Fatal(in.err)
		}
		if exit != 2 || !strings.Contains(errOut, "changed while it was being checked") {
			t.Errorf("%s: exit code %d: %s", name, exit, errOut)
		}
		if n := strings.Count(errOut, "changed while"); n != 1 {
			t.Errorf("%s: said %d times", name, n)
		}
	}
}

// onRead does something when it is first read from.
type onRead struct {
	io.Reader
	do  func() error
	err error
}

func (r *onRead) Read(p []byte) (int, error) {
	if r.do != nil {
		r.err, r.do = r.do(), nil
	}
	return r.Reader.Read(p)
}
