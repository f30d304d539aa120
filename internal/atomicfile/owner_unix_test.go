//go:build unix

package atomicfile

import (
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestWriteKeepsTheOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give files away")
	}
	name := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	const somebody = 12345
	if err := os.Chown(name, somebody, somebody); err != nil {
		t.Skip("files can't be given away here: ", err)
	}
	if err := Write(name, 0o600, func(w io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if stat := info.Sys().(*syscall.Stat_t); stat.Uid != somebody || stat.Gid != somebody {
		t.Errorf("the file belongs to %d:%d", stat.Uid, stat.Gid)
	}
}
