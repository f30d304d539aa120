package jsonread

import (
	"errors"
	"io"

	"github.com/iatilint/iatilint/internal/read/rawindex"
	"github.com/iatilint/iatilint/schema"
)

// maxEntry is how large an entry may be, in bytes.
const maxEntry = 256 << 20

var errTooLarge = errors.New("one entry is larger than 256 MB")

// tape buffers the text that the decoder has read and that has not been cut off yet,
// so that each entry gets the text that it was written in.
type tape struct {
	in         io.Reader
	text       []byte          // from the first byte that was not cut off, after used
	used       int             // bytes of text that were cut off
	base       schema.Position // of text[used]
	offset     int64           // of text[used] in the stream
	encodedLen func(string) int64
	end        error // why the input ended, if not by io.EOF
}

func (t *tape) Read(p []byte) (int, error) {
	n, err := t.in.Read(p)
	if t.used > len(t.text)/2 {
		t.text = t.text[:copy(t.text, t.text[t.used:])]
		t.used = 0
	}
	t.text = append(t.text, p[:n]...)
	if err == nil && len(t.text)-t.used > maxEntry {
		err = errTooLarge
	}
	if err != nil && !errors.Is(err, io.EOF) {
		t.end = err
	}
	return n, err
}

// cut makes a Source of the text up to an offset of the stream.
func (t *tape) cut(to int64) *schema.Source {
	n := int(to - t.offset)
	s := t.source(n)
	t.base = s.Span(schema.Range{End: int32(n)}).End
	t.used += n
	t.offset = to
	return s
}

// rest returns the text that was read but not cut off.
func (t *tape) rest() *schema.Source { return t.source(len(t.text) - t.used) }

func (t *tape) source(n int) *schema.Source {
	return &schema.Source{
		Text: string(t.text[t.used : t.used+n]), Base: t.base, EncodedLen: t.encodedLen, RawSpan: rawindex.RawSpan(skip),
	}
}
