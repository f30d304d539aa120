package fix

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// context is the number of unchanged lines around a change, as in git.
const context = 3

// Diff writes what the edits change as a unified diff that git apply and patch
// take, in the file's own bytes.
func (f *File) Diff(w io.Writer) error {
	if len(f.edits) == 0 {
		return nil
	}
	in, err := os.Open(f.path)
	if err != nil {
		return fmt.Errorf("could not open %s: %w", f.Name, err)
	}
	defer in.Close()
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "--- %s\n+++ %s\n", header("a/", f.Name), header("b/", f.Name))
	d := &differ{in: bufio.NewReaderSize(in, 64<<10), edits: f.edits, hunk: hunk{out: out}}
	err = d.run()
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("could not write the diff of %s: %w", f.Name, err)
	}
	return nil
}

// header returns a name for the first lines of a diff: quoted as git does where
// a reader would misread it otherwise.
func header(prefix, name string) string {
	name = prefix + strings.TrimPrefix(strings.TrimPrefix(name, "./"), "/")
	if strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == 0x7f }) {
		var b strings.Builder
		for _, c := range []byte(name) {
			switch {
			case c == '"' || c == '\\':
				b.WriteString(`\` + string(c))
			case c < ' ' || c == 0x7f:
				fmt.Fprintf(&b, `\%03o`, c)
			default:
				b.WriteByte(c)
			}
		}
		return `"` + b.String() + `"`
	}
	if strings.Contains(name, " ") {
		return name + "\t" // else patch takes the name to end there
	}
	return name
}

// differ goes through the lines of a file and the edits side by side.
type differ struct {
	in    *bufio.Reader
	at    int64 // of the next line
	edits []edit
	hunk  hunk
}

func (d *differ) run() error {
	for {
		line, err := d.line()
		if err != nil {
			return err
		}
		if line == "" {
			d.hunk.flush()
			return nil
		}
		if !d.touched(d.at) {
			d.hunk.same(line)
			continue
		}
		old, now, err := d.change(line)
		if err != nil {
			return err
		}
		d.hunk.replace(old, now)
	}
}

// line reads a line with its end; "" is the end of the file.
func (d *differ) line() (string, error) {
	line, err := d.in.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	d.at += int64(len(line))
	return line, nil
}

// touched reports whether the next edit begins before the end of a line, or at
// the end of the file.
func (d *differ) touched(end int64) bool {
	if len(d.edits) == 0 {
		return false
	}
	if d.edits[0].start < end {
		return true
	}
	_, err := d.in.Peek(1)
	return d.edits[0].start == end && err != nil
}

// change reads on from a line and those after it that edits reach or join to it.
func (d *differ) change(line string) (old, now string, err error) {
	from := d.at - int64(len(line))
	old = line
	var edited strings.Builder
	done := from // up to here the old text is in edited
	for {
		for d.touched(d.at) {
			e := d.edits[0]
			for e.end > d.at {
				next, err := d.line()
				if err != nil {
					return "", "", err
				}
				if next == "" {
					return "", "", errors.New("an edit lies outside of the file")
				}
				old += next
			}
			d.edits = d.edits[1:]
			edited.WriteString(old[done-from : e.start-from])
			edited.WriteString(e.text)
			done = e.end
		}
		now = edited.String() + old[done-from:]
		if now == "" || strings.HasSuffix(now, "\n") {
			return old, now, nil
		}
		next, err := d.line()
		if err != nil {
			return "", "", err
		}
		if next == "" {
			return old, now, nil
		}
		old += next
	}
}

// hunk collects changes that are close together.
type hunk struct {
	out      *bufio.Writer
	lines    []string // each with its sign
	added    []string // new lines, which follow all removed ones
	trailing int      // unchanged lines at the end
	changed  bool
	oldAt    int // lines of the file before the hunk
	newAt    int
}

func (h *hunk) same(line string) {
	h.appendAdded()
	h.lines = append(h.lines, " "+line)
	h.trailing++
	switch {
	case !h.changed && len(h.lines) > context:
		h.lines = h.lines[1:]
		h.trailing--
		h.oldAt++
		h.newAt++
	case h.changed && h.trailing > 2*context:
		h.flush()
	}
}

// replace adds a change, without the lines at its ends that stay the same.
func (h *hunk) replace(old, now string) {
	before, after := slices.Collect(strings.Lines(old)), slices.Collect(strings.Lines(now))
	for len(before) > 0 && len(after) > 0 && before[0] == after[0] {
		h.same(before[0])
		before, after = before[1:], after[1:]
	}
	tail := 0
	for tail < min(len(before), len(after)) && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	unchanged := before[len(before)-tail:]
	before, after = before[:len(before)-tail], after[:len(after)-tail]
	for _, line := range before {
		h.lines = append(h.lines, "-"+line)
	}
	for _, line := range after {
		h.added = append(h.added, "+"+line)
	}
	if len(before)+len(after) > 0 {
		h.changed, h.trailing = true, 0
	}
	for _, line := range unchanged {
		h.same(line)
	}
}

// appendAdded puts the new lines after the removed ones.
func (h *hunk) appendAdded() {
	h.lines = append(h.lines, h.added...)
	h.added = nil
}

// flush writes the hunk and begins another with the unchanged lines at its end.
func (h *hunk) flush() {
	if !h.changed {
		return
	}
	h.appendAdded()
	shown := h.lines[:len(h.lines)-max(h.trailing-context, 0)]
	oldLines, newLines := count(shown)
	fmt.Fprintf(h.out, "@@ -%s +%s @@\n", extent(h.oldAt, oldLines), extent(h.newAt, newLines))
	for _, line := range shown {
		h.out.WriteString(line)
		if !strings.HasSuffix(line, "\n") {
			h.out.WriteString("\n\\ No newline at end of file\n")
		}
	}
	rest := h.lines[len(shown):]
	next := rest[max(len(rest)-context, 0):]
	oldAll, newAll := count(h.lines)
	h.oldAt += oldAll - len(next)
	h.newAt += newAll - len(next)
	h.lines = slices.Clone(next)
	h.trailing, h.changed = len(next), false
}

func count(list []string) (oldLines, newLines int) {
	for _, line := range list {
		if line[0] != '+' {
			oldLines++
		}
		if line[0] != '-' {
			newLines++
		}
	}
	return oldLines, newLines
}

// extent returns the place of a hunk: its first line and how many; the line before
// where there is none.
func extent(before, n int) string {
	switch n {
	case 0:
		return fmt.Sprintf("%d,0", before)
	case 1:
		return fmt.Sprintf("%d", before+1)
	}
	return fmt.Sprintf("%d,%d", before+1, n)
}
