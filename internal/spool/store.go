package spool

import (
	"errors"
	"fmt"
	"os"
)

const (
	memoryLimit = 2 << 20  // bytes that are kept before a file is made
	windowSize  = 64 << 10 // bytes that are read at a time
)

// store keeps bytes: the last of them in memory, those before in a temporary
// file, if there are so many. What no file can take stays in memory.
type store struct {
	limit  int
	full   bool // there is no file, or no room in it
	create func() (*os.File, error)

	memory  []byte
	file    *os.File
	inFile  int64 // bytes
	removed bool  // the file has no name any more

	window   []byte // a stretch of the file
	windowAt int64
}

func newStore(limit int) store {
	return store{limit: limit, create: func() (*os.File, error) { return os.CreateTemp("", "iatilint-*.spool") }}
}

// append keeps text and says where.
func (s *store) append(text []byte) (at int64) {
	at = s.inFile + int64(len(s.memory))
	s.memory = append(s.memory, text...)
	if len(s.memory) >= s.limit && !s.full {
		s.full = !s.flush()
	}
	return at
}

// flush moves what is in memory to the file, if it can.
func (s *store) flush() bool {
	if s.file == nil {
		file, err := s.create()
		if err != nil {
			return false
		}
		s.file = file
		// A file without a name goes when the process goes, however that ends.
		// Windows keeps the name of an open file; there close removes it.
		s.removed = os.Remove(file.Name()) == nil
	}
	if _, err := s.file.WriteAt(s.memory, s.inFile); err != nil {
		return false
	}
	s.inFile += int64(len(s.memory))
	s.memory = s.memory[:0]
	return true
}

// read gives size bytes at a place; they hold until the next call.
func (s *store) read(at int64, size int) ([]byte, error) {
	if at >= s.inFile {
		from := int(at - s.inFile)
		return s.memory[from : from+size], nil
	}
	if at < s.windowAt || at+int64(size) > s.windowAt+int64(len(s.window)) {
		if err := s.load(at, size); err != nil {
			return nil, err
		}
	}
	from := int(at - s.windowAt)
	return s.window[from : from+size], nil
}

// load reads a stretch of the file that holds size bytes at a place.
func (s *store) load(at int64, size int) error {
	n := int(min(int64(max(size, windowSize)), s.inFile-at))
	if cap(s.window) < n {
		s.window = make([]byte, n)
	}
	s.window, s.windowAt = s.window[:n], at
	if _, err := s.file.ReadAt(s.window, at); err != nil {
		s.window = s.window[:0]
		return unreadable(err)
	}
	return nil
}

// copy reads as much as to takes at a place, all of which was appended in one.
func (s *store) copy(to []byte, at int64) error {
	if at >= s.inFile {
		copy(to, s.memory[at-s.inFile:])
		return nil
	}
	if _, err := s.file.ReadAt(to, at); err != nil {
		return unreadable(err)
	}
	return nil
}

func unreadable(err error) error {
	return fmt.Errorf("could not read back what was kept in a temporary file: %w", err)
}

func (s *store) close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if !s.removed {
		err = errors.Join(err, os.Remove(s.file.Name()))
	}
	s.file = nil
	return err
}
