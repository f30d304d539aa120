package fix

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// onDisk is a file with the edit "old" -> "new" waiting.
func onDisk(t *testing.T, mode os.FileMode) (f *File, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("the old text"), mode); err != nil {
		t.Fatal(err)
	}
	return waiting(t, path), path
}

func waiting(t *testing.T, path string) *File {
	t.Helper()
	f, err := Stat("a.txt", path)
	if err != nil {
		t.Fatal(err)
	}
	if f.sum, err = f.hash(); err != nil {
		t.Fatal(err)
	}
	f.edits = []edit{{4, 7, "new"}}
	return f
}

func content(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWriteKeepsTheMode(t *testing.T) {
	f, path := onDisk(t, 0o640)
	if err := f.Write(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := content(t, path); got != "the new text" || info.Mode().Perm() != 0o640&f.seen.Mode().Perm() {
		t.Errorf("the file holds %q, mode %v", got, info.Mode())
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("%d files are left", len(left))
	}
}

func TestWriteFollowsLinks(t *testing.T) {
	_, path := onDisk(t, 0o600)
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if err := waiting(t, link).Write(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is no link any more (%v)", err)
	}
	if got := content(t, path); got != "the new text" {
		t.Errorf("the file behind the link holds %q", got)
	}
}

// TestWriteSparesChangedFiles changes a file behind the back of a check, each
// time so that only one sign of it is left.
func TestWriteSparesChangedFiles(t *testing.T) {
	const theirs = "their own txt"
	for name, change := range map[string]func(path string, was os.FileInfo) error{
		"size": func(path string, was os.FileInfo) error {
			return errors.Join(os.WriteFile(path, []byte(theirs), 0o600), os.Chtimes(path, was.ModTime(), was.ModTime()))
		},
		"time": func(path string, was os.FileInfo) error {
			later := was.ModTime().Add(time.Second)
			return os.Chtimes(path, later, later)
		},
		"content": func(path string, was os.FileInfo) error {
			return errors.Join(os.WriteFile(path, []byte("the odd text"), 0o600), os.Chtimes(path, was.ModTime(), was.ModTime()))
		},
		"gone": func(path string, _ os.FileInfo) error { return os.Remove(path) },
	} {
		f, path := onDisk(t, 0o600)
		if err := change(path, f.seen); err != nil {
			t.Fatal(err)
		}
		before, _ := os.ReadFile(path)
		err := f.Write()
		if err == nil || name != "gone" && !errors.Is(err, ErrChanged) {
			t.Errorf("%s: error %v, want %v", name, err, ErrChanged)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s: the file was overwritten with %q", name, after)
		}
	}
}

func TestWriteSparesProtectedFiles(t *testing.T) {
	f, path := onDisk(t, 0o400)
	if w, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
		w.Close()
		t.Skip("nothing is protected from this user")
	}
	if err := f.Write(); err == nil {
		t.Error("a write-protected file was replaced")
	}
}

// TestLongFilesStayOutOfMemory fixes a file that is many times longer than what
// may be allocated for it.
func TestLongFilesStayOutOfMemory(t *testing.T) {
	const size = 64 << 20
	path := filepath.Join(t.TempDir(), "a.txt")
	block := bytes.Repeat([]byte(strings.Repeat("the old text ", 79)+"\n"), 1<<10)
	long, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for range size / len(block) {
		if _, err := long.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := long.Close(); err != nil {
		t.Fatal(err)
	}
	f := waiting(t, path)
	f.edits = append(f.edits, edit{size / 2, size/2 + 3, "new"})
	var diff strings.Builder
	peak := peakHeap(t, func() error { return errors.Join(f.Diff(&diff), f.Write()) })
	if peak > size/2 {
		t.Errorf("%d MB are in use for a file of %d MB", peak>>20, size>>20)
	}
	if n := strings.Count(diff.String(), "\n@@ "); n != 2 {
		t.Errorf("%d hunks: the test does not show much", n)
	}
}

// peakHeap looks again and again at how much of the heap is taken while do runs.
func peakHeap(t *testing.T, do func() error) (peak uint64) {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- do() }()
	for {
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		peak = max(peak, now.HeapAlloc)
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return peak
		case <-time.After(2 * time.Millisecond):
		}
	}
}
