package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/schema"
)

// decoded is a file's text in UTF-8, and how to find its places on disk.
type decoded struct {
	counter
	start      int64              // of the text in the file, after a byte order mark
	encodedLen func(string) int64 // nil for UTF-8
}

// decode reads content as UTF-8, whatever it is written in. XML in UTF-8 is
// passed on unchecked: its tokeniser finds invalid bytes, and reports them with
// their surroundings.
func decode(content io.Reader, what charset.Sniffed, xml bool) (*decoded, error) {
	d := &decoded{start: int64(what.BOM)}
	d.at = schema.Position{Line: 1, Column: 1, Offset: d.start}
	d.in = charset.NewReader(content, what.Encoding)
	if what.Encoding.IsUTF8() {
		if xml {
			d.in = content
			if _, err := io.CopyN(io.Discard, content, d.start); err != nil {
				return nil, fmt.Errorf("could not read past the byte order mark: %w", err)
			}
		}
	} else {
		d.encodedLen = func(s string) int64 { return what.Encoding.EncodedLen([]byte(s)) }
	}
	return d, nil
}

// counter counts the lines and columns that were read, so that invalid bytes have a
// place.
type counter struct {
	in io.Reader
	at schema.Position
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	text := p[:n]
	c.at.Offset += int64(n)
	if lines := bytes.Count(text, []byte{'\n'}); lines > 0 {
		c.at.Line += lines
		c.at.Column = 1
		text = text[bytes.LastIndexByte(text, '\n')+1:]
	}
	c.at.Column += utf8.RuneCount(text)
	return n, err
}

// encodingFault returns the fault of a file that contradicts itself about its
// encoding; false if it does not.
func encodingFault(what charset.Sniffed) (schema.Fault, bool) {
	f := schema.Fault{
		Kind:   schema.BadEncoding,
		Unread: what.Refused,
		Hint:   "export the file as UTF-8, and let it declare that",
		Source: &schema.Source{Base: schema.Position{Line: 1, Column: 1}},
	}
	if what.Refused {
		f.Refs = []string{"0.1.1"}
	}
	switch what.Conflict {
	case charset.NoConflict:
		return schema.Fault{}, false
	case charset.UnknownName:
		f.Message = fmt.Sprintf("the file declares the encoding %q, which is not known", what.Declared)
	case charset.Unsupported:
		f.Message = "the file is written in an encoding that is not read here"
	default:
		f.Message = fmt.Sprintf("the file declares the encoding %s but is written in %s", what.Declared, what.Encoding.Name())
	}
	return f, true
}

// recoverEncoding turns bytes that are no text in the file's encoding into a
// fault with a place; other errors are passed on.
func (d *decoded) recoverEncoding(err error, file *schema.File) error {
	var invalid *charset.InvalidError
	if !errors.As(err, &invalid) {
		return err
	}
	at := d.at
	at.Offset = invalid.Offset
	f := schema.Fault{
		Kind:    schema.BadEncoding,
		Unread:  true,
		Message: fmt.Sprintf("there are bytes (% X) that are no text in %s", invalid.Bytes, invalid.Encoding),
		Hint:    "export the file as UTF-8, or let it declare the encoding that it has",
		Source:  &schema.Source{Base: at},
	}
	if file.Format == schema.XML {
		f.Refs = []string{"0.1.1"}
	}
	if file.Head == nil {
		file.Head = f.Source
	}
	file.Faults = append(file.Faults, f)
	return io.EOF
}
