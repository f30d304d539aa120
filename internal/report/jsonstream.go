package report

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
)

// jsonStream writes one JSON document, value by value. The first error is
// kept, later calls do nothing.
type jsonStream struct {
	out    *bufio.Writer
	buffer bytes.Buffer
	depth  int
	first  bool // the open object or array is empty
	err    error
}

func newJSONStream(w io.Writer) *jsonStream {
	return &jsonStream{out: bufio.NewWriter(w), first: true}
}

// open begins an object or array; name is empty inside an array and at the top.
func (j *jsonStream) open(name, bracket string) {
	if j.depth > 0 {
		j.next()
	}
	j.name(name)
	j.out.WriteString(bracket)
	j.depth++
	j.first = true
}

func (j *jsonStream) close(bracket string) {
	j.depth--
	if !j.first {
		j.line()
	}
	j.first = false
	j.out.WriteString(bracket)
}

// field writes a member of an object.
func (j *jsonStream) field(name string, value any) {
	j.next()
	j.name(name)
	j.value(value)
}

// item writes an item of an array.
func (j *jsonStream) item(value any) {
	j.next()
	j.value(value)
}

// list writes an array whose n items are made one at a time.
func (j *jsonStream) list(name string, n int, item func(i int) any) {
	j.open(name, "[")
	for i := range n {
		if j.err != nil {
			return
		}
		j.item(item(i))
	}
	j.close("]")
}

// entries writes an array of the entries.
func (j *jsonStream) entries(name string, d *Data) {
	j.open(name, "[")
	err := eachEntry(d, func(e *engine.EntrySummary) bool {
		j.item(e)
		return j.err == nil
	})
	j.err = cmp.Or(j.err, err)
	j.close("]")
}

// violations writes an array of what item makes of each violation.
func (j *jsonStream) violations(name string, item func(*finding.Finding) any, lists ...Violations) {
	j.open(name, "[")
	for _, list := range lists {
		err := each(list, func(v, _ *finding.Finding) { j.item(item(v)) })
		j.err = cmp.Or(j.err, err)
	}
	j.close("]")
}

func (j *jsonStream) next() {
	if !j.first {
		j.out.WriteByte(',')
	}
	j.first = false
	j.line()
}

func (j *jsonStream) line() {
	j.out.WriteByte('\n')
	j.out.WriteString(j.indent())
}

func (j *jsonStream) indent() string {
	const spaces = "                "
	return spaces[:2*j.depth]
}

func (j *jsonStream) name(name string) {
	if name != "" {
		fmt.Fprintf(j.out, "%q: ", name)
	}
}

func (j *jsonStream) value(value any) {
	if j.err != nil {
		return
	}
	j.buffer.Reset()
	encoder := json.NewEncoder(&j.buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(j.indent(), "  ")
	if j.err = encoder.Encode(value); j.err == nil {
		writeASCIISafe(j.out, bytes.TrimRight(j.buffer.Bytes(), "\n"))
	}
}

// end finishes the document.
func (j *jsonStream) end() error {
	j.out.WriteByte('\n')
	return cmp.Or(j.err, j.out.Flush())
}

// writeASCIISafe writes encoded JSON with the characters escaped that act on a
// terminal; it is the same JSON, fit to be looked at.
func writeASCIISafe(w *bufio.Writer, text []byte) {
	written := 0
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && c != 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if size > 1 && r != utf8.RuneError && unsafeRune(r) || r == 0x7f {
			_, _ = w.Write(text[written:i])
			writeJSONEscape(w, r)
			written = i + size
		}
		i += size
	}
	_, _ = w.Write(text[written:])
}

func writeJSONEscape(w *bufio.Writer, r rune) {
	if r > 0xffff {
		high, low := (r-0x10000)>>10+0xd800, (r-0x10000)&0x3ff+0xdc00
		fmt.Fprintf(w, `\u%04x\u%04x`, high, low)
		return
	}
	fmt.Fprintf(w, `\u%04x`, r)
}
