package input

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/ulikunitz/xz"

	"github.com/iatilint/iatilint/internal/read"
)

// compressions are the ways in which a file may be compressed, by how it begins.
var compressions = [...]struct {
	magic string
	open  func(io.Reader) (io.Reader, error)
}{
	{"\x1F\x8B", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
	{"\xFD7zXZ\x00", func(r io.Reader) (io.Reader, error) { return xz.NewReader(r) }},
	{"BZh", func(r io.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }},
}

// decompress returns what a compressed file holds; nil if it is not compressed.
func decompress(in io.Reader) (io.Reader, error) {
	r := bufio.NewReader(in)
	head, _ := r.Peek(sniffSize) // a shorter file ends sooner
	for _, c := range compressions {
		if bytes.HasPrefix(head, []byte(c.magic)) {
			out, err := c.open(r)
			return undamaged{out}, damagedAt(err)
		}
	}
	return nil, nil
}

// undamaged is a reader whose errors say that what it reads is damaged.
type undamaged struct{ io.Reader }

func (u undamaged) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	return n, damagedAt(err)
}

func damagedAt(err error) error {
	if err == nil || errors.Is(err, io.EOF) {
		return err
	}
	return fmt.Errorf("%w: %w", errDamaged, err)
}

var errDamaged = errors.New("it is damaged or incomplete")

// compressedFile is a single compressed file, as an archive of one member.
type compressedFile struct{ archiveFile }

func (f compressedFile) each(visit func(string, func() (io.ReadCloser, error)) error) error {
	name, _ := read.PlainName(filepath.Base(f.Name()))
	return visit(name, func() (io.ReadCloser, error) {
		in, err := decompress(io.NewSectionReader(f.File, 0, f.size))
		if err != nil {
			return nil, err
		}
		return countingReader{io.NopCloser(in), &budget{archiveFile: f.archiveFile}}, nil
	})
}

// addMembers adds the submissions in an archive. It is an error if there is none,
// unless the archive was found in a folder.
func (s *Set) addMembers(src string, a archive, inFolder bool) (err error) {
	defer func() { err = errors.Join(err, a.Close()) }()
	names, err := memberNames(a)
	if err != nil {
		return fmt.Errorf("could not read the archive %s: %w", src, err)
	}
	_, single := a.(compressedFile)
	single = single && !inFolder
	var all []choice
	for _, name := range names {
		all = append(all, choice{name: name, required: single})
	}
	found, err := s.unpack(a, all, read.Concerns)
	if err != nil {
		return fmt.Errorf("could not unpack the archive %s: %w", src, err)
	}
	before := len(s.Inputs)
	for _, name := range names {
		switch local := found[name]; {
		case local == "":
		case single || read.IsSubmission(local):
			s.add(filepath.ToSlash(src)+":"+name, local, "")
		default:
			s.addUnread(filepath.ToSlash(src)+":"+name, local)
		}
	}
	if len(s.Inputs) == before && !inFolder {
		return fmt.Errorf("there is no submission in the archive %s", src)
	}
	return nil
}

// addUnread adds a file that may be a report of a kind that is not read.
func (s *Set) addUnread(name, local string) {
	o := s.options.Read
	o.Found = true
	s.addAs(name, local, "", o)
	s.Inputs[len(s.Inputs)-1].Unread = true
}

// besidePlain reports whether a compressed file lies beside what it holds.
func besidePlain(file string) bool {
	plain, _ := read.PlainName(file)
	_, err := os.Stat(plain)
	return err == nil
}
