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
	// names lists the regular files, as they are called in the archive.
	names() ([]string, error)
	// extract shows put the content of the files that are wanted.
	extract(wanted func(name string) bool, put func(name string, r io.Reader) error) error
	close() error
}

// opened is the file of an archive, with what may be made of it.
type opened struct {
	*os.File
	size   int64
	budget *budget
}

// sniffSize is how much of a file tells an archive: a tar's mark is at byte 257.
const sniffSize = 512

// openArchive opens the file if it is an archive; nil if it is something else.
func openArchive(ctx context.Context, src string) (archive, error) {
	f, err := os.Open(src)
	if err != nil {
		return nil, fmt.Errorf("could not open the earlier submission %s: %w", src, reason(err))
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
		return nil, reason(err)
	}
	in := opened{f, info.Size(), &budget{ctx: ctx, most: most, packed: info.Size()}}
	switch {
	case strings.HasPrefix(string(head[:n]), "PK\x03\x04"), strings.HasPrefix(string(head[:n]), "PK\x05\x06"):
		return newZip(in)
	case strings.HasPrefix(string(head[:n]), "\x1F\x8B"):
		return tarball{in, true}, nil
	case n == sniffSize && string(head[257:262]) == "ustar", strings.EqualFold(filepath.Ext(f.Name()), ".tar"):
		return tarball{in, false}, nil
	}
	return nil, nil
}

// isContainer reports whether a name is that of an archive or of a git commit.
func isContainer(ctx context.Context, name string) bool {
	if strings.HasPrefix(name, gitPrefix) {
		return true
	}
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	a, err := openArchive(ctx, name)
	if err != nil || a == nil {
		return false
	}
	_ = a.close() // it was only read
	return true
}

// openArchive takes from an archive what the current files are compared with.
func (s *Set) openArchive(ctx context.Context, src string, a archive, current []string) (err error) {
	defer func() { err = errors.Join(err, a.close()) }()
	all, err := a.names()
	if err != nil {
		return fmt.Errorf("could not read the archive %s: %w", src, err)
	}
	names := memberNames(all)
	chosen := choose(ctx, names, current)
	single := len(chosen) == 0 && only(current) != ""
	if single { // the one submission in the archive, if it is one
		for _, name := range names {
			chosen = append(chosen, choice{name: name, current: only(current)})
		}
	}
	found, err := s.unpack(a, chosen)
	if err != nil {
		return fmt.Errorf("could not unpack the archive %s: %w", src, err)
	}
	for _, c := range chosen {
		if local := found[c.name]; local != "" && (!single || len(found) == 1) {
			s.add(filepath.ToSlash(src)+":"+c.name, local, c.current)
		}
	}
	s.noteNone(src, current)
	return nil
}

// unpack puts the chosen files on disk. Those that no current file asks for by
// name have to look like submissions.
func (s *Set) unpack(a archive, chosen []choice) (map[string]string, error) {
	asked := map[string]bool{} // by name; false: has to look like a submission
	for _, c := range chosen {
		if c.asked || read.HasKnownEnding(c.name) {
			asked[c.name] = c.asked
		}
	}
	found := map[string]string{}
	wanted := func(raw string) bool {
		_, ok := asked[memberName(raw)]
		return ok
	}
	err := a.extract(wanted, func(raw string, r io.Reader) error {
		name := memberName(raw)
		local, err := s.spool.put(name, r)
		if err != nil {
			return err
		}
		if old := found[name]; old != "" { // the later of two replaces the other, as in tar
			delete(found, name)
			if err := s.spool.drop(old); err != nil {
				return err
			}
		}
		if !asked[name] && !read.IsSubmission(local) {
			return s.spool.drop(local)
		}
		found[name] = local
		return nil
	})
	return found, err
}

// memberNames lists the files that are passed on, in order of their names.
func memberNames(all []string) []string {
	var names []string
	for _, raw := range all {
		if name := memberName(raw); name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// memberName is a file's path in its archive; "" for one that leaves it, and
// for what is hidden, as in folders.
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

// limits are how much an archive may hold.
type limits struct {
	files int
	bytes int64 // unpacked
	ratio int64 // of unpacked to packed, beyond free
	free  int64
}

func defaultLimits() limits {
	return limits{files: 50_000, bytes: 8 << 30, ratio: 500, free: 64 << 20}
}

// budget is what an archive has used of its limits.
type budget struct {
	ctx    context.Context //nolint:containedctx // of the one run that the budget is for
	most   limits
	packed int64
	files  int
	bytes  int64
}

// instead is what to do with an archive that is too much.
const instead = "unpack it and name the folder"

func (b *budget) file() error {
	if b.files++; b.files > b.most.files {
		return fmt.Errorf("it has more than %d files; %s", b.most.files, instead)
	}
	return b.ctx.Err()
}

func (b *budget) use(n int64) error {
	b.bytes += n
	switch {
	case b.bytes > b.most.bytes:
		return fmt.Errorf("it unpacks to more than %d MB; %s", b.most.bytes>>20, instead)
	case b.bytes > b.most.free && b.bytes/b.most.ratio > b.packed:
		return fmt.Errorf("it unpacks to more than %d times its size, as archives made to fill disks do; %s", b.most.ratio, instead)
	}
	return b.ctx.Err()
}

// reader counts what is unpacked.
func (b *budget) reader(r io.Reader) io.Reader { return counting{r, b} }

type counting struct {
	io.Reader
	budget *budget
}

func (c counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if over := c.budget.use(int64(n)); over != nil {
		return 0, over
	}
	return n, err
}
