package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read"
)

// archive is a folder in one file.
type archive interface {
	// each calls visit for each regular file, which open opens until visit returns.
	each(visit func(name string, open func() (io.ReadCloser, error)) error) error
	io.Closer
}

// archiveFile is the file of an archive, with the limits to what it holds.
type archiveFile struct {
	*os.File
	ctx    context.Context //nolint:containedctx // of the run that the file is opened in
	size   int64
	limits limits
}

// sniffSize is how much of a file is read to recognise an archive: the signature of
// tar is at byte 257.
const sniffSize = 512

// openArchive opens the file if it is an archive; nil if it is something else.
func openArchive(ctx context.Context, src string) (archive, error) {
	f, err := os.Open(src)
	if err != nil {
		return nil, fmt.Errorf("could not open %s: %w", src, read.Reason(err))
	}
	a, err := sniffArchive(ctx, f, defaultLimits())
	if err != nil {
		return nil, errors.Join(fmt.Errorf("could not read the archive %s: %w", src, err), f.Close())
	}
	if a == nil {
		return nil, f.Close()
	}
	return a, nil
}

func sniffArchive(ctx context.Context, f *os.File, most limits) (archive, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	head := make([]byte, sniffSize)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, read.Reason(err)
	}
	in := archiveFile{f, ctx, info.Size(), most}
	switch {
	case strings.HasPrefix(string(head[:n]), "PK\x03\x04"), strings.HasPrefix(string(head[:n]), "PK\x05\x06"):
		return newZip(in)
	case isTar(head[:n]) || strings.EqualFold(filepath.Ext(f.Name()), ".tar"):
		return tarball{in}, nil
	}
	unpacked, err := decompress(io.NewSectionReader(f, 0, in.size))
	if unpacked == nil || err != nil {
		return nil, err
	}
	n, _ = io.ReadFull(unpacked, head) // what is damaged is read once more
	if isTar(head[:n]) {
		return tarball{in}, nil
	}
	return compressedFile{in}, nil
}

func isTar(head []byte) bool { return len(head) == sniffSize && string(head[257:262]) == "ustar" }

// isContainer reports whether a name is that of an archive or of a git commit.
func isContainer(ctx context.Context, name string) bool {
	if strings.HasPrefix(name, gitPrefix) {
		return true
	}
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	a, _ := openArchive(ctx, name) // opening it reports the error
	if a != nil {
		_ = a.Close() // it was only read
	}
	return a != nil
}

// addArchive adds the files of an archive that the current ones are compared with.
func (s *Set) addArchive(ctx context.Context, src string, a archive, current []string) (err error) {
	defer func() { err = errors.Join(err, a.Close()) }()
	names, err := memberNames(a)
	if err != nil {
		return fmt.Errorf("could not read the archive %s: %w", src, err)
	}
	chosen := choose(ctx, names, current)
	single := len(chosen) == 0 && only(current) != ""
	if single { // the one submission in the archive, if it is one
		for _, name := range names {
			chosen = append(chosen, choice{name: name, current: only(current)})
		}
	}
	found, err := s.unpack(a, chosen, read.IsSubmission)
	if err != nil {
		return fmt.Errorf("could not unpack the archive %s: %w", src, err)
	}
	for _, c := range chosen {
		if local := found[c.name]; local != "" && (!single || len(found) == 1) {
			s.add(filepath.ToSlash(src)+":"+c.name, local, c.current)
		}
	}
	return nil
}

// unpack copies the chosen files, and returns the paths of the copies by name.
// Those that are not required have to be wanted.
func (s *Set) unpack(a archive, chosen []choice, wanted func(local string) bool) (map[string]string, error) {
	required := map[string]bool{}
	for _, c := range chosen {
		if c.required || read.HasReportEnding(c.name) {
			required[c.name] = c.required
		}
	}
	found := map[string]string{}
	err := a.each(func(raw string, open func() (io.ReadCloser, error)) error {
		name := memberName(raw)
		if _, ok := required[name]; !ok {
			return nil
		}
		r, err := open()
		if err != nil {
			return err
		}
		defer func() { _ = r.Close() }() // it was only read
		local, err := s.spool.putIf(name, r, required[name], wanted)
		if found[name] = local; local == "" { // the later of two counts, as in tar
			delete(found, name)
		}
		return err
	})
	return found, err
}

// memberNames returns the paths of the files that may be read, sorted.
func memberNames(a archive) ([]string, error) {
	var names []string
	err := a.each(func(raw string, _ func() (io.ReadCloser, error)) error {
		if name := memberName(raw); name != "" {
			names = append(names, name)
		}
		return nil
	})
	slices.Sort(names)
	return slices.Compact(names), err
}

// memberName returns a file's path in its archive; "" if that leads out of the
// archive or is hidden, as in folders.
func memberName(raw string) string {
	name := strings.TrimPrefix(strings.ReplaceAll(raw, `\`, "/"), "./")
	if !fs.ValidPath(name) || strings.ContainsRune(name, 0) {
		return ""
	}
	for step := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(step, ".") || step == "__MACOSX" {
			return ""
		}
	}
	return path.Clean(name)
}

// limits are the limits to what an archive may hold.
type limits struct {
	files int
	bytes int64 // unpacked
	ratio int64 // of unpacked to packed, beyond free
	free  int64
}

func defaultLimits() limits {
	return limits{files: 50_000, bytes: 8 << 30, ratio: 500, free: 64 << 20}
}

// budget counts what is read of an archive, and fails beyond its limits.
type budget struct {
	archiveFile
	files int
	bytes int64
}

// instead is the advice for an archive that is beyond its limits.
const instead = "unpack it and name the folder"

func (b *budget) addFile() error {
	if b.files++; b.files > b.limits.files {
		return fmt.Errorf("it has more than %d files; %s", b.limits.files, instead)
	}
	return b.ctx.Err()
}

func (b *budget) addBytes(n int) error {
	b.bytes += int64(n)
	switch {
	case b.bytes > b.limits.bytes:
		return fmt.Errorf("it unpacks to more than %d MB; %s", b.limits.bytes>>20, instead)
	case b.bytes > b.limits.free && b.bytes/b.limits.ratio > b.size:
		return fmt.Errorf("it unpacks to more than %d times its size, as archives made to fill disks do; %s", b.limits.ratio, instead)
	}
	return b.ctx.Err()
}

// countingReader is a reader whose bytes count.
type countingReader struct {
	io.ReadCloser
	budget *budget
}

func (c countingReader) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	if over := c.budget.addBytes(n); over != nil {
		return 0, over
	}
	return n, err
}
