// Package atomicfile writes files that are either whole or not there.
package atomicfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Write replaces the file name with what write writes: to a temporary file in
// the same folder, which is renamed once everything is on disk. On an error the
// file stays as it was, or absent. A symbolic link stays one. A device or a pipe
// (/dev/null, /dev/stdout) is written to, never replaced.
func Write(name string, mode os.FileMode, write func(io.Writer) error) (err error) {
	replaced, err := os.Stat(name)
	if err == nil {
		if !replaced.Mode().IsRegular() {
			return through(name, write)
		}
		target, err := filepath.EvalSymlinks(name)
		if err != nil {
			return fmt.Errorf("could not find what %s links to: %w", name, err)
		}
		name = target
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".iatilint-*")
	if err != nil {
		return fmt.Errorf("could not write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			_ = f.Close() // it may be closed already
			err = errors.Join(fmt.Errorf("could not write %s: %w", name, err), os.Remove(f.Name()))
		}
	}()
	buffered := bufio.NewWriter(f)
	if err = write(buffered); err != nil {
		return err
	}
	if replaced != nil {
		keepOwner(f, replaced)
	}
	for _, step := range []func() error{
		buffered.Flush,
		func() error { return f.Chmod(mode) },
		f.Sync,
		f.Close,
		func() error { return os.Rename(f.Name(), name) },
	} {
		if err = step(); err != nil {
			return err
		}
	}
	return nil
}

// through writes to something that is no regular file.
func through(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("could not write %s: %w", name, err)
	}
	buffered := bufio.NewWriter(f)
	err = write(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("could not write %s: %w", name, err)
	}
	return nil
}
