package read

import (
	"errors"
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/schema"
)

// EncodingOf tells the encoding that New reads a file in.
func EncodingOf(in io.Reader, name string, o Options) (charset.Encoding, error) {
	head := make([]byte, headSize)
	n, err := io.ReadFull(in, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return charset.Encoding{}, fmt.Errorf("could not read %s: %w", name, reason(err))
	}
	head = head[:n]
	if o.Format == schema.NoFormat {
		o.Format = sniff(head, name).format
	}
	return sniffEncoding(head, o.Format).Encoding, nil
}
