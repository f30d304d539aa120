//go:build unix

package atomicfile

import (
	"os"
	"syscall"
)

// keepOwner gives a file to the owner of the one that it replaces, as far as
// the system allows: root does not take files over by writing to them.
func keepOwner(f *os.File, replaced os.FileInfo) {
	if stat, ok := replaced.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(stat.Uid), int(stat.Gid)) // others may give nothing away, and own what they write
	}
}
